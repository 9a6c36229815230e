import type { DeskLecture, DeskLecturePage, LocalDate } from '../../../typings/contract';
import { lengthText, localDateOf, longDate, moment } from '../../lib/dates';
import { sourceText } from './draft-form';

interface DeskRow {
  lectureId: string;
  title: string;
  who: string;
  tag: string;
  tone: 'good' | 'soon' | 'quiet';
}

/** Whether readers see it, and from when. */
function shownAs(
  { publishAt }: Pick<DeskLecture, 'publishAt'>,
  today: LocalDate,
  now: number,
): Pick<DeskRow, 'tag' | 'tone'> {
  if (publishAt === null) return { tag: '草稿', tone: 'soon' };
  return Date.parse(publishAt) > now
    ? { tag: `${moment(publishAt, today)} 发布`, tone: 'quiet' }
    : { tag: '读者可见', tone: 'good' };
}

export const deskRow = (lecture: DeskLecture, today: LocalDate, now: number): DeskRow => ({
  lectureId: lecture.lectureId,
  title: lecture.title,
  who: [lecture.speaker, longDate(localDateOf(lecture.heldAt), today)].filter(Boolean).join(' · '),
  ...shownAs(lecture, today, now),
});

interface Row {
  text: string;
  clock: string;
}

export interface EditView extends Omit<DeskRow, 'lectureId'> {
  lead: string;
  src: string;
  film: string;
  length: string;
  groups: { act: 'chapters' | 'keyPoints' | 'quotes'; heading: string; rows: Row[] }[];
  questions: { text: string; right: string }[];
  books: { titleId: string; title: string; authors: string }[];
  lines: number;
  isDraft: boolean;
  publishAt: string | null;
  draft: DeskLecturePage['draft'];
}

const MOST_QUESTIONS = 3;

export function editView(
  page: DeskLecturePage,
  today: LocalDate,
  now: number,
): EditView & { mayAsk: boolean } {
  const { draft } = page;
  const row = (text: string, at: number): Row => ({ text, clock: lengthText(at) });
  const { title, who, tag, tone } = deskRow(page, today, now);
  return {
    ...{ title, who, tag, tone },
    lead: draft.lead,
    src: draft.replay.source === 'file' ? draft.replay.fileId : '',
    film: draft.replay.source === 'none' ? '还没有回放' : sourceText(draft.replay),
    length: draft.duration > 0 ? lengthText(draft.duration) : '',
    groups: [
      { act: 'chapters', heading: '章节', rows: draft.chapters.map((each) => row(each.title, each.at)) },
      { act: 'keyPoints', heading: '要点', rows: draft.keyPoints.map(({ text, at }) => row(text, at)) },
      { act: 'quotes', heading: '金句', rows: draft.quotes.map(({ text, at }) => row(text, at)) },
    ],
    questions: draft.quiz.map(({ question, choices, right }) => ({
      text: question,
      right: choices[right] ?? '',
    })),
    mayAsk: draft.quiz.length < MOST_QUESTIONS,
    books: page.books.map(({ titleId, title: name, authors }) => ({ titleId, title: name, authors })),
    lines: page.lines,
    isDraft: page.publishAt === null,
    publishAt: page.publishAt,
    draft,
  };
}
