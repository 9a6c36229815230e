import * as v from 'valibot';
import type { DeskApi } from '../../../typings/contract/desk';
import type { StaffContext } from '../../kernel/context';
import { reading } from '../../kernel/operation';
import { PAGE_SIZE, aPageStart, pageOf, startOf } from '../../kernel/page';
import { done } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';

type Out = ReturnType<DeskApi['desk.log']>;

export const log = reading<{ branchId: string; after?: string }, Out, StaffContext>(
  v.strictObject({ branchId: anId, after: aPageStart }),
  async ({ db }, { branchId, after }) => {
    const rows = await db.find('operations', {
      where: { branchId },
      orderBy: [['at', 'desc']],
      skip: startOf(after),
      limit: PAGE_SIZE + 1,
      fields: ['at', 'action', 'staffName', 'barcode', 'titleName', 'outcome'],
    });
    const { list, next } = pageOf(rows, startOf(after));
    return done({
      list: list.map(({ at, action, staffName, barcode, titleName, outcome }) => ({
        at,
        action,
        staffName,
        barcode,
        titleName,
        outcome,
      })),
      next,
    });
  },
);
