import * as v from 'valibot';
import type { TransitRow } from '../../../../typings/contract/desk';
import { branchName } from '../../../circulation/branches';
import { staffReading } from '../../../kernel/operation';
import { PAGE_SIZE, aPageStart, pageOf, startOf } from '../../../kernel/page';
import { done } from '../../../kernel/refusal';
import { anId } from '../../../kernel/validate';

type Out = { list: TransitRow[]; next?: string };

/** What is under way to a branch, longest under way first. */
export const transit = staffReading<{ branchId: string; after?: string }, Out>(
  'circulation',
  v.strictObject({ branchId: anId, after: aPageStart }),
  async ({ db, library }, { branchId, after }) => {
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
);
