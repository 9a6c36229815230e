import type {
  CallPage,
  CallPhase,
  CallRow,
  LocalDate,
  OwnWork,
  PublishedWork,
  SignedAs,
  WorkState,
  WorkTakes,
} from '../../../typings/contract';
import { daysBetween, lengthText, localDateOf, moment, shortDate } from '../../lib/dates';
import { refusalLines, type RefusalLine } from '../../lib/refusals';

type Tone = 'good' | 'soon' | 'urgent' | 'accent' | 'quiet';
interface Tag {
  text: string;
  tone: Tone;
}

const PHASES: Record<CallPhase, Tag> = {
  draft: { text: '草稿', tone: 'soon' },
  coming: { text: '即将开始', tone: 'quiet' },
  open: { text: '正在征集', tone: 'good' },
  judging: { text: '评选中', tone: 'accent' },
  ended: { text: '已截止', tone: 'quiet' },
  decided: { text: '结果已公布', tone: 'accent' },
  called_off: { text: '已取消', tone: 'quiet' },
};
export const phaseTag = (phase: CallPhase): Tag => PHASES[phase];

const KIND_NAMES: Record<CallRow['kind'], string> = { contest: '征集评选', reading_aloud: '朗读' };

/** What is taken, in few words. */
export const takesWords = ({
  takes,
  longest,
  pictures,
  seconds,
}: {
  takes: WorkTakes;
  longest: number;
  pictures: number;
  seconds: number;
}): string => {
  switch (takes) {
    case 'text':
      return `文字，${longest} 字以内`;
    case 'pictures':
      return `图片，最多 ${pictures} 张`;
    case 'text_and_pictures':
      return `文字 ${longest} 字以内，可配 ${pictures} 张图`;
    case 'recording':
      return `录音，${lengthText(seconds)}以内`;
  }
};

const DAYS_SOON = 3;

/** When it ends, as one needs to know it now. */
export const whenWords = ({ phase, opensAt, closesAt }: CallRow, today: LocalDate): string => {
  if (phase === 'coming') return `${moment(opensAt, today)}开始`;
  if (phase !== 'open') return `${shortDate(localDateOf(closesAt), today)}截止`;
  const left = daysBetween(today, localDateOf(closesAt));
  return left <= DAYS_SOON
    ? `${moment(closesAt, today)}截止`
    : `${shortDate(localDateOf(closesAt), today)}截止，还有 ${left} 天`;
};

export interface CallRowView {
  callId: string;
  title: string;
  kind: string;
  when: string;
  tag: Tag;
}

export const rowOfCall = (call: CallRow, today: LocalDate): CallRowView => ({
  callId: call.callId,
  title: call.title,
  kind: KIND_NAMES[call.kind],
  when: whenWords(call, today),
  tag: PHASES[call.phase],
});

export const callRows = (list: readonly CallRow[], today: LocalDate): CallRowView[] =>
  list.map((call) => rowOfCall(call, today));

const WORK_STATES: Record<WorkState, Tag> = {
  draft: { text: '草稿', tone: 'soon' },
  sent: { text: '审看中', tone: 'soon' },
  admitted: { text: '已提交', tone: 'good' },
  returned: { text: '请修改', tone: 'urgent' },
  withdrawn: { text: '已撤回', tone: 'quiet' },
};
export const workTag = (state: WorkState): Tag => WORK_STATES[state];

const ages = (minAge: number | null, maxAge: number | null): string => {
  if (minAge === null && maxAge === null) return '';
  if (minAge === null) return `${maxAge} 岁及以下`;
  return maxAge === null ? `${minAge} 岁及以上` : `${minAge}–${maxAge} 岁`;
};

interface OwnView {
  tag: Tag;
  title: string;
  text: string;
  sent: boolean;
  /** "第 2 名 · 二等奖 · 86.5 分"; "". */
  result: string;
  signed: string;
}

const resultWords = ({ rank, prize, score }: OwnWork): string =>
  rank === null ? '' : [`第 ${rank} 名`, prize, `${score} 分`].filter(Boolean).join(' · ');

const ownWords = (own: OwnWork, { phase, kind }: CallPage): string => {
  if (own.state === 'returned') return own.why;
  if (own.state === 'sent') return '馆员看过以后，就会进入下一步。';
  if (own.state === 'withdrawn') return phase === 'open' ? '截止前可以再提交。' : '';
  if (own.state === 'draft') return phase === 'open' ? '还没有提交，只有您看得到。' : '截止前没有提交。';
  if (kind === 'reading_aloud') return own.publish ? '别的读者可以听到。' : '您没有同意公开。';
  return phase === 'open' ? '截止前还可以修改，改后要再提交。' : '';
};

