import type { SearchHit, TitleFacts } from '../../../typings/contract';
import { className } from '../../lib/classes';

const MOST_CLASSES = 8;
const MOST_FRESH = 10;

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
