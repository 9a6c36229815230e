import type { LecturePage, LectureSummary, LocalDate, TitleFacts } from '../../../typings/contract';
import { availabilityLine, type AvailabilityLine } from '../../lib/availability';
import { lengthText, localDateOf, longDate } from '../../lib/dates';
import { quizOf, type QuizQuestion } from './quizzing';

interface LectureRow {
  lectureId: string;
  title: string;
  /** "岑野 · 11月13日 周四". */
  who: string;
  length: string;
  lead: string;
}

export function lectureRow(lecture: LectureSummary, today: LocalDate): LectureRow {
  return {
    lectureId: lecture.lectureId,
    title: lecture.title,
    who: [lecture.speaker, longDate(localDateOf(lecture.heldAt), today)].filter(Boolean).join(' · '),
    length: lecture.duration > 0 ? lengthText(lecture.duration) : '',
    lead: lecture.lead,
  };
}

interface Mark {
  text: string;
  /** Seconds into the replay. */
  at: number;
  clock: string;
}

export interface LectureView {
  title: string;
  who: string;
  length: string;
  lead: string;
  speaker: string;
  speakerAbout: string;
  chapters: Mark[];
  keyPoints: Mark[];
  quotes: Mark[];
  replay: 'file' | 'channel' | 'none';
  src: string;
  channel: { finderUserName: string; feedId: string; feedToken: string };
  books: { titleId: string; book: TitleFacts; line: AvailabilityLine; lent: boolean }[];
  quiz: QuizQuestion[];
  hasTranscript: boolean;
  libraryName: string;
}

const NO_CHANNEL = { finderUserName: '', feedId: '', feedToken: '' };

export function lectureView(page: LecturePage, today: LocalDate): LectureView {
  const mark = (text: string, at: number): Mark => ({ text, at, clock: lengthText(at) });
  const { title, who, length, lead } = lectureRow(page, today);
  return {
    title,
    who,
    length,
    lead,
    speaker: page.speaker,
    speakerAbout: page.speakerAbout,
    chapters: page.chapters.map((chapter) => mark(chapter.title, chapter.at)),
    keyPoints: page.keyPoints.map(({ text, at }) => mark(text, at)),
    quotes: page.quotes.map(({ text, at }) => mark(text, at)),
    replay: page.replay.source,
    src: page.replay.source === 'file' ? page.replay.fileId : '',
    channel: page.replay.source === 'channel' ? page.replay : NO_CHANNEL,
    books: page.books.map(({ availability, titleId, title: name, authors, publisher, year, clc }) => ({
      titleId,
      book: { titleId, title: name, authors, publisher, year, clc },
      line: availabilityLine(availability, today),
      lent: availability.onShelf === 0 && availability.items > 0,
    })),
    quiz: quizOf(page.quiz),
    hasTranscript: page.hasTranscript,
    libraryName: page.libraryName,
  };
}

/** Which chapter a moment belongs to; -1 before the first. */
export function chapterAt(chapters: { at: number }[], seconds: number): number {
  let found = -1;
  chapters.forEach(({ at }, i) => {
    if (at <= seconds) found = i;
  });
  return found;
}

/** Stopped within the first or last moments: there is nothing to resume. */
const EDGE_S = 3;

/**
 * Where the replay begins: the kept position, or the beginning when it was hardly begun or seen to the end.
 */
export function startAt(position: number, duration: number): number {
  if (position < EDGE_S) return 0;
  return duration > 0 && position > duration - EDGE_S ? 0 : position;
}
