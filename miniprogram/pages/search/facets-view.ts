import type { Output } from '../../lib/call';
import type { SearchFacets, SearchResult } from '../../../typings/contract';
import {
  filtersOf,
  groupNames,
  groups,
  valueName,
  type BranchNames,
  type Chosen,
  type Group,
} from './chosen';
import { yearSpans } from './years';

/** Values of a group that can be seen before "全部". */
const FIRST_VALUES = 6;

interface Choice {
  value: string;
  name: string;
  /** '' where it is not known. */
  count: string;
  on: boolean;
}
export interface GroupView {
  group: Group;
  name: string;
  choices: Choice[];
  /** Choices behind "全部 n 项". */
  rest: number;
}

/** Values of a group and how many titles each has. */
function countsOf(facets: SearchFacets, group: Group, thisYear: number): { value: string; titles: number }[] {
  switch (group) {
    case 'branchId':
      return facets.branches.map(({ branchId, titles }) => ({ value: branchId, titles }));
    case 'clc':
      return facets.classes.map(({ clc, titles }) => ({ value: clc, titles }));
    case 'years':
      return yearSpans(facets.years, thisYear).map(({ key, titles }) => ({ value: key, titles }));
    case 'kind':
      return facets.kinds.map(({ kind, titles }) => ({ value: kind, titles }));
    case 'language':
      return facets.languages.map(({ language, titles }) => ({ value: language, titles }));
  }
}

/**
 * The groups of the sheet. Of a group that is narrowed already the counts come from the question without it
 * (`without`), so that another value can be seen and taken; a group with one value and nothing chosen is
 * nothing to choose from.
 */
export function groupViews(
  facets: SearchFacets,
  without: Partial<Record<Group, SearchFacets>>,
  chosen: Chosen,
  context: { branches: BranchNames; thisYear: number; open: readonly Group[] },
): GroupView[] {
  const { branches, thisYear, open } = context;
  return groups.flatMap((group): GroupView[] => {
    const counts = countsOf(without[group] ?? facets, group, thisYear);
    const mine = chosen[group];
    if (mine && !counts.some(({ value }) => value === mine)) counts.unshift({ value: mine, titles: 0 });
    if (counts.length < 2 && !mine) return [];
    const shown = open.includes(group) ? counts : firstOf(counts, mine);
    return [
      {
        group,
        name: groupNames[group],
        choices: shown.map(({ value, titles }) => ({
          value,
          name: valueName(group, value, branches, thisYear),
          count: chosen.onShelfOnly ? '' : String(titles),
          on: value === mine,
        })),
        rest: counts.length - shown.length,
      },
    ];
  });
}

/** The first values, the chosen one always among them; one value alone is not worth hiding. */
function firstOf<T extends { value: string }>(counts: T[], mine: string): T[] {
  if (counts.length <= FIRST_VALUES + 1) return counts;
  const first = counts.slice(0, FIRST_VALUES);
  const own = counts.find(({ value }) => value === mine);
  return own && !first.includes(own) ? [...first.slice(0, -1), own] : first;
}

/**
 * The questions whose facets the sheet needs beside those of the choice itself: one for each narrowed group.
 */
export function questionsWithout(chosen: Chosen): { group: Group; filters: ReturnType<typeof filtersOf> }[] {
  return groups
    .filter((group) => chosen[group] !== '')
    .map((group) => ({ group, filters: filtersOf({ ...chosen, [group]: '' }) }));
}

export interface Chip {
  /** Names it in the row. */
  key: string;
  group: Group | 'onShelfOnly';
  value: string;
  name: string;
  count: string;
  on: boolean;
}

/** Of each group, how many values stand in the row without being asked for. */
const IN_ROW: Record<Group, number> = { branchId: 3, clc: 3, years: 1, kind: 0, language: 0 };

/** The row above the results: what is chosen first, each to be taken back; then what many readers choose. */
export function chips(
  facets: SearchFacets | null,
  chosen: Chosen,
  shelf: string,
  context: { branches: BranchNames; thisYear: number; total: number },
): Chip[] {
  const { branches, thisYear, total } = context;
  const chip = (group: Group, value: string, titles?: number): Chip => ({
    key: `${group} ${value}`,
    group,
    value,
    name: valueName(group, value, branches, thisYear),
    // What stands on a shelf is looked at live: the counts are of all, and would say too much.
    count: titles === undefined || chosen.onShelfOnly ? '' : String(titles),
    on: chosen[group] === value,
  });
  const onShelf: Chip = {
    key: 'onShelfOnly',
    group: 'onShelfOnly',
    value: '',
    name: '现在在架',
    count: chosen.onShelfOnly ? '' : shelf,
    on: chosen.onShelfOnly,
  };
  const active = groups.filter((group) => chosen[group] !== '').map((group) => chip(group, chosen[group]));
  const common = groups.flatMap((group) => {
    if (!facets || chosen[group] !== '') return [];
    // What all of them have narrows nothing.
    const counts = countsOf(facets, group, thisYear).filter(({ titles }) => titles < total);
    return counts.slice(0, IN_ROW[group]).map(({ value, titles }) => chip(group, value, titles));
  });
  return chosen.onShelfOnly ? [onShelf, ...active, ...common] : [...active, onShelf, ...common];
}

/** "35", or "35+" when more titles were found than were looked at; '' before it is known. */
export function shelfCount(shelf: Output<'search.onShelf'> | null, total: number): string {
  if (!shelf) return '';
  return shelf.of < total ? `${shelf.onShelf}+` : String(shelf.onShelf);
}

/** The sheet's line about the shelf. */
export function shelfNote(shelf: Output<'search.onShelf'> | null, total: number): string {
  if (!shelf) return '';
  return shelf.of < total ? `前 ${shelf.of} 种里有 ${shelf.onShelf} 种` : `${shelf.onShelf} 种`;
}

/**
 * What the sheet knows of the answer to the choice: how many titles, that it is being counted, or nothing.
 */
export type Known = Pick<SearchResult, 'total' | 'totalIsAtLeast'> | 'counting' | 'unknown';

/** The button of the sheet. */
export function seeText(found: Known): string {
  if (found === 'counting') return '正在计数…';
  if (found === 'unknown') return '看结果';
  if (found.total === 0) return '没有符合的书';
  return found.totalIsAtLeast ? `看 ${found.total} 种以上结果` : `看 ${found.total} 种结果`;
}
