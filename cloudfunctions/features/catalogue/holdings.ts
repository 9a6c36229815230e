import * as v from 'valibot';
import type { BranchItems, ItemOnPage } from '../../../typings/contract/catalogue';
import { isOnShelf } from '../../circulation/on-shelf';
import type { ItemDocument, Library } from '../../documents';
import { reading } from '../../kernel/operation';
import { aPageStart, pageOf, startOf } from '../../kernel/page';
import { done } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { itemsOfTitles } from '../../reads/items';

/** Copies of a branch that come with the page of the title: what a first look shows. */
const FIRST_ITEMS = 4;

export const ITEM_FIELDS = [
  'titleId',
  'branchId',
  'status',
  'use',
  'itemType',
  'minAge',
  'callNumber',
  'shelf',
  'loan',
] as const;
type Item = Pick<ItemDocument, '_id' | (typeof ITEM_FIELDS)[number]>;

/**
 * Branches with something to take home first, then in the library's order; in each, what stands on the shelf
 * comes first.
 */
export const itemsByBranch = (library: Library, items: readonly Item[]): BranchItems[] =>
  library.branches
    .flatMap(({ _id, name }) => {
      const here = items.filter((item) => item.branchId === _id && isShown(item));
      if (here.length === 0) return [];
      return {
        branchId: _id,
        branchName: name,
        onShelf: here.filter(isOnShelf).length,
        total: here.length,
        items: here.map(itemOnPage).sort(availableFirst).slice(0, FIRST_ITEMS),
      };
    })
    .sort((a, b) => Number(b.onShelf > 0) - Number(a.onShelf > 0));

export const items = reading('catalogue.items', {
  caller: 'visitor',
  schema: v.strictObject({ titleId: anId, branchId: anId, after: aPageStart }),
  run: async ({ db }, { titleId, branchId, after }) => {
    const all = await itemsOfTitles(db, [titleId], ITEM_FIELDS);
    const here = all.filter((item) => item.branchId === branchId && isShown(item));
    const start = startOf(after);
    const rest = here.map(itemOnPage).sort(availableFirst).slice(start);
    return done({ ...pageOf(rest, start), total: here.length });
  },
});

const isShown = ({ status }: Item): boolean => status !== 'withdrawn';

const itemOnPage = ({ _id, status, use, callNumber, shelf, loan }: Item): ItemOnPage => ({
  barcode: _id,
  status,
  use,
  callNumber,
  shelf,
  ...(loan && { dueOn: loan.dueOn }),
});

const availableFirst = (a: ItemOnPage, b: ItemOnPage): number =>
  rankOf(a) - rankOf(b) || (a.dueOn ?? '').localeCompare(b.dueOn ?? '') || (a.barcode < b.barcode ? -1 : 1);

/** To take home, to read here, out, elsewhere. */
const rankOf = (item: ItemOnPage): number =>
  isOnShelf(item) ? 0 : item.status === 'available' ? 1 : item.status === 'on_loan' ? 2 : 3;
