import type { Instant } from '../../typings/contract/shapes';
import type { LectureDraft } from '../../typings/contract/lecture-desk';

/** Carries that a recap is shown from one moment on, whoever asks: nothing has to run for it. */
export interface LectureDocument extends LectureDraft {
  _id: string;
  /** null: a draft. A moment to come: shown from then on. */
  publishAt: Instant | null;
  /** The event whose recap it is; null: none. */
  eventId: string | null;
  /** Lines of its transcript; 0: there is none. */
  lines: number;
}

/** What was said, by seconds of the replay. `_id` is that of the lecture. */
export interface TranscriptDocument {
  _id: string;
  list: { at: number; text: string }[];
}

/** `_id` is `{lectureId}_{readerId}`. */
export interface ReplayPositionDocument {
  _id: string;
  readerId: string;
  seconds: number;
  at: Instant;
}
