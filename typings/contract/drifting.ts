import type { Refusal } from './refusals';
import type { Instant, ReaderName } from './shapes';
import type { DriftState } from './work-states';

export type DriftAct = 'release' | 'take' | 'leave' | 'lose' | 'come_home' | 'end';

/** How a reader stands in the passport of a book. */
export type DriftNaming = 'nobody' | 'masked' | 'pen_name';

/** What a reader wrote into it: seen by all, or by them alone. */
export type DriftNoteState = 'none' | 'shown' | 'waiting' | 'refused';

export interface DriftRow {
  driftId: string;
  title: string;
  author: string;
  state: DriftState;
  since: Instant;
  /** Where it lies, in words; "" with a reader. */
  place: string;
  /** Readers whom it was with. */
  readers: number;
}

/** One reader's time with the book. */
export interface DriftLeg {
  number: number;
  /** "": did not want to be named. */
  by: ReaderName;
  from: Instant;
  /** "": it is there still. */
  to: Instant | '';
  note: string;
  mine: boolean;
}

export interface DriftPassport extends DriftRow {
  about: string;
  releasedAt: Instant;
  legs: DriftLeg[];
  /** It is with this reader now. */
  mine: boolean;
  /** What this reader can do. */
  acts: DriftAct[];
  /** This reader's own, of the time that is or was theirs. */
  own: { note: string; noteState: DriftNoteState; naming: DriftNaming; penName: string } | null;
}

export interface DriftingApi {
  'drifting.list'(input: { which: 'out' | 'held' | 'mine'; after?: string }): {
    counts: { out: number; held: number };
    list: DriftRow[];
    next?: string;
  };
  'drifting.show'(input: { driftId: string }): DriftPassport;
  /** The code in the book: what it is, and whether one can take it. `seen`: for taking it as it was seen. */
  'drifting.look'(input: { code: string }): { passport: DriftPassport; seen: number; because: Refusal[] };
  'drifting.take'(input: { code: string; seen: number; naming: DriftNaming; penName: string }): DriftPassport;
  'drifting.note'(input: { driftId: string; text: string }): DriftPassport;
  /** How one stands in the passport, in all one's lines of it. */
  'drifting.setNaming'(input: { driftId: string; naming: DriftNaming; penName: string }): DriftPassport;
  /** Sets it free for the next one. */
  'drifting.leave'(input: { driftId: string; place: string }): DriftPassport;
  'drifting.lose'(input: { driftId: string }): DriftPassport;
}

export type DriftWhich = 'home' | 'out' | 'held' | 'lost' | 'ended';

export interface DeskDrift extends DriftRow {
  code: string;
  about: string;
  /** Of a copy of the catalogue; "". */
  barcode: string;
  acts: DriftAct[];
  legs: (Omit<DriftLeg, 'mine'> & { noteState: DriftNoteState })[];
}

export interface DriftDeskApi {
  'driftDesk.list'(input: { which: DriftWhich; after?: string }): {
    counts: { which: DriftWhich; count: number }[];
    /** Notes to be read. */
    notes: number;
    list: DriftRow[];
    next?: string;
  };
  'driftDesk.show'(input: { driftId: string }): DeskDrift;
  /** A copy of the catalogue by its barcode, or a book of its own by title and author. */
  'driftDesk.make'(input: {
    barcode: string;
    title: string;
    author: string;
    about: string;
    place: string;
  }): DeskDrift;
  'driftDesk.release'(input: { driftId: string; place: string }): DeskDrift;
  'driftDesk.comeHome'(input: { driftId: string }): DeskDrift;
  'driftDesk.lose'(input: { driftId: string }): DeskDrift;
  'driftDesk.end'(input: { driftId: string }): DeskDrift;
  'driftDesk.notes'(input: { after?: string }): {
    list: { driftId: string; number: number; title: string; note: string; at: Instant }[];
    next?: string;
  };
  /** `at`: of the words that were read. */
  'driftDesk.lookAtNote'(input: { driftId: string; number: number; at: Instant; allow: boolean }): DeskDrift;
}
