import type { EventDraft, EventKind } from '../../../typings/contract';
import { textIn, type Answers, type AskField } from '../../components/ask-sheet/fields';
import { isPlayed, kindNames } from '../../components/event-row/event-view';
import { clock, localDateOf, momentOf } from '../../lib/dates';

/** One field of a sheet. */
export const text = (name: string, label: string, value: string, more: Partial<AskField> = {}): AskField => ({
  name,
  label,
  kind: 'text',
  value,
  ...more,
});
export const choice = (
  name: string,
  label: string,
  value: string,
  choices: AskField['choices'],
): AskField => ({
  name,
  label,
  kind: 'choice',
  value,
  required: true,
  ...(choices && { choices }),
});
const time = (name: string, label: string, value: string): AskField =>
  text(name, label, value, { required: true, placeholder: '19:00', hint: '写成 19:00 这样' });
const day = (name: string, label: string, value: string): AskField =>
  text(name, label, value, { kind: 'date', required: true });

/** A whole number that may be left out. */
export const numberIn = (answers: Answers, name: string): number | null => {
  const typed = textIn(answers, name);
  return /^\d+$/.test(typed) ? Number(typed) : null;
};

/** What has a life of its own, and no hour at a place. */
export const NO_SEATS: readonly string[] = ['contest', 'drifting', 'donation'];

export interface Branch {
  branchId: string;
  name: string;
}

/** What the event is. */
export const wordsFields = (draft: EventDraft, branches: Branch[]): AskField[] => [
  text('title', '名称', draft.title, { required: true }),
  choice(
    'kind',
    '类别',
    draft.kind,
    Object.entries(kindNames)
      .filter(([id]) => !NO_SEATS.includes(id) || id === draft.kind)
      .map(([id, name]) => ({ id, name })),
  ),
  choice(
    'branchId',
    '分馆',
    draft.branchId,
    branches.map(({ branchId, name }) => ({ id: branchId, name })),
  ),
  text('place', '地点', draft.place, { required: true, placeholder: '如 二楼 报告厅；竞答和打卡写 线上' }),
  text('speaker', '主讲', draft.speaker),
  text('about', '介绍', draft.about.join('\n'), { kind: 'lines', hint: '一段一行' }),
  text('audience', '对象', draft.audience),
  text('bring', '请带', draft.bring),
  text('agenda', '安排', draft.agenda.map((row) => `${row.time} ${row.text}`).join('\n'), {
    kind: 'lines',
    hint: '一行一项，如 19:00 讲座',
  }),
];

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export const withWords = (draft: EventDraft, answers: Answers): EventDraft => ({
  ...draft,
  title: textIn(answers, 'title'),
  kind: textIn(answers, 'kind') as EventKind,
  branchId: textIn(answers, 'branchId'),
  place: textIn(answers, 'place'),
  speaker: textIn(answers, 'speaker'),
  about: linesOf(textIn(answers, 'about')),
  audience: textIn(answers, 'audience'),
  bring: textIn(answers, 'bring'),
  // What is held on the phone takes no places, unless the library says so.
  ...(isPlayed(textIn(answers, 'kind')) && !isPlayed(draft.kind) && { way: 'come' }),
  agenda: linesOf(textIn(answers, 'agenda')).map((line) => {
    const [at = '', ...rest] = line.split(/\s+/);
    return rest.length > 0 ? { time: at, text: rest.join(' ') } : { time: '', text: line };
  }),
});

/** When it is, and when one can register. */
export const timeFields = (draft: EventDraft): AskField[] =>
  isPlayed(draft.kind)
    ? [...playedTimes(draft), ...(draft.way === 'come' ? [] : registrationTimes(draft))]
    : [...hallTimes(draft), ...registrationTimes(draft), moreDates(draft)];

const hallTimes = (draft: EventDraft): AskField[] => [
  day('on', '日期', localDateOf(draft.startsAt)),
  time('from', '开始', clock(draft.startsAt)),
  time('to', '结束', clock(draft.endsAt)),
];

