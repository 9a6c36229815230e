import * as v from 'valibot';
import { staffReading } from '../../kernel/operation';
import { between } from '../../kernel/database';
import { done } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';

const MOST_SHELVES = 200;

/** Jumps from one shelving place to the next along the index: as many round trips as there are places, whatever stands in them. */
export const shelves = staffReading<{ branchId: string }, { list: string[] }>(
  'circulation',
  v.strictObject({ branchId: anId }),
  async ({ db }, { branchId }) => {
    const list: string[] = [];
    for (let last = ''; list.length < MOST_SHELVES;) {
      // Text after the last place in the order of the index: the place itself with the least character behind it.
      const [next] = await db.find('items', {
        where: { branchId, shelf: between({ from: `${last}\u0001` }) },
        orderBy: [
          ['branchId', 'asc'],
          ['shelf', 'asc'],
        ],
        limit: 1,
        fields: ['shelf'],
      });
      if (!next) break;
      last = next.shelf;
      list.push(last);
    }
    return done({ list });
  },
);
