import type { ItemType } from './catalogue';

/**
 * What a library can decide about circulation. The comments here are the words of docs/policies.md; the
 * values that may be and the defaults stand in cloudfunctions/circulation/rules.ts, the words of the screen
 * in miniprogram/features/rules/rule-words.ts.
 */
export interface Rules {
  /** Whether such a reader may borrow such a copy at all. */
  lendable: boolean;
  /** Days and months count from the day of the check-out, hours from the minute. */
  loanPeriod: Period;
  /**
   * A last day that falls on a closed one: stands; moves on; moves back; moves on by whole weeks; only open
   * days are counted.
   */
  dueDateMode: DueDateMode;
  /** Loans of days, and their renewals, end on certain days of the year; null: by their period alone. */
  fixedEnd: FixedEndRule | null;
  /** A loan in hours ends at closing time at the latest. */
  endsAtClosing: boolean;
  /** Instead, one that would end while the branch is closed ends when it opens next. */
  endsAtOpening: boolean;
  /** A loan ends with the card at the latest. */
  capAtCardExpiry: boolean;
  /** Open loans of the reader together; null: no limit. */
  loanLimit: number | null;
  /** Which open loans those limits count, here and of the reading room: all, of this branch, of this type. */
  loanLimitCounts: 'all' | 'branch' | 'type' | 'branch_and_type';
  /** Limits of parts: of certain types, a branch, a shelving place, or of the loans made of late. */
  limits: LoanLimit[];
  /** Open loans and open holds together; null: no limit. */
  loansAndHoldsLimit: number | null;
  /** Loans for the reading room count in the limits of loans. */
  onSiteCounts: boolean;
  /** Loans for the reading room; null: no limit. */
  onSiteLimit: number | null;
  /** Past the limits a loan is still made, for this long; null: refused. */
  overflowPeriod: Period | null;
  /** A last day that staff choose themselves is at most so many days off; null: any day. */
  chosenDueDays: number | null;
  /** Marked ages are asked for at the check-out. */
  checksAge: boolean;

  /** 0: not at all. */
  renewalLimit: number;
  /** Of these so many by the reader online, the others at the desk; null: all of them. */
  onlineRenewalLimit: number | null;
  /** How long one renewal is; null: as long as the loan. */
  renewalPeriod: Period | null;
  /** The new period counts from the old last day; from today; or from today once that day has passed. */
  renewalBase: 'due' | 'today' | 'due_or_today';
  /** A job renews loans from so many days before their last day, by all these rules; null: none. */
  autoRenewDays: number | null;
  /** With all its renewals a loan ends at most so many days after the check-out; null: any day. */
  longestLoanDays: number | null;
  /** Not earlier than so many days before the last day; null: any time. */
  renewalWindowDays: number | null;
  /** No longer from so many days before the last day, 0 the last day itself; null: on the last day still. */
  renewalClosesDays: number | null;
  /** Overdue loans may be renewed; they may not; none of the reader's may while one is overdue. */
  renewalWhenOverdue: 'allowed' | 'not_this' | 'none';
  /** A card that has ended does not stop a renewal. */
  renewalWhenExpired: boolean;
  /** A block by staff and days without borrowing do not stop a renewal. */
  renewalWhenBlocked: boolean;
  /** Owing past the limit does not stop a renewal. */
  renewalWhenOwing: boolean;
  /** That limit for renewals; null: the limit of debts for loans. */
  renewalDebtLimit: number | null;
  /** With readers waiting: never, or when free copies can serve them all. */
  renewalWhenHeld: 'never' | 'other_copies';
  /**
   * A copy that somebody has asked for from a later day on, and that no free copy stands in for: it is lent
   * and renewed all the same; so that it is back the day before; or not past that day at all.
   */
  bookedAhead: 'ignored' | 'cut' | 'refused';

  /** Open holds, 0: none may be placed; null: no limit. */
  holdLimit: number | null;
  /** Holds placed in a day, cancelled ones included; null: no limit. */
  holdsPerDay: number | null;
  /** Holds of one title; more than one only for certain copies. */
  holdsPerTitle: number;
  /** Titles with copies on the shelf may be held always, once any copy is out, or only when all are. */
  holdsOnShelf: 'always' | 'any_out' | 'all_out';
  /** Readers may ask for one certain copy. */
  copyHolds: boolean;
  /** A hold is wanted for at least so many days from its start; 0: one day will do. */
  holdShortestDays: number;
  /** A hold waits at most so many days from its start; null: without end. */
  holdLongestDays: number | null;
  /** A hold that starts later is served so many days before. */
  holdLookAheadDays: number;
  /** Ids of branches from which no copy is sent to a hold that is collected here. */
  holdsNotFrom: string[];
  /** So many overdue loans of the pick-up branch stop new holds; null: none do. */
  holdOverdueLimit: number | null;
  /** A block by staff and days without borrowing do not stop holds. */
  holdWhenBlocked: boolean;
  /** Owing more than this stops holds; null: the limit of debts for loans. */
  holdDebtLimit: number | null;
  /** How long a copy waits on the hold shelf. */
  holdShelfDays: number;
  /** These are open days of the branch, or days of the calendar that end on an open one. */
  holdShelfCounts: 'open_days' | 'calendar_days';
  /** So many holds that were not collected stop borrowing and holding; null: nothing comes of it. */
  noShow: NoShowRule | null;
  /** Each hold that was not collected costs so much, fen. */
  noShowFee: number;