/** What is held on the phone goes on for days. */
const playedTimes = (draft: EventDraft): AskField[] => [
  day('on', '开始日期', localDateOf(draft.startsAt)),
  time('from', '开始时间', clock(draft.startsAt)),
  day('toOn', '结束日期', localDateOf(draft.endsAt)),
  time('to', '结束时间', clock(draft.endsAt)),
];

const registrationTimes = (draft: EventDraft): AskField[] => [
  day('opensOn', '开放报名', localDateOf(draft.opensAt)),
  time('opensFrom', '开放报名时间', clock(draft.opensAt)),
  day('closesOn', '报名截止', localDateOf(draft.closesAt)),
  time('closesTo', '报名截止时间', clock(draft.closesAt)),
];

const moreDates = (draft: EventDraft): AskField =>
  text('more', '连着的其他场', draft.moreDates.map(dateLine).join('\n'), {
    kind: 'lines',
    hint: '报一次名，每场都来；一行一场，如 2026-12-12 19:00-20:30',
  });

const dateLine = ({ startsAt, endsAt }: EventDraft['moreDates'][number]): string =>
  `${localDateOf(startsAt)} ${clock(startsAt)}-${clock(endsAt)}`;

const DATE_LINE = /^(\d{4}-\d{2}-\d{2})\s+(\d{1,2}[:：]\d{2})\s*[-–至]\s*(\d{1,2}[:：]\d{2})$/;

/** undefined: one of the lines is no date. */
export function datesIn(typed: string): EventDraft['moreDates'] | undefined {
  const found = linesOf(typed).map((line) => {
    const [, on = '', from = '', to = ''] = DATE_LINE.exec(line) ?? [];
    return { startsAt: momentOf(on, from), endsAt: momentOf(on, to) };
  });
  return found.some(({ startsAt, endsAt }) => startsAt === '' || endsAt === '') ? undefined : found;
}

export const withTimes = (draft: EventDraft, answers: Answers): EventDraft => {
  const at = (on: string, hour: string): string => momentOf(textIn(answers, on), textIn(answers, hour));
  return {
    ...draft,
    startsAt: at('on', 'from'),
    endsAt: at('toOn' in answers ? 'toOn' : 'on', 'to'),
    ...('opensOn' in answers
      ? { opensAt: at('opensOn', 'opensFrom'), closesAt: at('closesOn', 'closesTo') }
      : { closesAt: at('toOn', 'to') }),
    moreDates: datesIn(answers['more'] === undefined ? '' : textIn(answers, 'more')) ?? draft.moreDates,
  };
};

/** How many may come, who, and what a full event offers. */
export const rulesFields = (draft: EventDraft): AskField[] => [
  text('quota', '名额', String(draft.quota), { kind: 'number', required: true }),
  text('door', '其中留给现场', draft.door > 0 ? String(draft.door) : '', { kind: 'number' }),
  text('minAge', '最小年龄', draft.minAge === null ? '' : String(draft.minAge), { kind: 'number' }),
  text('maxAge', '最大年龄', draft.maxAge === null ? '' : String(draft.maxAge), { kind: 'number' }),
  text('party', '一次最多几位', String(draft.party), {
    kind: 'number',
    hint: '一家人的名额要么都有，要么都等',
  }),
  text('guestNames', '同行人写姓名', draft.guestNames ? 'yes' : '', { kind: 'switch' }),
  text('cancelHours', '开场前几小时截止取消', draft.cancelHours > 0 ? String(draft.cancelHours) : '', {
    kind: 'number',
    hint: '不填：开场前都可以取消',
  }),
  choice('waiting', '报满以后', draft.waiting, [
    { id: 'offer', name: '候补，轮到时确认' },
    { id: 'at_once', name: '候补，直接报上' },
    { id: 'none', name: '没有候补' },
  ]),
  text('alone', '不能和别的活动同时报', draft.alone ? 'yes' : '', { kind: 'switch' }),
  text(
    'asks',
    '另外要问的',
    draft.fields.map(({ label, choices }) => [label, ...choices].join(' ')).join('\n'),
    {
      kind: 'lines',
      hint: '一行一项；有选项的用空格隔开，如 编程基础 没有 有',
    },
  ),
];

