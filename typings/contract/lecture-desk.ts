import type { ReplaySource, Said } from './lectures';
import type { Instant } from './shapes';
import type { TitleFacts } from './title-record';

/** A recap as its editors write it. */
export interface LectureDraft {
  title: string;
  speaker: string;
  speakerAbout: string;
  heldAt: Instant;
  /** Seconds of the replay; 0: not known. */
  duration: number;
  lead: string;
  keyPoints: Said[];
  quotes: Said[];
  chapters: { title: string; at: number }[];
  replay: ReplaySource;
  titleIds: string[];
  /** `right`: the place among the choices. */
  quiz: { question: string; choices: string[]; right: number; why: string }[];
}

export interface DeskLecture {
  lectureId: string;
  title: string;
  speaker: string;
  heldAt: Instant;
  /** null: a draft; a moment to come: readers see it from then on. */
  publishAt: Instant | null;
}

export interface DeskLecturePage extends DeskLecture {
  draft: LectureDraft;
  books: TitleFacts[];
  /** Lines of the transcript; 0: there is none. */
  lines: number;
  /** The event whose recap it is; "": none. */
  eventId: string;
}

/** Recaps as the staff of role `events` write them. */
export interface LectureDeskApi {
  /** All of them, drafts too, the latest lecture first. */
  'lectureDesk.list'(input: { after?: string }): { list: DeskLecture[]; next?: string };
  'lectureDesk.show'(input: { lectureId: string }): DeskLecturePage;
  /** A new draft, of an event or ("") of none. An event has one recap: where there is one it is given. */
  'lectureDesk.begin'(input: { eventId: string }): DeskLecture;
  'lectureDesk.save'(input: LectureDraft & { lectureId: string }): DeskLecturePage;
  /** Readers see it from `at` on (null: now), and who registered for its event is told then, once. */
  'lectureDesk.publish'(input: { lectureId: string; at: Instant | null }): DeskLecture;
  /** Readers see it no more; it is a draft again. */
  'lectureDesk.withdraw'(input: { lectureId: string }): DeskLecture;
  'lectureDesk.remove'(input: { lectureId: string }): { lectureId: string };
  /** Reads an uploaded WebVTT or SRT file as the transcript, in place of the one before. */
  'lectureDesk.bringTranscript'(input: { lectureId: string; fileId: string }): { lines: number };
  'lectureDesk.dropTranscript'(input: { lectureId: string }): { lectureId: string };
}
