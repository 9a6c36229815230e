import * as v from 'valibot';
import { anAmount, yuan } from '../../kernel/fen';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aComment, anId } from '../../kernel/validate';
import { addLine, putSettled, settling } from '../../steps/money';
import { accountAfter, letGoLine } from './account-view';
import { mayForgive } from '../../circulation/forgiving';

/**
 * Forgives some of a charge, at most what is open of it. Who may is the library's own setting; a manager
 * where it says nothing.
 */
export const waive = writing('fees.waive', {
  role: 'circulation',
  schema: v.strictObject({ lineId: anId, amount: anAmount, comment: aComment }),
  run: async (context, { lineId, amount, comment }, transaction) => {
    const { staff, library } = context;
    const missing = mayForgive(staff, library);
    if (missing) return refuse(missing);
    if (comment === '') return refuse({ code: 'comment_needed' });
    const charge = await transaction.get('accountLines', lineId);
    const reader = charge && (await transaction.get('readers', charge.readerId));
    if (!charge || !reader || charge.kind !== 'charge') return refuse({ code: 'line_not_found' });
    if (amount > charge.open) return refuse({ code: 'amount_too_high', amount, open: charge.open });
    const line = settling(charge, {
      _id: `waiver_${context.newId()}`,
      kind: 'waiver',
      amount: -amount,
      staffName: staff.name,
      comment,
    });
    const changed = await putSettled(transaction, charge, [line]);
    const added = await addLine(transaction, context, line);
    return {
      value: await accountAfter(context, reader, { added: [added], changed: [changed] }),
      log: letGoLine(`减免 ${yuan(amount)}`, comment, charge, staff),
    };
  },
});