const signedWords = ({ publish, by }: Pick<OwnWork, 'publish' | 'by'>): string =>
  publish ? `同意公开，署名“${by}”` : '不公开';

const ownView = (own: OwnWork, call: CallPage): OwnView => ({
  tag: WORK_STATES[own.state],
  title: own.sent?.title || own.draft.title || '（还没有题目）',
  text: ownWords(own, call),
  sent: own.sent !== null && own.state !== 'withdrawn',
  result: resultWords(own),
  signed: own.sent !== null ? signedWords(own) : '',
});

export interface CallView {
  title: string;
  kind: string;
  tag: Tag;
  about: string[];
  facts: { label: string; text: string }[];
  criteria: { name: string; text: string }[];
  rule: string;
  own: OwnView | null;
  because: RefusalLine[];
  /** What the button says; "": there is nothing to do. */
  button: string;
  asksCard: boolean;
  certificate: boolean;
  works: boolean;
}

const buttonOf = ({ phase, because, own, kind }: CallPage): string => {
  if (phase !== 'open') return '';
  if (because.some(({ code }) => code === 'no_card')) return '我要参加';
  if (because.length > 0) return '';
  if (!own) return kind === 'contest' ? '我要投稿' : '我要朗读';
  return own.state === 'draft' ? '接着写' : own.state === 'withdrawn' ? '再次提交' : '修改作品';
};

export const callView = (call: CallPage, today: LocalDate): CallView => {
  const groups = call.groups.map(({ name, minAge, maxAge }) => [name, ages(minAge, maxAge)].filter(Boolean));
  const facts = [
    {
      label: '时间',
      text: `${shortDate(localDateOf(call.opensAt), today)} 至 ${moment(call.closesAt, today)}`,
    },
    { label: '提交', text: takesWords(call) },
    { label: '组别', text: groups.map((words) => words.join('，')).join('；') },
    {
      label: '奖项',
      text: call.prizes
        .map(({ name, upTo }, n) => prizeWords(name, (call.prizes[n - 1]?.upTo ?? 0) + 1, upTo))
        .join('；'),
    },
  ];
  const whole = call.criteria.reduce((sum, { weight }) => sum + weight, 0);
  return {
    title: call.title,
    kind: KIND_NAMES[call.kind],
    tag: PHASES[call.phase],
    about: call.about,
    facts: facts.filter(({ text }) => text !== ''),
    criteria: call.criteria.map(({ name, weight }) => ({
      name,
      text: `${Math.round((weight / whole) * 100)}%`,
    })),
    rule:
      call.kind === 'contest'
        ? `评委看不到作者。得分是各评委的平均分${call.dropExtremes ? '，五位以上评委去掉最高和最低' : ''}；同分并列。`
        : '',
    own: call.own && ownView(call.own, call),
    because: call.because.some(({ code }) => code === 'no_card' || code === 'call_is')
      ? []
      : refusalLines(call.because),
    button: buttonOf(call),
    asksCard: call.because.some(({ code }) => code === 'no_card'),
    certificate: (call.own?.prize ?? '') !== '',
    works: call.phase === 'decided' || (call.kind === 'reading_aloud' && call.phase !== 'coming'),
  };
};

const prizeWords = (name: string, from: number, to: number): string =>
  from === to ? `${name}：第 ${from} 名` : `${name}：第 ${from}–${to} 名`;

export interface WorkRowView {
  workId: string;
  title: string;
  by: string;
  opening: string;
  rank: string;
  prize: string;
  mine: boolean;
  facts: string;
}

export const workRows = (list: readonly PublishedWork[]): WorkRowView[] =>
  list.map(({ workId, title, by, group, rank, prize, opening, mine }) => ({
    ...{ workId, title, by, opening, prize, mine },
    rank: rank === null ? '' : String(rank),
    facts: [by, group, mine && '我的'].filter(Boolean).join(' · '),
  }));

const SIGNATURES: { id: SignedAs; name: string }[] = [
  { id: 'full', name: '真名' },
  { id: 'masked', name: '只留姓' },
  { id: 'pen_name', name: '笔名' },
];

/** The ways to sign that a reader has: not by the whole name of a child. */
export const signaturesFor = ({ mayBeNamed }: Pick<CallPage, 'mayBeNamed'>): typeof SIGNATURES =>
  SIGNATURES.filter(({ id }) => mayBeNamed || id !== 'full');
