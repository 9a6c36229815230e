import type { Instant, LocalDate } from './shapes';
import type { TitleFacts } from './title-record';

export type HoldStatus = 'waiting' | 'ready' | 'filled' | 'cancelled' | 'expired';

export interface HoldSummary {
  holdId: string;
  status: 'waiting' | 'ready';
  pickUpBranchId: string;
  pickUpBranchName: string;
  /** 1 is next; 0 once ready. */
  position: number;
  /** On the way to the pick-up branch, or being fetched from a shelf. */
  onItsWay: boolean;
  /** Last day on the hold shelf, once ready. */
  pickUpBy?: LocalDate;
  /** Since this day no copy of the title could come to it. */
  hopelessSince?: LocalDate;
}

export interface WaitingTime {
  /** Days, a range from this library's own returns. */
  from: number;
  to: number;
  /** Holds it was computed from. */
  sample: number;
}

export interface Hold extends HoldSummary {
  /** Whose hold it is, when it is shared with this reader by another. */
  sharedBy?: string;
  /** Names of those who may collect it too. */
  sharedWith: string[];
  /** Not served before this day. */
  startsOn?: LocalDate;
  neededUntil?: LocalDate;
  /** Only this copy will do. */
  wants?: string;
  waiting?: WaitingTime;
  title: TitleFacts;
  placedAt: Instant;
}

export interface HoldsApi {
  'holds.list'(input: Record<string, never>): { list: Hold[]; limit: number | null };
  'holds.place'(input: {
    titleId: string;
    pickUpBranchId: string;
    /** A certain copy, where the library offers that. */
    barcode?: string;
    startsOn?: LocalDate;
    neededUntil?: LocalDate;
    /** Readers of the family who may collect it too. */
    sharedWith?: string[];
  }): Hold;
  /**
   * Changes what can be changed of a hold; absent fields stay, null takes away. A hold that a
   * copy was found for keeps its branch and days.
   */
  'holds.change'(input: {
    holdId: string;
    pickUpBranchId?: string;
    startsOn?: LocalDate | null;
    neededUntil?: LocalDate | null;
    sharedWith?: string[];
  }): Hold;
  'holds.cancel'(input: { holdId: string }): { holdId: string };
}
