import * as v from 'valibot';
import { branchName } from '../../../circulation/branches';
import type { Query } from '../../../kernel/database';
import { reading } from '../../../kernel/operation';
import { aPageStart, rowsFrom } from '../../../kernel/page';
import { done } from '../../../kernel/refusal';
import { anId } from '../../../kernel/validate';

/** What is under way to a branch, longest under way first. */
export const transit = reading('desk.transit', {
  role: 'circulation',
  schema: v.strictObject({ branchId: anId, after: aPageStart }),
  run: async ({ db, library }, { branchId, after }) => {
    const underWay: Omit<Query, 'limit'> = {
      where: { branchId, status: 'in_transit' },
      orderBy: [['changedAt', 'asc']],
    };
    const page = await rowsFrom(db, 'items', underWay, after, ({ _id, title, transit: way, changedAt }) => ({
      barcode: _id,
      title,
      fromBranchName: branchName(library, way?.fromBranchId ?? ''),
      toBranchName: branchName(library, way?.toBranchId ?? branchId),
      why: way?.why ?? 'home',
      since: changedAt,
    }));
    return done(page);
  },
});
