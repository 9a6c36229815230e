import type { ReaderCategory } from '../../typings/contract/account';
import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { HoldStatus } from '../../typings/contract/holds';

export interface HoldDocument {
  _id: string;
  titleId: string;
  readerId: string;
  /** Of the reader when the hold was placed: what may be lent to them serves it, nothing else. */
  readerCategory: ReaderCategory;
  pickUpBranchId: string;
  status: HoldStatus;
  placedAt: Instant;
  /** The copy on its way or on the shelf for this hold. */
  barcode: string | null;
  pickUpBy: LocalDate | null;
  /** What it costs not to collect it, fen, as its reader was told when they were called; absent: nothing. */
  noShowFee?: number;
  closedAt: Instant | null;
  /** Readers of the family or club who may collect it too. Counted once, with its own reader. */
  sharedWith: string[];
  /** Only this copy will do; null: any copy of the title. */
  wants: string | null;
  /** Waits without being served until this day; null: now. */
  startsOn: LocalDate | null;
  /** Not wanted after this day; null: without end. */
  neededUntil: LocalDate | null;
  /** As it stood when the hold was placed, and the waiting time that its reader was told. */
  placedAs: Pick<WaitDocument, 'position' | 'copies' | 'told'>;
  /** Says nothing of how long others wait: a copy stood on a shelf for it, or its reader put it off. */
  noMeasure?: true;
  /** Present while a loan is recalled for it: which. */
  recalledLoan?: string;
}

/**
 * `_id` is the title: its whole queue in one document, which carries the order and "each copy serves one
 * hold".
 */
export interface HoldQueueDocument {
  _id: string;
  /** In the order of service. A hold with a barcode is being brought or is ready. */
  holds: QueuedHold[];
}

export interface QueuedHold extends Pick<
  HoldDocument,
  | 'readerId'
  | 'readerCategory'
  | 'pickUpBranchId'
  | 'placedAt'
  | 'barcode'
  | 'pickUpBy'
  | 'sharedWith'
  | 'wants'
  | 'startsOn'
  | 'neededUntil'
> {
  holdId: string;
  status: 'waiting' | 'ready';
  /** Since this day no copy could ever come to it; absent: one could. */
  hopelessSince?: LocalDate;
}

/**
 * How long a hold waited until it was ready; `_id` is the hold. What readers are told is computed from these.
 */
export interface WaitDocument {
  _id: string;
  titleId: string;
  /** In the queue and with so many copies that could serve, when it was placed. */
  position: number;
  copies: number;
  days: number;
  /** The range in days that its reader was told, or null. */
  told: { from: number; to: number } | null;
  at: Instant;
}
