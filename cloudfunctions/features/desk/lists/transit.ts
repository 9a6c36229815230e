import * as v from 'valibot';
import { branchName } from '../../../circulation/branches';
import { reading } from '../../../kernel/operation';
import { PAGE_SIZE, aPageStart, pageOf, startOf } from '../../../kernel/page';
import { done } from '../../../kernel/refusal';
import { anId } from '../../../kernel/validate';

/** What is under way to a branch, longest under way first. */
export const transit = reading('desk.transit', {
  role: 'circulation',
  schema: v.strictObject({ branchId: anId, after: aPageStart }),
  run: async ({ db, library }, { branchId, after }) => {
    const rows = await db.find('items', {
      where: { branchId, status: 'in_transit' },
      orderBy: [['changedAt', 'asc']],
      skip: startOf(after),
      limit: PAGE_SIZE + 1,
    });
    const { list, next } = pageOf(rows, startOf(after));
    return done({
      list: list.map(({ _id, title, transit: way, changedAt }) => ({
        barcode: _id,
        title,
        fromBranchName: branchName(library, way?.fromBranchId ?? ''),
        toBranchName: branchName(library, way?.toBranchId ?? branchId),
        why: way?.why ?? 'home',
        since: changedAt,
      })),
      next,
    });
  },
});
