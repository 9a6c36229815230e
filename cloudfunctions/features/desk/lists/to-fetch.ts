import * as v from 'valibot';
import type { FetchRow } from '../../../../typings/contract/desk-rows';
import type { Context } from '../../../kernel/context';
import { reading } from '../../../kernel/operation';
import { PAGE_SIZE, aPageStart, startOf } from '../../../kernel/page';
import { done } from '../../../kernel/refusal';
import { anId } from '../../../kernel/validate';
import { allToFetch } from '../../../reads/fetching';

/** Copies on the open shelf of a branch that go to a reader who waits once they are scanned. */
export const rowsToFetch = async (
  context: Pick<Context, 'db' | 'library' | 'today'>,
  branchId: string,
): Promise<FetchRow[]> =>
  (await allToFetch(context))
    .filter(({ item }) => item.branchId === branchId)
    .map(({ item, waiting }) => ({
      title: item.title,
      barcode: item._id,
      shelf: item.shelf,
      callNumber: item.callNumber,
      waiting,
    }));

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
