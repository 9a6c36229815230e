import type { Instant, LocalDate } from './shapes';
import type { StaffRole } from './staff-roles';
import type { Refusal } from './refusals';
import type { RuleName } from './rule-fields';

/** One row of the matrix as staff see and change it. */
export interface PolicyRow {
  policyId: string;
  readerCategory: string;
  itemType: string;
  branchId: string;
  note: string;
  /** Only the fields of `Rules` that this row gives: as they were typed, when a row comes in. */
  rules: Record<string, unknown>;
}

/** Rules that a library has published, as rows to begin with. */
interface PublishedSet {
  id: string;
  library: string;
  /** Where the library says so. */
  source: string;
  /** What of its rules no row says. */
  leftOut: string;
  rows: { readerCategory: string; itemType: string; rules: Record<string, unknown> }[];
}

/** How a rule came about for one case. */
export interface Explained {
  rule: RuleName;
  value: unknown;
  /** The row that gave it, or null for the default of the product. */
  from: string | null;
  note: string;
  overridden: { policyId: string; value: unknown }[];
}

export interface ClosureRow {
  closureId: string;
  branchId: string;
  branchName: string;
  from: LocalDate;
  to: LocalDate;
  why: string;
  at: Instant;
  staffName: string;
  status: 'moving' | 'moved' | 'undoing' | 'undone';
  /** Days of every week, by new opening hours: from `from` on. */
  weekly: boolean;
  /** The last day on which it can be undone. */
  undoUntil: LocalDate;
  loansMoved: number;
  holdsMoved: number;
}

/** Opening and closing of a day, "09:00" to "17:00", and when it is closed in between. */
export interface DayHours {
  from: string;
  to: string;
  pauses?: { from: string; to: string }[];
}

export interface CalendarDay {
  date: LocalDate;
  /** "09:00–21:00", or "" when closed. */
  hours: string;
  why: string;
  kind: 'week' | 'holiday' | 'workday' | 'exception';
}

/** The library's rules as data: the policy matrix, opening hours and closed days, and who may do what. */
export interface RulesApi {
  'rules.policies'(input: Record<string, never>): {
    list: PolicyRow[];
    readerCategories: { id: string; name: string }[];
    itemTypes: { id: string; name: string }[];
    branches: { id: string; name: string }[];
    /** The defaults of the product for everything no row gives. */
    defaults: Record<string, unknown>;
  };
  /** Rules that other libraries have published, and what their kinds of readers and copies are called. */
  'rules.published'(input: Record<string, never>): {
    list: PublishedSet[];
    readerCategories: { id: string; name: string }[];
    itemTypes: { id: string; name: string }[];
  };
  /**
   * Adds a row (`policyId` "") or changes one. A cell has one row, named after it. Wrong values are named by
   * their path.
   */
  'rules.savePolicy'(input: PolicyRow): PolicyRow;
  'rules.removePolicy'(input: { policyId: string }): { policyId: string };
  /**
   * What the desk would say and why: a reader or a category, a copy or a type, a branch and a day. Changes
   * nothing.
   */
  'rules.try'(input: {
    readerCategory: string;
    itemType: string;
    branchId: string;
    on: LocalDate;
    /** Rows as they would be, not saved yet. */
    draft?: PolicyRow[];
    card?: string;
    barcode?: string;
  }): {
    explained: Explained[];
    refusals: Refusal[];
    dueOn: LocalDate;
    dueAt?: Instant;
    renewedDueOn: LocalDate;
    renewableFrom?: LocalDate;
    /** From then on the copy has to be there for a reader who asked for it. */
    bookedFrom?: LocalDate;
    /** Fen after so many days late. */
    fines: { daysLate: number; amount: number }[];
    shelfUntil: LocalDate;
    /** From the check-out to two weeks after the last day: fen, and days stopped, when it is back then. */
    days: { date: LocalDate; open: boolean; fine: number; stopped: number }[];
  };
  /** A month, "2026-11", as it is saved now, with the week that it comes from. */
  'rules.calendar'(input: { branchId: string; month: string }): {
    branchId: string;
    days: CalendarDay[];
    /** Sunday first; null: closed. */
    weeklyHours: (DayHours | null)[];
    closedOnPublicHolidays: boolean;
  };
  'rules.saveHours'(input: {
    branchId: string;
    weeklyHours: (DayHours | null)[];
    closedOnPublicHolidays: boolean;
  }): { branchId: string };
  /** One day with other hours, or none of its own again (null). */
  'rules.openDay'(input: { branchId: string; date: LocalDate; hours: DayHours | null; why: string }): {
    branchId: string;
  };
  /** What closing these days would move, and why it cannot be done. Changes nothing. */
  'rules.previewClosure'(input: { branchId: string; from: LocalDate; to: LocalDate }): {
    loans: number;
    holds: number;
    /** Where most of it goes. */
    nextOpenDay: LocalDate;
    refusals: Refusal[];
  };
  /** Closes days: what falls on them is moved and each reader told once. */
  'rules.closeDays'(input: { branchId: string; from: LocalDate; to: LocalDate; why: string }): ClosureRow;
  'rules.undoClosure'(input: { closureId: string }): ClosureRow;
  'rules.closures'(input: { branchId: string; after?: string }): { list: ClosureRow[]; next?: string };
  'rules.staff'(input: Record<string, never>): {
    list: {
      staffId: string;
      name: string;
      branchId: string;
      roles: StaffRole[];
      active: boolean;
      /** The last change that they made. */
      lastActAt?: Instant;
      pinSetAt?: Instant;
      shutOutAt?: Instant;
    }[];
  };
  'rules.saveStaff'(input: {
    staffId: string;
    name: string;
    branchId: string;
    roles: StaffRole[];
    active: boolean;
  }): { staffId: string };
  /** What the jobs did of late. */
  'rules.jobs'(input: Record<string, never>): {
    /** Several jobs in one: they had nothing to do. */
    list: { jobs: string[]; day: LocalDate; startedAt: Instant; finishedAt?: Instant; done: number }[];
  };
}
