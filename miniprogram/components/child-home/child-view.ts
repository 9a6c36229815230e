import type { ChildHome, LocalDate, TitleFacts } from '../../../typings/contract';
import { agesWords } from '../../lib/ages';
import { shortDate } from '../../lib/dates';
import { eventRow, type EventRow } from '../event-row/event-view';

export interface ChildView {
  readerId: string;
  heading: { loans: string; lists: string };
  loans: { loanId: string; title: TitleFacts; daysLeft: number; due: string }[];
  lists: { listId: string; name: string; about: string; facts: string; covers: TitleFacts[] }[];
  events: EventRow[];
  newTitles: TitleFacts[];
  /** The library has nothing for this age yet. */
  empty: boolean;
}

/** What a child finds, in words. */
export const childView = (child: ChildHome, today: LocalDate, now: number): ChildView => {
  const { age, loans, lists, events, newTitles } = child;
  return {
    readerId: child.readerId,
    heading: { loans: `在借的书 ${loans.length} 册`, lists: `适合 ${age} 岁的书单` },
    loans: loans.map(({ loanId, title, dueOn, daysLeft }) => ({
      ...{ loanId, title, daysLeft },
      due: `${shortDate(dueOn, today)}到期`,
    })),
    lists: lists.map(({ listId, name, about, titles, ages, covers }) => ({
      ...{ listId, name, about, covers },
      facts: [ages ? agesWords(ages) : '', `${titles}\u00a0本`].filter(Boolean).join(' · '),
    })),
    events: events.map((event) => eventRow(event, today, now)),
    newTitles,
    empty: lists.length + events.length + newTitles.length === 0,
  };
};
