import type { ListCard, LocalDate, SearchHit, TitleFacts } from '../../../typings/contract';
import type { Output } from '../../lib/call';
import { agesWords } from '../../lib/ages';
import { className } from '../../lib/classes';
import { shortDate } from '../../lib/dates';

const MOST_CLASSES = 8;
const MOST_FRESH = 10;
const MOST_RANKED = 5;
const MOST_LISTS = 3;

export interface ClassRow {
  clc: string;
  name: string;
  titles: number;
}

/** The main classes with most titles, so that the first ones are those that most look for. */
export const mainClasses = (list: readonly { clc: string; titles: number }[]): ClassRow[] =>
  list
    .flatMap(({ clc, titles }) => {
      const name = className(clc);
      return name && titles > 0 ? [{ clc, name, titles }] : [];
    })
    .sort((a, b) => b.titles - a.titles)
    .slice(0, MOST_CLASSES);

/** What came last, as the board shows it. */
export const freshTitles = (list: readonly SearchHit[]): TitleFacts[] =>
  list.slice(0, MOST_FRESH).map(({ titleId, title, authors, publisher, year, clc }) => ({
    ...{ titleId, title, authors, publisher, year, clc },
  }));

interface RankRow {
  book: TitleFacts;
  place: number;
  loans: string;
}

/** What was lent most, and in which days. */
export interface RankingView {
  rows: RankRow[];
  days: string;
}

export const rankingView = (
  { from, to, list }: Output<'recommendations.ranking'>,
  today: LocalDate,
): RankingView => ({
  rows: list
    .slice(0, MOST_RANKED)
    .map(({ title, loans }, n) => ({ book: title, place: n + 1, loans: `借出 ${loans} 次` })),
  days: from && to ? `${shortDate(from, today)}–${shortDate(to, today)}` : '',
});

export interface ListRow {
  listId: string;
  name: string;
  about: string;
  facts: string;
  cover: TitleFacts | null;
}

/** Librarians' lists, the first ones. */
export const listRows = (list: readonly ListCard[]): ListRow[] =>
  list.slice(0, MOST_LISTS).map(({ listId, name, about, titles, ages, covers }) => ({
    ...{ listId, name, about, cover: covers[0] ?? null },
    facts: [ages ? agesWords(ages) : '', `${titles}\u00a0本`].filter(Boolean).join(' · '),
  }));
