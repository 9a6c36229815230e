import * as v from 'valibot';
import { branchOf } from '../../circulation/branches';
import { between, type Condition, type Database } from '../../kernel/database';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { itemsOfTitles } from '../../reads/items';
import { cutAtClass, SHELF_FIELDS, shelfTitles, type ShelfItem } from './stretch';

/** Copies read to each side. */
const A_SIDE = 100;

const aPlace = v.optional(v.pipe(v.string(), v.maxLength(300, '位置不对')));

/**
 * The shelf around a title at a branch. The index gives copies in the text order of their call numbers; a
 * stretch ends where a class ends, if it can, and stands in shelf order within. So two things are not as on
 * the shelf: in a class with more copies than a stretch takes, the order from one stretch to the next; and
 * the order of the classes from one to the next.
 */
export const shelf = reading('catalogue.shelf', {
  caller: 'visitor',
  schema: v.strictObject({ branchId: anId, titleId: anId, left: aPlace, right: aPlace }),
  run: async ({ db, library }, { branchId, titleId, left, right }) => {
    const branch = branchOf(library, branchId);
    if (!branch) return refuse({ code: 'branch_not_found' });
    const place = left ?? right ?? (await placeOf(db, branchId, titleId));
    if (place === undefined) return refuse({ code: 'title_not_found' });
    const [before, after] = await Promise.all([
      right === undefined ? read(db, branchId, place, 'left') : NOTHING,
      left === undefined ? read(db, branchId, place, 'right') : NOTHING,
    ]);
    const list = shelfTitles([...before.items, ...after.items]);
    return done({
      branchId,
      branchName: branch.name,
      list,
      ...(before.further && { left: before.further }),
      ...(after.further && { right: after.further }),
    });
  },
});

/** Where the title stands at the branch; undefined when no copy of it does. */
const placeOf = async (db: Database, branchId: string, titleId: string): Promise<string | undefined> => {
  const copies = await itemsOfTitles(db, [titleId], ['branchId', 'callNumber', 'status']);
  const here = copies.filter((item) => item.branchId === branchId && item.status !== 'withdrawn');
  return here.map(({ callNumber }) => callNumber).sort()[0];
};

interface Side {
  items: ShelfItem[];
  further?: string;
}
const NOTHING: Side = { items: [] };

/** One read. `place` is a call number: to its right with it, to its left without. */
const read = async (db: Database, branchId: string, place: string, way: 'left' | 'right'): Promise<Side> => {
  const range: Condition = way === 'left' ? between({ below: place }) : between({ from: place });
  const direction = way === 'left' ? 'desc' : 'asc';
  const rows = await db.find('items', {
    where: { branchId, callNumber: range },
    orderBy: [
      ['branchId', direction],
      ['callNumber', direction],
      ['_id', direction],
    ],
    limit: A_SIDE,
    fields: SHELF_FIELDS,
  });
  if (rows.length < A_SIDE) return { items: rows };
  const { items, nextFrom } = cutAtClass(rows, way);
  return { items, further: nextFrom };
};
