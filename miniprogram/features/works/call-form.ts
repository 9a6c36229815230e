import type { CallDraft, CallRow, WorkTakes } from '../../../typings/contract';
import { textIn, type Answers, type AskField } from '../../components/ask-sheet/fields';
import { clock, localDateOf, momentOf } from '../../lib/dates';

const TAKES: { id: WorkTakes; name: string }[] = [
  { id: 'text', name: '文字' },
  { id: 'pictures', name: '图片' },
  { id: 'text_and_pictures', name: '图文' },
];
const KINDS: { id: CallRow['kind']; name: string }[] = [
  { id: 'contest', name: '征文、绘画、摄影' },
  { id: 'reading_aloud', name: '朗读' },
];

const field = (name: string, label: string, value: string, more: Partial<AskField> = {}): AskField => ({
  ...{ name, label, value, kind: 'text' },
  ...more,
});
const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const DAY_MS = 86_400_000;

/** A new call, open for a month from tomorrow. */
export const newCall = (now: number): CallDraft => ({
  ...{ kind: 'contest', title: '', about: [], takes: 'text', longest: 3000, pictures: 3, seconds: 300 },
  opensAt: momentOf(localDateOf(now + DAY_MS), '09:00'),
  closesAt: momentOf(localDateOf(now + 31 * DAY_MS), '18:00'),
  groups: [{ id: 'g1', name: '不分组', minAge: null, maxAge: null }],
  criteria: [
    { id: 'c1', name: '立意', most: 40, weight: 40 },
    { id: 'c2', name: '文笔', most: 30, weight: 30 },
    { id: 'c3', name: '真情', most: 30, weight: 30 },
  ],
  ...{ dropExtremes: true, wideSpread: 20 },
  prizes: [
    { name: '一等奖', upTo: 1 },
    { name: '二等奖', upTo: 3 },
    { name: '三等奖', upTo: 6 },
  ],
});

export const kindFields = (draft: CallDraft): AskField[] => [
  field('kind', '征集什么', draft.kind, { kind: 'choice', required: true, choices: KINDS }),
  field('title', '名称', draft.title, { required: true, longest: 60, placeholder: '如 我和图书馆' }),
];

export const withKind = (draft: CallDraft, answers: Answers): CallDraft =>
  textIn(answers, 'kind') === 'reading_aloud'
    ? {
        ...draft,
        ...{ kind: 'reading_aloud', title: textIn(answers, 'title'), takes: 'recording' },
        ...{ criteria: [], prizes: [], longest: 300, pictures: 0 },
      }
    : { ...draft, kind: 'contest', title: textIn(answers, 'title') };

const aNumber = (answers: Answers, name: string, before: number): number => {
  const typed = textIn(answers, name);
  return /^\d+$/.test(typed) ? Number(typed) : before;
};

/** What it is about and what is taken. */
export const wordsFields = (draft: CallDraft): AskField[] => [
  field('title', '名称', draft.title, { required: true, longest: 60 }),
  field('about', '说明', draft.about.join('\n'), { kind: 'lines', longest: 2000, hint: '一段一行' }),
  ...(draft.kind === 'contest'
    ? [
        field('takes', '收什么', draft.takes, { kind: 'choice', required: true, choices: TAKES }),
        field('longest', '最多多少字', String(draft.longest), { kind: 'number' }),
        field('pictures', '最多几张图', String(draft.pictures || ''), { kind: 'number' }),
      ]
    : [field('seconds', '最长多少秒', String(draft.seconds), { kind: 'number', required: true })]),
];

export const withWords = (draft: CallDraft, answers: Answers): CallDraft => ({
  ...draft,
  title: textIn(answers, 'title'),
  about: linesOf(textIn(answers, 'about')),
  takes: TAKES.find(({ id }) => id === textIn(answers, 'takes'))?.id ?? draft.takes,
  longest: aNumber(answers, 'longest', draft.longest),
  pictures: aNumber(answers, 'pictures', draft.kind === 'contest' ? 0 : draft.pictures),
  seconds: aNumber(answers, 'seconds', draft.seconds),
});

