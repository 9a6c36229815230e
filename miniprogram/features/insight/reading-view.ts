import type { PastLoan } from '../../../typings/contract';
import { className } from '../../lib/classes';
import { daysBetween } from '../../lib/dates';
import type { Block } from '../../lib/long-picture';

interface Bar {
  name: string;
  value: number;
}

export interface ReadingReport {
  heading: string;
  books: number;
  days: number;
  authors: Bar[];
  classes: Bar[];
  months: (Bar & { height: number })[];
  /** The year, and those of its months that have something. */
  chips: { id: string; words: string }[];
  /** The one that was kept longest, the one read most quickly; "" where there are too few. */
  longest: string;
  quickest: string;
  titles: string[];
}

const MOST = 5;
const MONTHS = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));

const counted = (names: readonly string[]): Bar[] => {
  const times = new Map<string, number>();
  for (const name of names) if (name) times.set(name, (times.get(name) ?? 0) + 1);
  return [...times]
    .map(([name, value]) => ({ name, value }))
    .sort((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1))
    .slice(0, MOST);
};

/** What somebody read in a year, or in a month of it ("" for all), made on their phone. */
export function readingReport(year: string, month: string, all: readonly PastLoan[]): ReadingReport {
  const list = month ? all.filter(({ returnedOn }) => Number(returnedOn.slice(5, 7)) === Number(month)) : all;
  const kept = list.map((loan) => ({
    name: loan.title.title,
    days: Math.max(1, daysBetween(loan.checkedOutOn, loan.returnedOn)),
  }));
  const byDays = [...kept].sort((a, b) => a.days - b.days);
  const [quickest, longest] = [byDays[0], byDays[byDays.length - 1]];
  const told = (one: { name: string; days: number } | undefined): string =>
    one && kept.length > 1 ? `《${one.name}》 ${one.days} 天` : '';
  const months = MONTHS.map((each) => ({
    name: String(Number(each)),
    value: all.filter(({ returnedOn }) => returnedOn.slice(5, 7) === each).length,
  }));
  const most = Math.max(1, ...months.map(({ value }) => value));
  return {
    heading: month ? `${year} 年 ${Number(month)} 月` : `${year} 年`,
    books: list.length,
    days: kept.reduce((sum, { days }) => sum + days, 0),
    authors: counted(list.map(({ title }) => title.authors)),
    classes: counted(list.map(({ title }) => className(title.clc) || '其他')),
    chips: [
      { id: '', words: '全年' },
      ...months.flatMap(({ name, value }) => (value > 0 ? [{ id: name, words: `${name} 月` }] : [])),
    ],
    months: months.map((each) => ({ ...each, height: Math.round((each.value / most) * 100) })),
    longest: told(longest),
    quickest: told(quickest),
    titles: list.map(({ title }) => title.title),
  };
}

/** The report as a picture. Names of books stand in it only where the reader wants it. */
export const readingPicture = (
  { heading, books, days, authors, classes, titles }: ReadingReport,
  named: boolean,
): Block[] => [
  { kind: 'heading', text: `我的阅读 · ${heading}`, note: '书香' },
  {
    kind: 'numbers',
    list: [
      { name: '读完归还', value: `${books} 册`, notes: [] },
      { name: '与书相处', value: `${days} 天`, notes: [] },
    ],
  },
  { kind: 'bars', heading: '读得最多的类', list: classes },
  ...(named ? [{ kind: 'bars' as const, heading: '读得最多的作者', list: authors }] : []),
  ...(named ? titles.slice(0, 12).map((title) => ({ kind: 'text' as const, text: `《${title}》` })) : []),
];
