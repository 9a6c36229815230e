import * as v from 'valibot';
import { branchName } from '../../../circulation/branches';
import { reading } from '../../../kernel/operation';
import { aPageStart, pageFrom } from '../../../kernel/page';
import { done } from '../../../kernel/refusal';
import { anId } from '../../../kernel/validate';

/** What is under way to a branch, longest under way first. */
export const transit = reading('desk.transit', {
  role: 'circulation',
  schema: v.strictObject({ branchId: anId, after: aPageStart }),
  run: async ({ db, library }, { branchId, after }) => {
    const { list, next } = await pageFrom(
      db,
      'items',
      {
        where: { branchId, status: 'in_transit' },
        orderBy: [['changedAt', 'asc']],
      },
      after,
    );
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
