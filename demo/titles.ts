import { newItem } from '../cloudfunctions/circulation/new-item';
import type { ItemDocument, TitleDocument } from '../cloudfunctions/documents';
import { keysOfTitle } from '../cloudfunctions/search/keys';
import { factsOf } from '../cloudfunctions/cataloguing/title-facts';
import type { TitleRecord } from '../typings/contract/title-record';
import { pick } from './chance';
import { SUBJECTS } from './subjects';
import records from './data/titles.json';

/** A book as titles.json has it: part of a record, and what its copies cost. */
interface DemoTitle extends Omit<TitleRecord, 'language' | 'kind' | 'subjects'> {
  id: string;
  kind: string;
  price: number;
  source: string;
}

export const titleRecords: DemoTitle[] = records;

const HOUR = 3_600_000;

/** The catalogue: facts of titles.json, acquired over the last three years, a few of them this month. */
export function titlesAt(now: Date): TitleDocument[] {
  return titleRecords.map((record) => titleOf(record, now));
}

function titleOf(record: DemoTitle, now: Date): TitleDocument {
  return {
    _id: record.id,
    title: record.title,
    subtitle: record.subtitle,
    also: [],
    contributors: record.contributors,
    publisher: record.publisher,
    year: record.year,
    isbns: record.isbns,
    clc: record.clc,
    callNumber: record.callNumber,
    language: 'chi',
    kind: 'book',
    subjects: SUBJECTS[record.id] ?? [],
    summary: record.summary,
    keys: keysOfTitle(record),
    addedAt: new Date(now.getTime() - hoursInStock(record.id) * HOUR).toISOString(),
    popularity: pick(`popularity ${record.id}`, 40) + (pick(`favourite ${record.id}`, 6) === 0 ? 90 : 0),
    source: `demo:${record.id}`,
  };
}

function hoursInStock(id: string): number {
  const isNew = pick(`new ${id}`, 24) === 0;
  return 5 + (isNew ? pick(`hours ${id}`, 25 * 24) : 26 * 24 + pick(`hours ${id}`, 3 * 365 * 24));
}

/**
 * Barcode of the n-th copy of a title: "YX", title, copy and a check of two digits that catches a mistyped
 * one.
 */
export function barcodeOf(titleId: string, copy: number): string {
  const number = Number(titleId.slice(1)) * 100 + copy;
  return `YX${String(number).padStart(6, '0')}${String(number % 97).padStart(2, '0')}`;
}

/** Two to six copies a title, over the branches as such a library would place them. */
export function itemsAt(now: Date): ItemDocument[] {
  return titleRecords.flatMap((record) => {
    const copies = 2 + pick(`copies ${record.id}`, 3) + (pick(`more ${record.id}`, 4) === 0 ? 2 : 0);
    return Array.from({ length: copies }, (_, n) => itemOf(record, n + 1, now));
  });
}

function itemOf(record: DemoTitle, copy: number, now: Date): ItemDocument {
  const children = record.kind === 'children';
  const branchId = homeOf(record, copy);
  const stays = copy === 1 && (record.clc.startsWith('H16') || pick(`reference ${record.id}`, 40) === 0);
  return newItem({
    _id: barcodeOf(record.id, copy),
    titleId: record.id,
    title: factsOf(titleOf(record, now)),
    itemType: children ? 'children' : 'book',
    homeBranchId: branchId,
    shelf: shelfOf(record, branchId),
    callNumber: record.callNumber,
    // The first copy of a dictionary or a big handbook stays in the house.
    use: stays ? 'reference' : 'loan',
    price: record.price,
    changedAt: new Date(now.getTime() - hoursInStock(record.id) * HOUR).toISOString(),
    source: `demo:${record.id}`,
  });
}

function homeOf({ id, kind }: DemoTitle, copy: number): string {
  if (kind === 'children') return copy === 2 ? 'main' : copy === 4 ? 'linhe' : 'children';
  if (copy === 1) return 'main';
  return copy === 2 && pick(`home ${id}`, 3) > 0
    ? 'linhe'
    : pick(`home ${id} ${copy}`, 3) === 0
      ? 'linhe'
      : 'main';
}

const rooms: Record<string, string> = {
  I: '三楼 文学借阅区',
  K: '四楼 史地借阅区',
  B: '四楼 哲学借阅区',
  J: '五楼 艺术借阅区',
  T: '二楼 科技借阅区',
  O: '二楼 科技借阅区',
};

function shelfOf({ id, clc }: DemoTitle, branchId: string): string {
  const bay = 1 + pick(`bay ${clc}`, 18);
  const row = 1 + pick(`row ${id}`, 6);
  if (branchId === 'children') return `一楼 亲子阅览区 ${bay} 架 ${row} 层`;
  if (branchId === 'linhe') return `开架区 ${bay} 架 ${row} 层`;
  return `${rooms[clc[0]!] ?? '四楼 综合借阅区'} ${bay} 架 ${row} 层`;
}
