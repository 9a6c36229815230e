import type { Refusal } from './refusals';
import type { Instant, ReaderName } from './shapes';
import type { CallPhase, WorkState } from './work-states';

/** What readers are called on to send in: writing and pictures that are judged, or a recording of reading. */
type CallKind = 'contest' | 'reading_aloud';

/** What a work is made of. */
export type WorkTakes = 'text' | 'pictures' | 'text_and_pictures' | 'recording';

/** Readers of these full years on the day of closing are compared with one another. */
export interface WorkGroup {
  id: string;
  name: string;
  minAge: number | null;
  maxAge: number | null;
}

/** A judge gives up to `most` points; of the whole it counts `weight`. */
export interface Criterion {
  id: string;
  name: string;
  most: number;
  weight: number;
}

/** A call as its form has it. */
export interface CallDraft {
  kind: CallKind;
  title: string;
  about: string[];
  opensAt: Instant;
  closesAt: Instant;
  takes: WorkTakes;
  /** Characters, pictures and seconds that a work has at most. */
  longest: number;
  pictures: number;
  seconds: number;
  groups: WorkGroup[];
  criteria: Criterion[];
  /** Of five marks or more, the highest and the lowest do not count. */
  dropExtremes: boolean;
  /** From so many points of a hundred between two judges on, the organiser is told. */
  wideSpread: number;
  /** In each group: who has this rank or a better one. In the order of their ranks. */
  prizes: { name: string; upTo: number }[];
}

/** What a reader writes or records. */
export interface WorkWords {
  title: string;
  text: string;
  /** Media of the reader's own, in their order. */
  media: string[];
}

/** The name under which a work is published. */
export type SignedAs = 'full' | 'masked' | 'pen_name';

export interface WorkSignature {
  /** May be published. */
  publish: boolean;
  signedAs: SignedAs;
  penName: string;
}

export interface OwnWork extends WorkSignature {
  workId: string;
  state: WorkState;
  /** What is being written; what was sent stands beside it until it is sent anew. */
  draft: WorkWords;
  sent: WorkWords | null;
  /** What of it has not passed yet, or why it did not. */
  why: string;
  group: string;
  changedAt: Instant;
  /** How it is signed if it is published. */
  by: ReaderName;
  rank: number | null;
  prize: string;
  /** Of a hundred. */
  score: number | null;
}

export interface CallRow {
  callId: string;
  kind: CallKind;
  title: string;
  phase: CallPhase;
  opensAt: Instant;
  closesAt: Instant;
}

export interface CallPage extends CallRow {
  about: string[];
  takes: WorkTakes;
  longest: number;
  pictures: number;
  seconds: number;
  groups: WorkGroup[];
  criteria: Omit<Criterion, 'id'>[];
  prizes: { name: string; upTo: number }[];
  dropExtremes: boolean;
  judges: number;
  libraryName: string;
  /** Why this reader cannot send a work. */
  because: Refusal[];
  /** By the whole name, too: not a child. */
  mayBeNamed: boolean;
  own: OwnWork | null;
}

/** A work as others see it; nothing of whose it is but how it is signed. */
export interface PublishedWork {
  workId: string;
  title: string;
  by: string;
  group: string;
  rank: number | null;
  prize: string;
  /** How it begins. */
  opening: string;
  media: number;
  mine: boolean;
}

export type WorkToRead = Omit<PublishedWork, 'opening' | 'media'> & {
  kind: CallKind;
  callId: string;
  callTitle: string;
  text: string;
  media: string[];
};

export interface WorksApi {
  /** Calls that are on, then those that are over. */
  'works.calls'(input: { kind?: CallKind; after?: string }): { list: CallRow[]; next?: string };
  'works.call'(input: { callId: string }): CallPage;
  /** Keeps what is being written; nobody else sees it. */
  'works.save'(input: { callId: string; words: WorkWords }): OwnWork;
  'works.send'(input: { callId: string; words: WorkWords; signature: WorkSignature }): OwnWork;
  'works.withdraw'(input: { callId: string }): OwnWork;
  /** Whether and under which name it is published, whenever its reader changes their mind. */
  'works.sign'(input: { callId: string; signature: WorkSignature }): OwnWork;
  'works.published'(input: { callId: string; after?: string }): {
    /** Works that are ranked and not shown, because their readers did not want that. */
    unpublished: number;
    list: PublishedWork[];
    next?: string;
  };
  'works.read'(input: { workId: string }): WorkToRead;
  /** A link for minutes to a picture or a recording: one's own, or of a work that is published. */
  'works.openMedia'(input: { workId: string; mediaId: string }): { fileId: string };
  'works.report'(input: { workId: string; why: string }): { workId: string };
}
