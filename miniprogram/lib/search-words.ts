import type { SearchFilters } from '../../typings/contract';
import { className } from './classes';
import { kindNames, languageName } from './record-words';

/** What a search is narrowed to, in words; '' for nothing. A branch has no name here. */
export function filterWords({
  onShelfOnly,
  clc,
  fromYear,
  toYear,
  kind,
  language,
  branchId,
}: SearchFilters): string {
  const years = yearsWords(fromYear, toYear);
  return [
    onShelfOnly ? '在架' : '',
    branchId ? '指定分馆' : '',
    clc ? className(clc) || clc : '',
    years,
    kind ? (kindNames[kind] ?? '') : '',
    language ? languageName(language) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** A search as one says it: “宋代 茶” · 在架. */
export function searchWords(query: string, filters: SearchFilters): string {
  return [`检索“${query}”`, filterWords(filters)].filter(Boolean).join(' · ');
}

function yearsWords(from?: number, to?: number): string {
  if (from && to) return from === to ? `${from} 年` : `${from} 至 ${to} 年`;
  if (from) return `${from} 年以来`;
  return to ? `${to} 年以前` : '';
}
