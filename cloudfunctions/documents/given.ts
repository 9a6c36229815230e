import type { Donation, GiverNaming } from '../../typings/contract/donations';
import type { DriftState } from '../../typings/contract/work-states';
import type { DriftNaming, DriftNoteState } from '../../typings/contract/drifting';
import type { Instant } from '../../typings/contract/shapes';

/**
 * A book that wanders from reader to reader; of a copy `_id` is `copy-{barcode}`, so that it wanders once.
 * Carries where it is and with whom: of two who take it at once one is told that it moved on.
 */
export interface DriftBookDocument {
  _id: string;
  /** Stands in the book and in no answer to readers: who knows it has the book in hand. */
  code: string;
  /** Of a copy of the catalogue; "". */
  barcode: string;
  title: string;
  author: string;
  about: string;
  state: DriftState;
  since: Instant;
  releasedAt: Instant;
  /** Where it lies; "" with a reader. */
  place: string;
  /** Whom it is with; "". */
  holderId: string;
  /** Readers whom it was with. */
  readers: number;
  /** Every change of where it is: what was seen is still so. */
  version: number;
}

/** `_id` is `{driftId}_{number}`: one reader's time with a book. */
export interface DriftLegDocument {
  _id: string;
  driftId: string;
  number: number;
  title: string;
  /** "": forgotten. */
  readerId: string;
  naming: DriftNaming;
  penName: string;
  /** As it is shown; "". */
  by: string;
  from: Instant;
  to: Instant | '';
  note: string;
  noteState: DriftNoteState;
  noteAt: Instant | '';
}

/** Books that a reader offers the library, until what became of them is known. */
export interface DonationDocument extends Pick<
  Donation,
  'state' | 'books' | 'words' | 'way' | 'answer' | 'thanks' | 'number' | 'offeredAt' | 'receivedAt'
> {
  _id: string;
  /** "": forgotten. */
  readerId: string;
  naming: GiverNaming;
  penName: string;
  /** As it is shown; "". */
  by: string;
  since: Instant;
  /** "" while it goes on. */
  endedAt: Instant | '';
}
