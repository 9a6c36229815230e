import type { SearchFacets, SearchFilters, TitleKind } from '../../../typings/contract';
import { className } from '../../lib/classes';
import { kindNames, languageName } from '../../lib/record-words';
import { yearsText } from './years';

/** What a search is narrowed to, one value of each group; '' for any. */
export interface Chosen {
  onShelfOnly: boolean;
  branchId: string;
  clc: string;
  /** A span of years as `spanKey` writes it: "2024-2026", "-2016". */
  years: string;
  language: string;
  kind: '' | TitleKind;
}

/** The groups that are chosen from a list of values with counts. */
export type Group = 'branchId' | 'clc' | 'years' | 'kind' | 'language';
export const groups: readonly Group[] = ['branchId', 'clc', 'years', 'kind', 'language'];

export const groupNames: Record<Group, string> = {
  branchId: '分馆',
  clc: '分类',
  years: '出版年份',
  kind: '类型',
  language: '语种',
};

export const nothingChosen: Chosen = {
  onShelfOnly: false,
  branchId: '',
  clc: '',
  years: '',
  language: '',
  kind: '',
};

/** As `search.find` takes it: only what is chosen. */
export function filtersOf(chosen: Chosen): SearchFilters {
  const [from, to] = chosen.years.split('-');
  return {
    ...(chosen.onShelfOnly ? { onShelfOnly: true } : {}),
    ...(chosen.branchId ? { branchId: chosen.branchId } : {}),
    ...(chosen.clc ? { clc: chosen.clc } : {}),
    ...(from ? { fromYear: Number(from) } : {}),
    ...(to ? { toYear: Number(to) } : {}),
    ...(chosen.language ? { language: chosen.language } : {}),
    ...(chosen.kind ? { kind: chosen.kind } : {}),
  };
}

/** What a whole question is narrowed to, as it is chosen here. */
export function chosenFrom(filters: SearchFilters): Chosen {
  const { fromYear, toYear, ...others } = filters;
  const years = fromYear || toYear ? `${fromYear ?? ''}-${toYear ?? ''}` : '';
  return { ...nothingChosen, ...others, years };
}

/** How many groups are narrowed. */
export function howMany(chosen: Chosen): number {
  return groups.filter((group) => chosen[group] !== '').length + (chosen.onShelfOnly ? 1 : 0);
}

/**
 * The branch somebody goes to and what stands there now hold for the next search; what narrowed the last
 * answer does not.
 */
export function keptForNext({ onShelfOnly, branchId }: Chosen): Chosen {
  return { ...nothingChosen, onShelfOnly, branchId };
}

/** The same with a value chosen, or taken back where it was chosen already. */
export function toggled(chosen: Chosen, group: Group | 'onShelfOnly', value: string): Chosen {
  if (group === 'onShelfOnly') return { ...chosen, onShelfOnly: !chosen.onShelfOnly };
  return { ...chosen, [group]: chosen[group] === value ? '' : value };
}

/** A branch's name is known from the facets that it was chosen from. */
export type BranchNames = Record<string, string>;

export function branchNamesOf(facets: Pick<SearchFacets, 'branches'>): BranchNames {
  return Object.fromEntries(facets.branches.map(({ branchId, branchName }) => [branchId, branchName]));
}

/** A value in words. */
export function valueName(group: Group, value: string, branches: BranchNames, thisYear: number): string {
  switch (group) {
    case 'branchId':
      return branches[value] ?? '分馆';
    case 'clc':
      return className(value) || value;
    case 'years':
      return yearsText(value, thisYear);
    case 'kind':
      return kindNames[value as TitleKind] ?? value;
    case 'language':
      return languageName(value) || '语种不明';
  }
}
