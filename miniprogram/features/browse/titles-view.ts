import type { LocalDate, SearchFacets, SearchHit } from '../../../typings/contract';
import { className } from '../../lib/classes';
import { hitRow, type HitRow } from '../../components/hit-row/hit-view';
import { arrivedText } from './arrivals';

/** How a list of titles is read: by itself, as a ranking with numbers, or by when they came. */
export type Reading = 'plain' | 'ranked' | 'arrivals';

/** As the page says it to the component; anything else is read plainly. */
export function readingOf(text: string): Reading {
  return text === 'ranked' || text === 'arrivals' ? text : 'plain';
}

export interface TitleRow extends HitRow {
  /** The stretch of time that it came in, in an arrivals list. */
  arrived?: string;
}

export function titleRows(list: readonly SearchHit[], reading: Reading, today: LocalDate): TitleRow[] {
  return list.map((hit) => ({
    ...hitRow(hit, today),
    ...(reading === 'arrivals' ? { arrived: arrivedText(hit.addedOn, today) } : {}),
  }));
}

export interface ClassChip {
  clc: string;
  name: string;
}

/** Main classes to choose from, those with most titles first; '' is all of them. */
export function classChips(facets: Pick<SearchFacets, 'classes'>): ClassChip[] {
  if (facets.classes.length < 2) return [];
  return [
    { clc: '', name: '全部' },
    ...facets.classes.map(({ clc }) => ({ clc, name: className(clc) || clc })),
  ];
}
