import * as v from 'valibot';
import { reading } from '../../kernel/operation';
import { between } from '../../kernel/database';
import { done } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';

const MOST_SHELVES = 500;
/** Copies looked at in one jump: several small places at once, one large place and no more of it. */
const ONE_JUMP = 100;

/**
 * Jumps from one shelving place to the next along the index: never more round trips than there are places,
 * whatever stands in them.
 */
export const shelves = reading('stocktake.shelves', {
  role: 'circulation',
  schema: v.strictObject({ branchId: anId }),
  run: async ({ db }, { branchId }) => {
    const list: string[] = [];
    for (let last = ''; list.length < MOST_SHELVES;) {
      // Text after the last place in the order of the index: the place itself with the least character behind
      // it.
      const rows = await db.find('items', {
        where: { branchId, shelf: between({ from: `${last}\u0001` }) },
        orderBy: [
          ['branchId', 'asc'],
          ['shelf', 'asc'],
        ],
        limit: ONE_JUMP,
        fields: ['shelf'],
      });
      list.push(...new Set(rows.map((row) => row.shelf)));
      if (rows.length < ONE_JUMP) break;
      last = list[list.length - 1] ?? '';
    }
    return done({ list });
  },
});
