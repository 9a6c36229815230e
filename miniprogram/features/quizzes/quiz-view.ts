import type { LocalDate, QuizAsked, QuizPage, QuizPlan, QuizRank } from '../../../typings/contract';
import { lengthText, moment, span } from '../../lib/dates';
import { refusalLines, type RefusalLine } from '../../lib/refusals';

export const KINDS: Record<QuizAsked['kind'], string> = {
  single: '单选',
  multiple: '多选',
  true_false: '判断',
};

/** What the button does; `none`: there is nothing to do, and why. */
interface Primary {
  kind: 'start' | 'resume' | 'ranking' | 'register' | 'none';
  text: string;
  note: string;
}

export interface QuizView {
  title: string;
  about: string[];
  facts: { name: string; value: string }[];
  topics: string[];
  when: string;
  rules: string[];
  because: RefusalLine[];
  primary: Primary;
  name: string;
  named: boolean;
  took: boolean;
  result: ResultView | null;
  explained: Explained[];
}

interface ResultView {
  heading: string;
  score: string;
  of: string;
  lines: { name: string; value: string }[];
  medal: string;
  note: string;
}

/** A question with what was chosen and what is right. */
interface Explained {
  number: string;
  kind: string;
  text: string;
  choices: { text: string; mark: '' | 'right' | 'wrong'; says: string }[];
  right: boolean;
  why: string;
}

const fullOf = ({ questions, pointsEach }: QuizPlan): number => questions * pointsEach;

export function quizView(page: QuizPage, today: LocalDate): QuizView {
  return {
    title: page.title,
    about: page.about,
    facts: [
      { name: '题', value: String(page.questions) },
      { name: '分钟', value: String(page.minutes) },
      { name: '满分', value: String(fullOf(page)) },
    ],
    topics: page.topics,
    when: span(page.startsAt, page.endsAt, today),
    rules: rulesOf(page, today),
    because: refusalLines(page.because),
    primary: primaryOf(page, today),
    name: page.name,
    named: page.named,
    took: page.result !== undefined,
    result: resultOf(page, today),
    explained: page.result ? (page.paper ?? []).map(explained) : [],
  };
}

const rulesOf = (page: QuizPage, today: LocalDate): string[] => [
  `每人一次，从题库里抽 ${page.questions} 道，题目和选项的顺序各人不同。`,
  `开始后计时 ${page.minutes} 分钟，离开页面也不停；每答一题就存一题，断网、换手机都能接着答。`,
  `每题 ${page.pointsEach} 分，多选全对才得分。先比分数，分数相同比用时，再相同比谁先交卷。`,
  page.reveal === 'after_all'
    ? `答案和解析在 ${moment(page.endsAt, today)} 全部结束后公布，免得先答的告诉后答的。`
    : '交卷后马上看到答案和解析。',
  ...(page.medalAt > 0 ? [`得到满分的 ${page.medalAt}% 有一枚勋章。`] : []),
];

function primaryOf(page: QuizPage, today: LocalDate): Primary {
  const none = (text: string, note = ''): Primary => ({ kind: 'none', text, note });
  switch (page.state) {
    case 'may_start':
      return { kind: 'start', text: '开始答题', note: '' };
    case 'running':
      return {
        kind: 'resume',
        text: '接着答题',
        note: `还有 ${lengthText(page.secondsLeft ?? 0)}，时间一直在走`,
      };
    case 'not_yet':
      return none('还没有开始', `${moment(page.startsAt, today)} 开始`);
    case 'handed_in':
      return none('已交卷', `${moment(page.endsAt, today)} 后公布排行`);
    case 'register':
      return { kind: 'register', text: '先去报名', note: '这场竞答要报名，报上了才能答题' };
    case 'not_for_you':
      return none('不能参加');
    case 'cancelled':
      return none('已取消');
    case 'over':
      return (page.taken ?? 0) > 0
        ? { kind: 'ranking', text: '看排行榜', note: `${page.taken} 人参加` }
        : none('已结束', page.taken === 0 ? '没有人参加' : '正在计分，请稍后再来');
  }
}

function resultOf({ result, state, taken, ...page }: QuizPage, today: LocalDate): ResultView | null {
  if (!result) return null;
  return {
    heading: result.byTime ? '时间到，已自动交卷' : '已交卷',
    score: String(result.score),
    of: `满分 ${fullOf(page)}`,
    lines: [
      { name: '答对', value: `${result.right} 题` },
      { name: '用时', value: lengthText(result.seconds) },
      ...(result.rank !== undefined && taken ? [{ name: '名次', value: `${result.rank} / ${taken}` }] : []),
    ],
    medal: result.medal ? `${page.title} 勋章` : '',
    note:
      state === 'over' || page.reveal === 'after_own'
        ? ''
        : `答案和解析 ${moment(page.endsAt, today)} 后公布，到时再来看。`,
  };
}

function explained({ kind, text, choices, chosen, right = [], why = '' }: QuizAsked, n: number): Explained {
  const isRight = chosen.length === right.length && right.every((place) => chosen.includes(place));
  return {
    number: String(n + 1),
    kind: KINDS[kind],
    text,
    choices: choices.map((choice, place) => {
      const mark = right.includes(place) ? 'right' : chosen.includes(place) ? 'wrong' : '';
      const mine = chosen.includes(place) ? '，您选的' : '';
      return { text: choice, mark, says: mark ? `${mark === 'right' ? '正确' : '不对'}${mine}` : '' };
    }),
    right: isRight,
    why,
  };
}

export interface RankRow {
  rank: string;
  name: string;
  score: string;
  time: string;
  mine: boolean;
  first: boolean;
}

export const rankRows = (list: QuizRank[]): RankRow[] =>
  list.map(({ rank, name, score, seconds, mine }) => ({
    rank: String(rank),
    name: mine ? `我${name ? `（${name}）` : ''}` : name || '一位读者',
    score: `${score} 分`,
    time: lengthText(seconds),
    mine,
    first: rank <= 3,
  }));
