import type { ChallengeDay, ChallengePage, LocalDate, OwnNote, SharedNote } from '../../../typings/contract';
import { longDate, moment, shortDate } from '../../lib/dates';
import { refusalLines, type RefusalLine } from '../../lib/refusals';

/** The one thing to do on the page, or why there is none. */
interface Primary {
  kind: 'check_in' | 'say' | 'register' | 'none';
  text: string;
  note: string;
}

interface DayCell {
  on: LocalDate;
  /** "" in a cell before the first day. */
  day: string;
  state: ChallengeDay['state'] | 'gap';
  says: string;
  /** It can be tapped: made up, or its words read. */
  open: boolean;
}

interface Words {
  on: LocalDate;
  day: string;
  text: string;
  book: string;
  status: string;
}

export interface ChallengeView {
  title: string;
  about: string[];
  when: string;
  figures: { name: string; value: string }[];
  streak: string;
  cells: DayCell[];
  rules: string[];
  because: RefusalLine[];
  primary: Primary;
  medals: { step: string; reached: boolean; says: string }[];
  words: Words[];
  team: TeamView | null;
  mayTeam: boolean;
  mayShare: boolean;
  today: LocalDate;
  makeUpsLeft: number;
  books: ChallengePage['books'];
  taken: boolean;
}

interface TeamView {
  name: string;
  code: string;
  members: string;
  days: string;
}

const STATES: Record<ChallengeDay['state'], string> = {
  done: '已打卡',
  made_up: '已补卡',
  missed: '没有打卡',
  today: '今天，还没有打卡',
  to_come: '还没到',
};

export function challengeView(page: ChallengePage, today: LocalDate): ChallengeView {
  const doneToday = page.days.some(({ on, state }) => on === page.today && state !== 'today');
  return {
    title: page.title,
    about: page.about,
    when: daysOf(page),
    figures: [
      { name: '已打卡', value: `${page.count} 天` },
      { name: '最长连续', value: `${page.longest} 天` },
      { name: '还剩', value: `${page.daysLeft} 天` },
    ],
    streak: page.streak > 0 ? `连续 ${page.streak} 天` : doneToday ? '' : '今天开始第一天',
    cells: cellsOf(page),
    rules: rulesOf(page),
    because: refusalLines(page.because),
    primary: primaryOf(page, doneToday, today),
    medals: page.steps.map((step) => ({
      step: String(step),
      reached: page.medals.includes(step),
      says: page.medals.includes(step)
        ? `${step} 天勋章，已得到`
        : `${step} 天勋章，还差 ${step - page.count} 天`,
    })),
    words: page.notes.map(wordsOf),
    team: page.team ? teamView(page.team) : null,
    mayTeam: page.teamSize > 0 && page.state === 'open',
    mayShare: page.mayShare,
    today: page.today,
    makeUpsLeft: page.makeUpsLeft,
    books: page.books,
    taken: page.count > 0,
  };
}

/** First and last day. */
const daysOf = ({ days, today }: ChallengePage): string =>
  [days[0], days[days.length - 1]].map((day) => shortDate(day?.on ?? today)).join('–');

/** Weeks begin on Monday; cells before the first day are empty. */
function cellsOf(page: ChallengePage): DayCell[] {
  const first = page.days[0]?.on ?? page.today;
  const before = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const gaps = Array.from({ length: before }, (_, n): DayCell => ({
    ...{ on: `gap-${n}`, day: '', state: 'gap', says: '', open: false },
  }));
  const canMakeUp = page.state === 'open' && page.makeUpsLeft > 0;
  return [
    ...gaps,
    ...page.days.map(({ on, state }): DayCell => ({
      on,
      day: String(Number(on.slice(8))),
      state,
      says: `${longDate(on)}，${STATES[state]}`,
      open: state === 'missed' && canMakeUp,
    })),
  ];
}

const rulesOf = ({ makeUps, teamSize }: ChallengePage): string[] => [
  '每天一次，按本馆的日期算，零点换日。',
  makeUps > 0
    ? `漏了的日子可以补 ${makeUps} 次：点日历上的那一天。补上以后连续天数接着算。`
    : '这次不能补卡。',
  '可以写一句话，选一本正在借的书；写的话自己看，想给大家看的，审核后才显示。',
  ...(teamSize > 0
    ? [`可以组队，一队最多 ${teamSize} 人。队里只看总天数，看不到谁没来；满 3 人才显示总数。`]
    : []),
];

function primaryOf(page: ChallengePage, doneToday: boolean, today: LocalDate): Primary {
  const none = (text: string, note = ''): Primary => ({ kind: 'none', text, note });
  switch (page.state) {
    case 'open':
      return doneToday
        ? { kind: 'say', text: '写一句今天读的', note: '今天已经打卡' }
        : { kind: 'check_in', text: '今天打卡', note: '' };
    case 'not_yet':
      return none('还没有开始', `${moment(page.startsAt, today)} 开始`);
    case 'over':
      return none('已结束', page.count > 0 ? `您一共打卡 ${page.count} 天` : '');
    case 'register':
      return { kind: 'register', text: '先去报名', note: '报名才能打卡' };
    case 'not_for_you':
      return none('不能参加');
    case 'cancelled':
      return none('已取消');
  }
}

const STATUS: Record<OwnNote['status'], string> = {
  own: '只有您看得到',
  waiting: '审核后大家看得到',
  shown: '大家看得到',
  refused: '没有通过审核',
};

const wordsOf = ({ on, text, book, status, why }: OwnNote): Words => ({
  on,
  day: longDate(on),
  text,
  book: book && `《${book}》`,
  status: STATUS[status] + (why && `：${why}`),
});

const teamView = ({ name, code, members, size, days }: NonNullable<ChallengePage['team']>): TeamView => ({
  name,
  code,
  members: `${members} / ${size} 人`,
  days: days === undefined ? '满 3 人后显示全队天数' : `全队 ${days} 天`,
});

interface SharedRow {
  noteId: string;
  author: string;
  day: string;
  text: string;
  book: string;
  titleId: string;
}

export const sharedRows = (list: SharedNote[], today: LocalDate): SharedRow[] =>
  list.map(({ noteId, author, on, text, book, titleId, mine }) => ({
    noteId,
    author: mine ? '我' : author,
    day: longDate(on, today),
    text,
    book: book && `《${book}》`,
    titleId,
  }));
