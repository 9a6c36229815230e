import type {
  DeliveryAct,
  DeliveryKind,
  DeliverySource,
  DeliveryState,
  UnfilledReason,
  Wanted,
} from '../../typings/contract/deliveries';
import type { Instant, LocalDate } from '../../typings/contract/shapes';

/** What a library has set for documents that it gets from elsewhere. */
export interface DeliveryRules {
  open: boolean;
  /** Days of a link, and how many times it opens. */
  linkDays: number;
  linkOpens: number;
  /** Days to say yes to a cost. */
  agreeDays: number;
  /** Days that each step of the library should take at most. */
  askedDays: number;
  searchDays: number;
  handOverDays: number;
}

/**
 * A document that a reader asked the library to get: a copy as a file, or a book of another library on loan.
 * It carries its state, the agreements and the link.
 */
export interface DeliveryDocument {
  _id: string;
  readerId: string;
  kind: DeliveryKind;
  wanted: Wanted;
  state: DeliveryState;
  /** When it came into this state. */
  since: Instant;
  askedAt: Instant;
  /** The statement on copyright that was agreed to with this request. */
  statement: { version: string; at: Instant };
  /** Of the talk in which it was asked; "". */
  talkId: string;
  /** Who looks for it; "". */
  takenBy: string;
  takenByName: string;
  sources: DeliverySource[];
  /** Fen: what it costs the reader; 0: nothing. */
  cost: number;
  /** Fen that the reader agreed to; null before. */
  agreed: { cost: number; at: Instant } | null;
  /** The file behind the link, as long as it is there. */
  file: {
    fileId: string;
    name: string;
    bytes: number;
    until: Instant;
    opensLeft: number;
  } | null;
  /** The temporary copy at the desk, of a book. */
  loan: { barcode: string; titleId: string; backBy: LocalDate } | null;
  unfilled: { reason: UnfilledReason; next: string } | null;
  /** The reader knows that this state takes longer. */
  toldLate: boolean;
  /** "" while it goes on. */
  endedAt: Instant | '';
  /** What happened, in its order. `by` is a name of staff, or "". */
  steps: { act: DeliveryAct | 'ask'; at: Instant; by: string }[];
}

/**
 * A file that is there for a while: the one behind a link (`_id` is that of its delivery), or a copy of it
 * that was made for one opening, which alone a phone gets to know. Says nothing of whose it is.
 */
export interface PassingFileDocument {
  _id: string;
  fileId: string;
  goneAt: Instant;
}
