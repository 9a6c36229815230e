import type { ShelfTitle } from '../../../typings/contract/catalogue';
import { isOnShelf } from '../../circulation/on-shelf';
import type { ItemDocument } from '../../documents';
import { byShelfOrder, classOf } from './call-number';

export const SHELF_FIELDS = ['titleId', 'title', 'callNumber', 'shelf', 'status', 'use'] as const;
export type ShelfItem = Pick<ItemDocument, '_id' | (typeof SHELF_FIELDS)[number]>;

/** Nothing that is written can stand between a text and the same with this behind it. */
const JUST_AFTER = '\u0001';

/**
 * Of copies read to one side, those up to the end of a class: it can then be set in its order. Where they are
 * all of one class, up to the end of a call number, so that the copies of a title stay together; where they
 * bear one call number, all.
 */
export function cutAtClass(
  rows: ShelfItem[],
  way: 'left' | 'right',
): { items: ShelfItem[]; nextFrom: string } {
  const last = rows.at(-1)?.callNumber ?? '';
  const whole = rows.filter(({ callNumber }) => classOf(callNumber) !== classOf(last));
  const items = whole.length > 0 ? whole : rows.filter(({ callNumber }) => callNumber !== last);
  const kept = items.length > 0 ? items : rows;
  const end = kept.at(-1)?.callNumber ?? '';
  return { items: kept, nextFrom: way === 'left' ? end : `${end}${JUST_AFTER}` };
}

/** Titles in shelf order, each once; what is lost or withdrawn does not stand there. */
export function shelfTitles(items: readonly ShelfItem[]): ShelfTitle[] {
  const titles = new Map<string, ShelfTitle>();
  for (const item of items.filter(stands)) {
    const known = titles.get(item.titleId) ?? {
      ...item.title,
      callNumber: item.callNumber,
      shelf: item.shelf,
      copies: 0,
      onShelf: 0,
    };
    known.copies += 1;
    known.onShelf += isOnShelf(item) ? 1 : 0;
    titles.set(item.titleId, known);
  }
  return [...titles.values()].sort(
    (a, b) => byShelfOrder(a.callNumber, b.callNumber) || (a.titleId < b.titleId ? -1 : 1),
  );
}

const stands = ({ status }: ShelfItem): boolean => status !== 'lost' && status !== 'withdrawn';
