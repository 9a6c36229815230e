import type { Instant, LocalDate } from '../../typings/contract/answer';
import type { HoldStatus } from '../../typings/contract/holds';

export interface HoldDocument {
  _id: string;
  titleId: string;
  readerId: string;
  pickUpBranchId: string;
  status: HoldStatus;
  placedAt: Instant;
  /** The copy on its way or on the shelf for this hold. */
  barcode: string | null;
  pickUpBy: LocalDate | null;
  closedAt: Instant | null;
  /** Readers of the family or club who may collect it too. Counted once, with its own reader. */
  sharedWith: string[];
  /** Only this copy will do; null: any copy of the title. */
  wants: string | null;
  /** Waits without being served until this day; null: now. */
  startsOn: LocalDate | null;
  /** Not wanted after this day; null: without end. */
  neededUntil: LocalDate | null;
}

/** `_id` is the title: its whole queue in one document, which carries the order and "each copy serves one hold". */
export interface HoldQueueDocument {
  _id: string;
  /** In the order of service. A hold with a barcode is being brought or is ready. */
  holds: QueuedHold[];
}

export interface QueuedHold extends Pick<
  HoldDocument,
  | 'readerId'
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
}

/** `_id` is the title: how long holds of it waited, the last of them, for the waiting time that readers are told. */
export interface WaitingTimesDocument {
  _id: string;
  /** Newest last, at most forty. */
  waits: {
    placedOn: LocalDate;
    readyOn: LocalDate;
    position: number;
    copies: number;
    told: { from: number; to: number } | null;
  }[];
}