export const withRules = (draft: EventDraft, answers: Answers): EventDraft => {
  const waiting = textIn(answers, 'waiting');
  return {
    ...draft,
    quota: numberIn(answers, 'quota') ?? draft.quota,
    door: numberIn(answers, 'door') ?? 0,
    minAge: numberIn(answers, 'minAge'),
    maxAge: numberIn(answers, 'maxAge'),
    party: numberIn(answers, 'party') ?? 1,
    guestNames: answers['guestNames'] === 'yes',
    cancelHours: numberIn(answers, 'cancelHours') ?? 0,
    waiting: waiting === 'offer' || waiting === 'at_once' ? waiting : 'none',
    alone: answers['alone'] === 'yes',
    fields: linesOf(textIn(answers, 'asks')).map((line, n) => {
      const [label = '', ...choices] = line.split(/\s+/);
      return { id: `q${n + 1}`, label, required: choices.length > 0, choices };
    }),
  };
};

/** Whether places are drawn, and from which figure. */
export const wayFields = (draft: EventDraft): AskField[] => [
  choice('way', '名额怎么给', draft.way, [
    { id: 'first_come', name: '先到先得' },
    { id: 'draw', name: '抽签' },
    { id: 'come', name: '不用报名' },
  ]),
  text('source', '抽签的公开数字', draft.source, {
    hint: '如 双色球最近一期的七个号码；没有按时公布时用什么，也写在这里',
  }),
  text('seedOn', '数字公布的日期', draft.seedAt ? localDateOf(draft.seedAt) : '', { kind: 'date' }),
  text('seedFrom', '数字公布的时间', draft.seedAt ? clock(draft.seedAt) : '', { placeholder: '22:00' }),
];

export const withWay = (draft: EventDraft, answers: Answers): EventDraft => {
  const way = textIn(answers, 'way');
  const seedAt = momentOf(textIn(answers, 'seedOn'), textIn(answers, 'seedFrom'));
  return {
    ...draft,
    way: way === 'draw' || way === 'come' ? way : 'first_come',
    source: textIn(answers, 'source'),
    seedAt: seedAt === '' ? null : seedAt,
  };
};

const DAY_MS = 86_400_000;

/** A new event, a fortnight ahead in the evening. */
export function newDraft(now: number, branchId: string): EventDraft {
  const on = localDateOf(now + 14 * DAY_MS);
  return {
    ...{ title: '', kind: 'talk', speaker: '', about: [], audience: '', branchId, place: '' },
    ...{ agenda: [], bring: '', moreDates: [], publishAt: null, source: '', seedAt: null },
    startsAt: momentOf(on, '19:00'),
    endsAt: momentOf(on, '20:30'),
    opensAt: momentOf(localDateOf(now), '09:00'),
    closesAt: momentOf(on, '19:00'),
    ...{ quota: 50, door: 0, way: 'first_come', minAge: null, maxAge: null, categories: [], party: 1 },
    ...{ guestNames: false, fields: [], cancelHours: 0, waiting: 'offer', offerHours: 12, lastHours: 2 },
    alone: false,
  };
}

/** The same event on another day: everything keeps its distance to the beginning. */
export function copyTo(draft: EventDraft, on: string): EventDraft {
  const by = Date.parse(momentOf(on, clock(draft.startsAt))) - Date.parse(draft.startsAt);
  const moved = (at: string): string => new Date(Date.parse(at) + by).toISOString();
  return {
    ...draft,
    startsAt: moved(draft.startsAt),
    endsAt: moved(draft.endsAt),
    opensAt: moved(draft.opensAt),
    closesAt: moved(draft.closesAt),
    moreDates: draft.moreDates.map((date) => ({
      startsAt: moved(date.startsAt),
      endsAt: moved(date.endsAt),
    })),
    seedAt: draft.seedAt === null ? null : moved(draft.seedAt),
    publishAt: null,
  };
}
