import type { LectureDraft } from '../../../typings/contract';
import { textIn, type Answers, type AskField } from '../../components/ask-sheet/fields';
import { actsOn, type Act } from '../../lib/acts';
import { act, type Outcome, type Output } from '../../lib/call';
import {
  filmFields,
  markFields,
  questionFields,
  secondsOf,
  withFilm,
  withMark,
  withQuestion,
  withWords,
  wordsFields,
  type Marked,
} from './draft-form';

export interface EditFacts {
  lectureId: string;
  draft: LectureDraft;
  publishAt: string | null;
  /** Which of a list; -1: a new one. */
  place: number;
  /** Where the film stands. */
  seconds: number;
}

type Saved = Output<'lectureDesk.save'>;
const NO_TIME = { code: 'time', text: '时间写成 1:02 这样。' };
const NO_STAR = { code: 'choices', text: '请在正确的一行前面加 *。' };

export const saveDraft = (lectureId: string, draft: LectureDraft) =>
  act('lectureDesk.save', { ...draft, lectureId });

/** One part of the recap: its fields, and the draft with what was typed. */
const part = (
  words: string,
  fields: (facts: EditFacts) => AskField[],
  changed: (facts: EditFacts, answers: Answers) => LectureDraft,
): Act<EditFacts, Saved> => ({
  words,
  sheet: (facts) => ({ fields: fields(facts), confirm: '保存' }),
  run: (facts, answers) => saveDraft(facts.lectureId, changed(facts, answers)),
});

const marks = (words: string, marked: Marked): Act<EditFacts, Saved> => ({
  ...part(
    words,
    ({ draft, place, seconds }) => markFields(draft, marked, place, seconds),
    ({ draft, place }, answers) => withMark(draft, marked, place, answers),
  ),
  wrong: (answers) => (secondsOf(textIn(answers, 'at')) === undefined ? NO_TIME : undefined),
});

/** A day and an hour as the library has them; null: now. */
const publishAt = (answers: Answers): string | null => {
  const [on, from] = [textIn(answers, 'on'), textIn(answers, 'from') || '10:00'];
  return on === '' ? null : new Date(`${on}T${from.padStart(5, '0')}:00+08:00`).toISOString();
};

/** Something that readers or editors lose: asked before, and said in two words after. */
const gives = <V>(
  verb: string,
  what: string,
  content: string,
  run: (facts: EditFacts) => Promise<Outcome<V>>,
): Act<EditFacts, V> => ({
  words: verb + what,
  sure: () => ({ title: `${verb}${what}？`, content, yes: verb, no: '保留' }),
  run,
  done: () => `已${verb}`,
});

/** What staff do with a recap. */
export const editActs = actsOn<EditFacts>()({
  words: part(
    '标题和导语',
    ({ draft }) => wordsFields(draft),
    ({ draft }, answers) => withWords(draft, answers),
  ),
  film: {
    ...part(
      '回放',
      ({ draft }) => filmFields(draft),
      ({ draft }, answers) => withFilm(draft, answers),
    ),
    wrong: (answers: Answers) => {
      const typed = textIn(answers, 'duration');
      return typed !== '' && secondsOf(typed) === undefined ? NO_TIME : undefined;
    },
  },
  keyPoints: marks('要点', 'keyPoints'),
  quotes: marks('金句', 'quotes'),
  chapters: marks('章节', 'chapters'),
  question: {
    ...part(
      '题目',
      ({ draft, place }) => questionFields(draft, place),
      ({ draft, place }, answers) => withQuestion(draft, place, answers),
    ),
    wrong: (answers: Answers) => (/^[*＊]/m.test(textIn(answers, 'choices')) ? undefined : NO_STAR),
  },
  publish: {
    words: '发布',
    sheet: () => ({
      note: '报了名的读者会收到通知，只通知一次。',
      fields: [
        { name: 'on', label: '发布日期', kind: 'date', value: '', hint: '不选：现在就发布' },
        { name: 'from', label: '发布时间', kind: 'text', value: '', placeholder: '10:00' },
      ],
      confirm: '发布',
    }),
    wrong: (answers) =>
      /^(\d{1,2}:[0-5]\d)?$/.test(textIn(answers, 'from'))
        ? undefined
        : { code: 'time', text: '时间写成 10:00 这样。' },
    run: ({ lectureId }, answers) => act('lectureDesk.publish', { lectureId, at: publishAt(answers) }),
    done: () => '已发布',
  },
  withdraw: gives('撤下', '这篇回顾', '读者暂时看不到它。', ({ lectureId }) =>
    act('lectureDesk.withdraw', { lectureId }),
  ),
  dropTranscript: gives('去掉', '文字稿', '去掉后要重新选择文件。', ({ lectureId }) =>
    act('lectureDesk.dropTranscript', { lectureId }),
  ),
  remove: gives('删除', '这篇回顾', '删除后不能恢复。', ({ lectureId }) =>
    act('lectureDesk.remove', { lectureId }),
  ),
});