  /** What lateness costs; null: nothing. */
  fine: FineRule | null;
  /** Days without borrowing instead of money; null: none. */
  suspension: SuspensionRule | null;
  /** So many overdue loans stop new ones; null: none do. */
  overdueLimit: number | null;
  /** Owing **more** than this stops loans and holds; null: never. */
  debtLimit: number | null;
  /** Credits lower what a reader owes where a limit of debts is asked; no: only charges count. */
  creditCounts: boolean;
  /** What the children of a guardian owe together; null: does not matter. */
  childrenDebtLimit: number | null;
  /** What must be deposited for a card; 0: nothing. */
  deposit: number;
  /** What a lost copy costs, and when that is given back. */
  loss: LossRule;
  /** A copy that others need is asked back early; null: loans are not recalled. */
  recall: RecallRule | null;
  /** Readers may hand copies to each other. */
  transferable: boolean;
}

export type RuleName = keyof Rules;

/** A span of time. Loans are not counted in minutes, lateness not in months. */
export interface Period {
  count: number;
  unit: 'minutes' | 'hours' | 'days' | 'months';
}

/** How the last day of a loan meets the calendar. */
type DueDateMode =
  /** The days are counted and the day stands, open or closed. */
  | 'plain'
  /** A closed day moves to the next open one. */
  | 'next_open_day'
  /** A closed day moves back to the open one before it. */
  | 'previous_open_day'
  /** A closed day moves on by whole weeks, so that the weekday stays. */
  | 'same_weekday'
  /** Only open days are counted. */
  | 'open_days_only';

/** At most so many loans that match; a selector that is absent matches all. */
export interface LoanLimit {
  /** At most so many loans that match all of the following; what is absent matches all. */
  most: number;
  /** These item types together. */
  itemTypes?: ItemType[];
  /** Lent at this branch. */
  branchId?: string;
  /** From this shelving place. */
  shelf?: string;
  /** Loans made within so many days, returned ones too; absent: loans open now. */
  withinDays?: number;
}

/** Fines grow by an amount for every span that a loan is late. All amounts in fen. */
export interface FineRule {
  /** So much for every span that a loan is late. */
  amount: number;
  /** The span; one that is begun counts whole. */
  per: Period;
  /** Only spans that are over count; absent: one that is begun counts whole. */
  fullSpansOnly?: boolean;
  /**
   * Past so many spans each further one costs this instead, "0.10 a day, 0.20 from the 31st on"; absent: all
   * cost the same.
   */
  steps?: { after: number; amount: number }[];
  /** No fine up to this lateness; past it the whole lateness counts. */
  grace: Period | null;
  /** A recalled loan has the grace too; no: it costs from the first span. */
  graceWhenRecalled: boolean;
  /** For a recalled loan instead of `amount`; null: the same. */
  amountWhenRecalled: number | null;
  /** For one loan; null: no cap. */
  cap: number | null;
  /** For a recalled loan instead of `cap`; absent: the same. */
  capWhenRecalled?: number;
  /** Never more than the price of the copy, when it is known. */
  capAtPrice: boolean;
  /** Where no price is known it is taken for this; absent: no price caps. */
  unknownPrice?: number;
  /** Days that the branch was closed cost nothing. */
  closedDaysFree: boolean;
  /** Of a loan by the hour no minute of closed doors costs: nights, middays. Absent: they cost. */
  closedHoursFree?: boolean;
  /**
   * Copies brought back in these spans cost nothing. `04-01` comes every year, `2026-04-01` once. Both days
   * included.
   */
  amnesties: { from: string; to: string; why: string }[];
}

/** Days without borrowing instead of money. */
export interface SuspensionRule {
  /** For each day that a loan was late. */
  daysPerDay: number;
  /** For each so many whole days instead, "15 days for every 7"; absent: each day. */
  perDays?: number;
  /** Lateness up to so many days stops nothing. */
  graceDays: number;
  /** For one loan; null: no cap. */
  most: number | null;
  /** Days for several loans run side by side, the last of them counts; absent: one after the other. */
  sideBySide?: boolean;
  /** Only days count on which the branch of the loan is open; absent: all. */
  openDays?: boolean;
}

/** Loans that end on certain days, as the end of a term. */
export interface FixedEndRule {
  /** `01-15` comes every year, `2027-01-15` once. The first that comes after the check-out counts. */
  days: string[];
  /** On that day whatever the period says; no: on it at the latest. */
  exactly: boolean;
}

export interface NoShowRule {
  /** So many ready holds that were not collected... */
  count: number;
  /** ...one after the other, with none collected between; else any within `withinDays`. */
  inARow: boolean;
  /** Only those of so many days count; null: all. */
  withinDays: number | null;
  /** Stop borrowing and holding for so many days. */
  blockDays: number;
  /** Only new holds are stopped; absent: borrowing, too. */
  onlyHolds?: boolean;
}

export interface RecallRule {
  /** The borrower keeps the copy so many days from the check-out, whatever comes. */
  guaranteedDays: number;
  /** And so many days from the recall. */
  noticeDays: number;
}

export interface LossRule {
  /** The price of the copy so many times. */
  timesPrice: number;
  /** Instead, when no price is known. */
  withoutPrice: number;
  /** On top. */
  processing: number;
  /** A copy found again within so many days gives the price back; null: never. */
  refundDays: number | null;
  /** What lateness costs is asked for besides; no: the price settles both. */
  withLateFine: boolean;
}
