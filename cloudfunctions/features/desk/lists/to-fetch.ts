import * as v from 'valibot';
import type { FetchRow } from '../../../../typings/contract/desk-rows';
import type { HoldDocument } from '../../../documents';
import type { Context } from '../../../kernel/context';
import { isIn } from '../../../kernel/database';
import { reading } from '../../../kernel/operation';
import { PAGE_SIZE, aPageStart, startOf } from '../../../kernel/page';
import { done } from '../../../kernel/refusal';
import { anId } from '../../../kernel/validate';

/** Waiting holds looked at for one list; more are reached as these are served. */
const MOST_HOLDS = 500;

/**
 * Copies on the open shelf of a branch that a waiting reader could have: as many a title as readers wait for
 * it.
 */
export const rowsToFetch = async (
  { db, today }: Pick<Context, 'db' | 'today'>,
  branchId: string,
): Promise<FetchRow[]> => {
  const holds = await db.find('holds', {
    where: { status: 'waiting', barcode: null },
    limit: MOST_HOLDS,
    fields: ['titleId', 'startsOn'],
  });
  const waiting = waitingByTitle(holds.filter(({ startsOn }) => startsOn === null || startsOn <= today));
  if (waiting.size === 0) return [];
  const items = await db.find('items', {
    where: { titleId: isIn([...waiting.keys()]), branchId, status: 'available', use: 'loan' },
    orderBy: [['_id', 'asc']],
    limit: 1000,
  });
  const taken = new Map<string, number>();
  return items.flatMap((item) => {
    const count = (taken.get(item.titleId) ?? 0) + 1;
    taken.set(item.titleId, count);
    const wanted = waiting.get(item.titleId) ?? 0;
    if (count > wanted) return [];
    return [
      {
        title: item.title,
        barcode: item._id,
        shelf: item.shelf,
        callNumber: item.callNumber,
        waiting: wanted,
      },
    ];
  });
};

const waitingByTitle = (holds: Pick<HoldDocument, 'titleId'>[]): Map<string, number> => {
  const waiting = new Map<string, number>();
  for (const { titleId } of holds) waiting.set(titleId, (waiting.get(titleId) ?? 0) + 1);
  return waiting;
};

export const toFetch = reading('desk.toFetch', {
  role: 'circulation',
  schema: v.strictObject({ branchId: anId, after: aPageStart }),
  run: async (context, { branchId, after }) => {
    const start = startOf(after);
    const rows = await rowsToFetch(context, branchId);
    const list = rows.slice(start, start + PAGE_SIZE);
    return done({ list, ...(rows.length > start + PAGE_SIZE && { next: String(start + PAGE_SIZE) }) });
  },
});
