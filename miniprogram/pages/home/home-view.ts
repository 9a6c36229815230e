import type { Home, LocalDate, TitleFacts } from '../../../typings/contract';
import { childView, type ChildView } from '../../components/child-home/child-view';
import { openingWords } from '../../lib/opening';
import { refusalLines } from '../../lib/refusals';
import { clock, daysBetween, localDateOf, longDate, moment, weekday } from '../../lib/dates';

interface HomeView {
  greeting: string;
  library: string;
  dateText: string;
  /** "总馆开放中，至 21:00". */
  opening: string;
  unread: number;
  staffLine: string;
  visitor: boolean;
  /** Reasons why the card is blocked are counted here and told on 我的. */
  blocked: boolean;
  due: {
    loanId: string;
    title: TitleFacts;
    daysLeft: number;
    dueText: string;
    /** Why it cannot be renewed; '' when it can. */
    why: string;
    /** Of the child whose it is; '' for the reader's own. */
    readerId: string;
  }[];
  dueHeading: string;
  dueUrgent: boolean;
  /** What the button under it does, and whose loans it opens: renews where one of them can be renewed. */
  dueAction: string;
  dueReaderId: string;
  loans: number;
  holds: number;
  ready: { holdId: string; title: TitleFacts; where: string; until: string }[];
  /** Nothing is due, nothing is ready: said in words instead of an empty place. */
  calm: string;
  event: {
    eventId: string;
    title: string;
    day: string;
    weekday: string;
    when: string;
    where: string;
    mine: boolean;
  } | null;
  newTitles: TitleFacts[];
  /** A child has this in place of what is for everybody. */
  child: ChildView | null;
  articles: boolean;
  lecture: { lectureId: string; title: string; speaker: string; lead: string; held: string } | null;
}

/** The first screen: what matters to this reader now, before anything else. */
export function homeView(home: Home, hour: number, now = Date.now()): HomeView {
  const { reader, staff } = home.me;
  const overdue = home.dueSoon.filter(({ daysLeft }) => daysLeft < 0).length;
  const renewable = home.dueSoon.find(({ renewal }) => renewal.allowed);
  const nothing = home.dueSoon.length === 0 && home.ready.length === 0;
  return {
    greeting: reader ? `${greetingAt(hour)}，${reader.name}` : greetingAt(hour),
    library: home.libraryName,
    dateText: longDate(home.today),
    opening: home.branch ? `${home.branch.name} · ${openingWords(home.branch.opening, home.today).text}` : '',
    unread: Math.min(home.me.unreadNotices, 99),
    staffLine: staff ? `${staff.branchName} · ${staff.name}` : '',
    visitor: !reader,
    blocked: (reader?.blocks.length ?? 0) > 0,
    due: home.dueSoon.map(({ loanId, title, daysLeft, dueOn, renewal, child }) => ({
      loanId,
      title,
      daysLeft,
      dueText: ofWhom(child, `${longDate(dueOn, home.today)}到期`),
      why: renewal.allowed ? '' : (refusalLines(renewal.because)[0]?.text ?? ''),
      readerId: child?.readerId ?? '',
    })),
    dueHeading: overdue > 0 ? '有书逾期，请尽快归还' : '快到期了',
    dueUrgent: overdue > 0,
    dueAction: renewable ? '去续借' : '查看我的借阅',
    dueReaderId: (renewable ?? home.dueSoon[0])?.child?.readerId ?? '',
    child: home.child ? childView(home.child, home.today, now) : null,
    articles: home.me.hasArticles === true && !home.child,
    loans: home.loans,
    holds: home.holds,
    ready: home.ready.map(({ holdId, title, pickUpBranchName, pickUpBy, child }) => ({
      holdId,
      title,
      where: pickUpBranchName,
      until: ofWhom(
        child,
        pickUpBy ? `保留到 ${longDate(pickUpBy, home.today)}${remaining(pickUpBy, home.today)}` : '',
      ),
    })),
    calm: reader && nothing && !(home.child && home.loans > 0) ? calmWords(home.loans, home.holds) : '',
    event: eventOf(home),
    newTitles: home.newTitles,
    lecture: home.lecture
      ? {
          lectureId: home.lecture.lectureId,
          title: home.lecture.title,
          speaker: home.lecture.speaker,
          lead: home.lecture.lead,
          held: longDate(localDateOf(home.lecture.heldAt), home.today),
        }
      : null,
  };
}

const ofWhom = (child: { name: string } | undefined, words: string): string =>
  child ? `${child.name} · ${words}` : words;

function eventOf(home: Home): HomeView['event'] {
  const event = home.nextEvent;
  // null, not undefined: setData leaves an old value where the new one is undefined.
  if (!event) return null;
  const date = localDateOf(event.startsAt);
  const away = daysBetween(home.today, date);
  return {
    eventId: event.eventId,
    title: event.title,
    day: String(Number(date.slice(8))),
    weekday: away === 0 ? '今天' : away === 1 ? '明天' : weekday(date),
    when:
      away <= 1
        ? `${moment(event.startsAt, home.today)} 开始`
        : `${longDate(date, home.today)} ${clock(event.startsAt)}`,
    where: [event.branchName, event.place].filter(Boolean).join(' · '),
    mine: event.registration === 'registered',
  };
}

function remaining(until: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, until);
  return days === 0 ? '（今天最后一天）' : days === 1 ? '（明天最后一天）' : '';
}

function calmWords(loans: number, holds: number): string {
  if (loans === 0 && holds === 0) return '现在没有在借的书，去书架上看看吧。';
  return loans > 0 ? `在借 ${loans} 册，近期都不到期，慢慢读。` : '预约的书到馆后会在这里提醒您。';
}

function greetingAt(hour: number): string {
  if (hour < 5) return '夜深了';
  if (hour < 11) return '早上好';
  if (hour < 13) return '中午好';
  if (hour < 18) return '下午好';
  return '晚上好';
}
