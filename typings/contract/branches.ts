import type { LocalDate } from './shapes';

/** Whether a branch is open now: until when, else from when; neither where no day is near. */
export type Opening = { open: true; until: string } | { open: false; on?: LocalDate; from?: string };

/** All that a reader wants to know of a branch before going there. */
export interface BranchPage {
  branchId: string;
  name: string;
  address: string;
  phone: string;
  /** By the map that WeChat opens (GCJ-02). */
  location?: { latitude: number; longitude: number };
  /** How to get there, in words; "" when nothing was said. */
  transport: string;
  /** What stands on which floor, from below. */
  floors: { name: string; what: string }[];
  /** Holds can be collected here. */
  pickUp: boolean;
  opening: Opening;
  /** Today and the days after it: "09:00–21:00", "" when closed; `why` where it differs from the week. */
  days: { date: LocalDate; hours: string; why: string }[];
}

export interface BranchesApi {
  'branches.list'(input: Record<string, never>): {
    list: { branchId: string; name: string; address: string; opening: Opening; todayHours: string }[];
  };
  'branches.show'(input: { branchId: string }): BranchPage;
}
