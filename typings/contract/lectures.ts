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

export interface LecturePage extends LectureSummary {
  speakerAbout: string;
  keyPoints: { text: string; at: number }[];
  quotes: { text: string; at: number }[];
  chapters: { title: string; at: number }[];
  replay: { source: 'file'; fileId: string } | { source: 'channel'; feedToken: string } | { source: 'none' };
  /** Where this reader stopped, seconds; 0 for a visitor. */
  position: number;
  books: (TitleFacts & { availability: Availability })[];
}

export interface LecturesApi {
  'lectures.list'(input: { after?: string }): { list: LectureSummary[]; next?: string };
  'lectures.show'(input: { lectureId: string }): LecturePage;
  /** Keeps where the reader stopped; the latest call wins. */
  'lectures.keepPosition'(input: { lectureId: string; seconds: number }): { seconds: number };
}
