import type { Instant } from './shapes';
import type { TitleFacts } from './title-record';
import type { Availability } from './catalogue';

export interface LectureSummary {
  lectureId: string;
  title: string;
  speaker: string;
  heldAt: Instant;
  /** Seconds. */
  duration: number;
  lead: string;
}

/** A film of one's own (mp4, or HLS by its playlist), or one of a WeChat channel: by its ids or its token. */
export type ReplaySource =
  | { source: 'file'; fileId: string }
  | { source: 'channel'; finderUserName: string; feedId: string; feedToken: string }
  | { source: 'none' };

/** Something said at a second of the replay. */
export interface Said {
  text: string;
  at: number;
}

export interface LecturePage extends LectureSummary {
  speakerAbout: string;
  keyPoints: Said[];
  quotes: Said[];
  chapters: { title: string; at: number }[];
  replay: ReplaySource;
  /** Where this reader stopped, seconds; 0 for a visitor. */
  position: number;
  books: (TitleFacts & { availability: Availability })[];
  /** Without what is right: that comes with the answer. */
  quiz: { question: string; choices: string[] }[];
  hasTranscript: boolean;
  /** Stands on a quote that is sent on as a picture. */
  libraryName: string;
}

/** What was right, question by question, by the place among its choices. */
export interface QuizResult {
  right: number[];
  why: string[];
  /** So many were answered rightly. */
  score: number;
}

export interface LecturesApi {
  'lectures.list'(input: { after?: string }): { list: LectureSummary[]; next?: string };
  'lectures.show'(input: { lectureId: string }): LecturePage;
  /** Keeps where the reader stopped; the latest call wins. */
  'lectures.keepPosition'(input: { lectureId: string; seconds: number }): { seconds: number };
  /** What was said, in paragraphs. */
  'lectures.transcript'(input: { lectureId: string }): { list: Said[] };
  /** Every question answered, by the place among its choices. Nothing of it is kept. */
  'lectures.answerQuiz'(input: { lectureId: string; answers: number[] }): QuizResult;
}
