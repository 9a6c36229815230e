import type { FoundTitle } from '../../../typings/contract';
import type { KeptForm } from './drafts';

export interface FoundCard {
  titleId: string;
  title: string;
  about: string;
  isbn: string;
  callNumber: string;
  /** "总馆 2 册，1 册在架" */
  places: string[];
  none: boolean;
}

/** "沈从文 著 · 人民文学出版社 · 2005" */
export function factsLine({ authors, publisher, year }: Pick<FoundTitle, 'authors' | 'publisher' | 'year'>) {
  return [authors, publisher, year > 0 ? String(year) : ''].filter(Boolean).join(' · ');
}

export function foundCard(title: FoundTitle): FoundCard {
  return {
    titleId: title.titleId,
    title: title.title,
    about: factsLine(title),
    isbn: title.isbns[0]?.isbn13 ?? '',
    callNumber: title.callNumber,
    places: title.branches.map(
      ({ branchName, copies, onShelf }) =>
        `${branchName} ${copies} 册${onShelf > 0 ? `，${onShelf} 册在架` : '，都不在架'}`,
    ),
    none: title.copies === 0,
  };
}

export interface DraftRow {
  key: string;
  title: string;
  about: string;
}

export function draftRow({ key, form, barcodes, at }: KeptForm, now: number): DraftRow {
  const what = key.startsWith('title:') ? '改书目' : '新编';
  const copies = barcodes.length > 0 ? `复本 ${barcodes.length} 册` : '';
  return {
    key,
    title: form.title.trim() || form.isbns.trim() || '还没有题名',
    about: [what, copies, ago(now - at)].filter(Boolean).join(' · '),
  };
}

function ago(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return '刚刚';
  if (minutes < 60) return `${minutes} 分钟前`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} 小时前` : `${Math.floor(hours / 24)} 天前`;
}
