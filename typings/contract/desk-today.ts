import type { RefusalCode } from './refusals';
import type { DeskAccepts } from './safety';
import type { LocalDate } from './shapes';
import type { StaffRole } from './staff-roles';

/** The first page of the desk. */
export interface DeskToday {
  staffName: string;
  roles: StaffRole[];
  /** Which role may set which refusal aside, as the library decided. */
  overrides: Partial<Record<RefusalCode, StaffRole>>;
  /** What this desk takes as a reader's card. */
  accepts: DeskAccepts;
  branchId: string;
  branchName: string;
  today: LocalDate;
  hours: string;
  counts: {
    checkedOut: number;
    checkedIn: number;
    onHoldShelf: number;
    expiredOnShelf: number;
    toFetch: number;
    inTransit: number;
    overdue: number;
    owing: number;
    applications: number;
    conflicts: number;
    /** Reviews by readers that wait for staff; 0 for those who may not read them. */
    reviews: number;
    cases: { open: number; late: number };
    /** For those who answer: readers who wait now, messages, and documents that wait for the library. */
    questions: number;
    messages: number;
    deliveries: number;
  };
}
