import type { HeldTitle, LocalDate, Wish, WishRow, WishState } from '../../../typings/contract';
import { localDateOf, shortDate } from '../../lib/dates';

type Tone = 'good' | 'soon' | 'urgent' | 'accent' | 'quiet';
const STATES: Record<WishState, { text: string; tone: Tone }> = {
  received: { text: '已收到', tone: 'soon' },
  considering: { text: '考虑中', tone: 'soon' },
  ordered: { text: '已订购', tone: 'accent' },
  arrived: { text: '已到馆', tone: 'good' },
  declined: { text: '未采纳', tone: 'quiet' },
};

export interface WishRowView {
  wishId: string;
  title: string;
  facts: string;
  tag: { text: string; tone: Tone };
}

export const wishRows = (list: readonly WishRow[], today: LocalDate): WishRowView[] =>
  list.map(({ wishId, title, author, asked, since, state }) => {
    const facts = [author, askedText(asked), shortDate(localDateOf(since), today)];
    return { ...{ wishId, title }, facts: facts.filter(Boolean).join(' · '), tag: STATES[state] };
  });

const askedText = (asked: number): string => (asked > 0 ? `${asked} 位读者荐购` : '还没有读者荐购');

export interface HeldRow {
  titleId: string;
  title: string;
  facts: string;
}
export const heldRows = (held: readonly HeldTitle[]): HeldRow[] =>
  held.map(({ titleId, title, authors, publisher, year, copies, onShelf }) => ({
    titleId,
    title,
    facts: [authors, publisher, year > 0 ? String(year) : '', copiesText(copies, onShelf)]
      .filter(Boolean)
      .join(' · '),
  }));

const copiesText = (copies: number, onShelf: number): string => {
  if (copies === 0) return '没有可借的';
  return onShelf > 0 ? `${onShelf} 册在架` : `${copies} 册都借出了`;
};

export const leftText = ({ perMonth, left }: { perMonth: number; left: number }): string =>
  perMonth === 0 ? '本馆现在不接受荐购。' : `每月可荐购 ${perMonth} 种，本月还可荐购 ${left} 种。`;

/** Where a book that was asked for stands now, and what comes next. */
export const nowText = ({ state, answer }: Pick<Wish, 'state' | 'answer'>): string => {
  switch (state) {
    case 'received':
      return '采编馆员会看到您的荐购，有结果时通知您。';
    case 'considering':
      return answer || '采编馆员正在考虑，有结果时通知您。';
    case 'ordered':
      return answer || '已经订购，到馆后通知您。';
    case 'arrived':
      return '已经入藏，可以借阅或预约。';
    case 'declined':
      return answer;
  }
};

const STEPS: readonly WishState[] = ['received', 'considering', 'ordered', 'arrived'];
export interface StepView {
  state: WishState;
  text: string;
  done: boolean;
}
/** The way to the shelf; of what was not taken there is none. */
export const stepsOf = (state: WishState): StepView[] =>
  state === 'declined'
    ? []
    : STEPS.map((each, n) => ({
        state: each,
        text: STATES[each].text,
        done: n <= STEPS.indexOf(state),
      }));

/** What others have asked for already, told before it is sent. */
export const metText = ({ asked, state, mine }: Pick<Wish, 'asked' | 'state' | 'mine'>): string => {
  const now = state === 'received' ? '' : `，现在${STATES[state].text}`;
  if (mine) return `您荐购过这本书${now}。`;
  if (asked === 0) return '这本书馆里已订购，加入后到馆通知您。';
  return `已有 ${asked} 位读者荐购${now}。加入后有结果也通知您。`;
};
