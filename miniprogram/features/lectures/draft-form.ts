import type { LectureDraft, ReplaySource } from '../../../typings/contract';
import { textIn, type Answers, type AskField } from '../../components/ask-sheet/fields';
import { lengthText, localDateOf } from '../../lib/dates';

/** Which list of marks: things said, or where a chapter begins. */
export type Marked = 'keyPoints' | 'quotes' | 'chapters';

/** "1:02" or "1:02:03" or "62" as seconds; undefined where it is none. */
export function secondsOf(typed: string): number | undefined {
  const parts = typed.trim().split(/[:：]/);
  if (parts.length > 3 || !parts.every((part) => /^\d{1,5}$/.test(part))) return undefined;
  const [last = 0, minutes = 0, hours = 0] = parts.map(Number).reverse();
  if (parts.length > 1 && (last > 59 || (parts.length > 2 && minutes > 59))) return undefined;
  return 3600 * hours + 60 * minutes + last;
}

const lines = (name: string, label: string, value: string, longest: number, hint = ''): AskField => ({
  ...{ name, label, kind: 'lines', value, longest, hint },
});

export const wordsFields = (draft: LectureDraft): AskField[] => [
  { name: 'title', label: '标题', kind: 'text', value: draft.title, required: true, longest: 60 },
  { name: 'speaker', label: '主讲', kind: 'text', value: draft.speaker, longest: 60 },
  { name: 'on', label: '讲座日期', kind: 'date', value: localDateOf(draft.heldAt), required: true },
  lines('lead', '导语', draft.lead, 200, '一两句话，读者先看到它'),
  lines('speakerAbout', '主讲人介绍', draft.speakerAbout, 500),
];

/** The day may be another one; the hour stays. */
export const withWords = (draft: LectureDraft, answers: Answers): LectureDraft => {
  const on = textIn(answers, 'on');
  const isSame = on === localDateOf(draft.heldAt);
  return {
    ...draft,
    title: textIn(answers, 'title'),
    speaker: textIn(answers, 'speaker'),
    heldAt: isSame ? draft.heldAt : new Date(`${on}T19:00:00+08:00`).toISOString(),
    lead: textIn(answers, 'lead'),
    speakerAbout: textIn(answers, 'speakerAbout'),
  };
};

/** Where a replay lies, in one field: an address, or what names a film of a channel. */
export const sourceText = (replay: ReplaySource): string => {
  if (replay.source === 'file') return replay.fileId;
  if (replay.source === 'none') return '';
  return [replay.finderUserName, replay.feedId, replay.feedToken].filter(Boolean).join(' ');
};

export function sourceOf(typed: string): ReplaySource {
  const [first = '', second, third = ''] = typed.trim().split(/\s+/);
  if (first === '') return { source: 'none' };
  if (/^(cloud|https?):\/\//.test(first)) return { source: 'file', fileId: first };
  return second === undefined
    ? { source: 'channel', finderUserName: '', feedId: '', feedToken: first }
    : { source: 'channel', finderUserName: first, feedId: second, feedToken: third };
}

export const filmFields = ({ replay, duration }: LectureDraft): AskField[] => [
  lines(
    'source',
    '回放',
    sourceText(replay),
    500,
    '云存储或 https 的 mp4、m3u8 地址；视频号写“视频号 ID 视频 ID”，或只写 feed-token',
  ),
  {
    ...{ name: 'duration', label: '时长', kind: 'text', value: duration > 0 ? lengthText(duration) : '' },
    ...{ placeholder: '58:30', hint: '播放一次会自动填上' },
  },
];

export const withFilm = (draft: LectureDraft, answers: Answers): LectureDraft => ({
  ...draft,
  replay: sourceOf(textIn(answers, 'source')),
  duration: secondsOf(textIn(answers, 'duration')) ?? 0,
});

const LONGEST = { keyPoints: 300, quotes: 120, chapters: 40 } as const;

/** One of a list, or a new one at the second at which the film stands. */
export const markFields = (
  draft: LectureDraft,
  marked: Marked,
  place: number,
  seconds: number,
): AskField[] => {
  const [text, at] = markAt(draft, marked, place) ?? ['', Math.floor(seconds)];
  return [
    { ...lines('text', marked === 'chapters' ? '章节' : '内容', text, LONGEST[marked]), required: true },
    { name: 'at', label: '时间', kind: 'text', value: lengthText(at), required: true, placeholder: '1:02' },
    ...(place >= 0 ? [{ name: 'remove', label: '删去这一条', kind: 'switch', value: '' } as const] : []),
  ];
};

function markAt(draft: LectureDraft, marked: Marked, place: number): [string, number] | undefined {
  if (marked === 'chapters') {
    const chapter = draft.chapters[place];
    return chapter && [chapter.title, chapter.at];
  }
  const said = draft[marked][place];
  return said && [said.text, said.at];
}

export function withMark(draft: LectureDraft, marked: Marked, place: number, answers: Answers): LectureDraft {
  const [text, at] = [textIn(answers, 'text'), secondsOf(textIn(answers, 'at')) ?? 0];
  const removed = answers['remove'] === 'yes';
  const put = <M>(list: M[], one: M): M[] => {
    if (place < 0) return [...list, one];
    return removed ? list.filter((_, n) => n !== place) : list.map((each, n) => (n === place ? one : each));
  };
  return marked === 'chapters'
    ? { ...draft, chapters: put(draft.chapters, { title: text, at }) }
    : { ...draft, [marked]: put(draft[marked], { text, at }) };
}

type Question = LectureDraft['quiz'][number];
const NEW_QUESTION: Question = { question: '', choices: [], right: -1, why: '' };

export const questionFields = ({ quiz }: LectureDraft, place: number): AskField[] => {
  const { question, choices, right, why } = quiz[place] ?? NEW_QUESTION;
  return [
    { ...lines('question', '题目', question, 120), required: true },
    {
      ...lines(
        'choices',
        '选项',
        choices.map((text, n) => (n === right ? `*${text}` : text)).join('\n'),
        400,
      ),
      required: true,
      hint: '一行一个，正确的一行前面加 *',
    },
    lines('why', '答后说明', why, 200),
    ...(place >= 0 ? [{ name: 'remove', label: '删去这一题', kind: 'switch', value: '' } as const] : []),
  ];
};

export function withQuestion(draft: LectureDraft, place: number, answers: Answers): LectureDraft {
  const choices = textIn(answers, 'choices')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const one: Question = {
    question: textIn(answers, 'question'),
    choices: choices.map((line) => line.replace(/^[*＊]\s*/, '')),
    right: choices.findIndex((line) => /^[*＊]/.test(line)),
    why: textIn(answers, 'why'),
  };
  if (place < 0) return { ...draft, quiz: [...draft.quiz, one] };
  const others = draft.quiz.filter((_, n) => n !== place);
  return {
    ...draft,
    quiz: answers['remove'] === 'yes' ? others : draft.quiz.map((each, n) => (n === place ? one : each)),
  };
}
