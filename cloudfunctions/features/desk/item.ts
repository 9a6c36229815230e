import * as v from 'valibot';
import type { DeskApi } from '../../../typings/contract/desk';
import { cleanScan } from '../../kernel/card-code';
import type { StaffContext } from '../../kernel/context';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { aScan } from '../../kernel/validate';
import { branchName } from '../../views/branches';
import { factsById } from '../../views/titles';

type Out = ReturnType<DeskApi['desk.item']>;

export const item = reading<{ barcode: string }, Out, StaffContext>(
  v.strictObject({ barcode: aScan }),
  async ({ db, library }, { barcode }) => {
    const found = await db.get('items', cleanScan(barcode));
    if (!found) return refuse({ code: 'item_not_found', barcode: cleanScan(barcode) });
    const [title, loan] = await Promise.all([
      factsById(db, [found.titleId]),
      found.loan && db.get('loans', found.loan.loanId),
    ]);
    return done({
      barcode: found._id,
      title: title(found.titleId),
      status: found.status,
      branchName: branchName(library, found.branchId),
      ...(loan && { dueOn: loan.dueOn }),
    });
  },
);