export const timeFields = (draft: CallDraft): AskField[] => [
  field('opensOn', '开始', localDateOf(draft.opensAt), { kind: 'date', required: true }),
  field('opensFrom', '开始时间', clock(draft.opensAt), { required: true, placeholder: '09:00' }),
  field('closesOn', '截止', localDateOf(draft.closesAt), { kind: 'date', required: true }),
  field('closesTo', '截止时间', clock(draft.closesAt), { required: true, placeholder: '18:00' }),
];

export const timesIn = (answers: Answers): Pick<CallDraft, 'opensAt' | 'closesAt'> => ({
  opensAt: momentOf(textIn(answers, 'opensOn'), textIn(answers, 'opensFrom')),
  closesAt: momentOf(textIn(answers, 'closesOn'), textIn(answers, 'closesTo')),
});

const groupLine = ({ name, minAge, maxAge }: CallDraft['groups'][number]): string =>
  minAge === null && maxAge === null ? name : `${name} ${minAge ?? ''}-${maxAge ?? ''}`;

/** Who is compared with whom, and what there is to win. */
export const groupFields = (draft: CallDraft): AskField[] => [
  field('groups', '组别', draft.groups.map(groupLine).join('\n'), {
    ...{ kind: 'lines', required: true },
    hint: '一行一组，按截止那天的周岁，如 少儿组 6-12、成人组 18-',
  }),
  field('prizes', '每组的奖项', draft.prizes.map(prizeLine(draft)).join('\n'), {
    ...{ kind: 'lines' },
    hint: '一行一项和名额，从高到低，如 一等奖 1',
  }),
];

const prizeLine =
  ({ prizes }: CallDraft) =>
  ({ name, upTo }: CallDraft['prizes'][number], n: number): string =>
    `${name} ${upTo - (prizes[n - 1]?.upTo ?? 0)}`;

const ageIn = (typed: string): number | null => (typed === '' ? null : Number(typed));
const GROUP_LINE = /^(\S+)(?:\s+(\d{0,3})\s*[-–至]\s*(\d{0,3}))?$/;
const NUMBER_LINE = /^(\S+)\s+(\d{1,3})$/;

/** undefined: a line is none. */
const read = <T>(
  typed: string,
  form: RegExp,
  made: (parts: RegExpExecArray, n: number) => T,
): T[] | undefined => {
  const rows = linesOf(typed).map((line, n) => {
    const parts = form.exec(line);
    return parts ? made(parts, n) : undefined;
  });
  return rows.every((row) => row !== undefined) ? rows : undefined;
};

export const groupsIn = (answers: Answers): CallDraft['groups'] | undefined =>
  read(textIn(answers, 'groups'), GROUP_LINE, ([, name = '', from = '', to = ''], n) => ({
    ...{ id: `g${n + 1}`, name, minAge: ageIn(from), maxAge: ageIn(to) },
  }));

export const prizesIn = (answers: Answers): CallDraft['prizes'] | undefined => {
  let upTo = 0;
  return read(textIn(answers, 'prizes'), NUMBER_LINE, ([, name = '', count = '']) => {
    upTo += Number(count);
    return { name, upTo };
  });
};

/** By what is judged, and how marks become a score. */
export const criteriaFields = (draft: CallDraft): AskField[] => [
  field('criteria', '评分项', draft.criteria.map(({ name, most }) => `${name} ${most}`).join('\n'), {
    ...{ kind: 'lines', required: true },
    hint: '一行一项和满分，占比按满分算，如 立意 40',
  }),
  field('dropExtremes', '去掉最高分和最低分', draft.dropExtremes ? 'yes' : '', {
    ...{ kind: 'switch', hint: '五位以上评委时' },
  }),
  field('wideSpread', '评委相差多少分提醒', String(draft.wideSpread), {
    ...{ kind: 'number', required: true, hint: '按百分制' },
  }),
];

export const criteriaIn = (answers: Answers): CallDraft['criteria'] | undefined =>
  read(textIn(answers, 'criteria'), NUMBER_LINE, ([, name = '', most = ''], n) => ({
    ...{ id: `c${n + 1}`, name, most: Number(most), weight: Number(most) },
  }));

export const withCriteria = (draft: CallDraft, answers: Answers): CallDraft => ({
  ...draft,
  criteria: criteriaIn(answers) ?? draft.criteria,
  dropExtremes: answers['dropExtremes'] === 'yes',
  wideSpread: aNumber(answers, 'wideSpread', draft.wideSpread),
});
