import * as v from 'valibot';
import { mayForgive } from '../../circulation/forgiving';
import { isRefundable, mostToRefund } from '../../circulation/money';
import type { AccountLineDocument } from '../../documents';
import { anAmount, yuan } from '../../kernel/fen';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aComment, anId } from '../../kernel/validate';
import { addLines, type NewLine } from '../../steps/money';
import { accountAfter, letGoLine } from './account-view';

/**
 * Gives money back for a payment, or pays a credit out. A payment is credited and paid out at once: what it
 * was for stays settled, nothing is owed anew, so that who may forgive decides it. The line itself carries
 * how much of it was given back, the reader's document how much credit there is.
 */
export const refund = writing('fees.refund', {
  role: 'circulation',
  schema: v.strictObject({ lineId: anId, amount: anAmount, comment: aComment }),
  run: async (context, { lineId, amount, comment }, transaction) => {
    if (comment === '') return refuse({ code: 'comment_needed' });
    const { staff, library } = context;
    const paid = await transaction.get('accountLines', lineId);
    const reader = paid && (await transaction.get('readers', paid.readerId));
    if (!paid || !reader || !isRefundable(paid)) return refuse({ code: 'line_not_found' });
    const missing = paid.kind === 'payment' ? mayForgive(staff, library) : undefined;
    if (missing) return refuse(missing);
    const most = mostToRefund(paid, reader);
    if (amount > most) return refuse({ code: 'amount_too_high', amount, open: most });
    const changed: AccountLineDocument = { ...paid, refunded: (paid.refunded ?? 0) + amount };
    await transaction.put('accountLines', changed);
    const id = context.newId();
    const line = (kind: 'credit' | 'refund', sum: number): NewLine => ({
      _id: `${kind}_${id}`,
      readerId: reader._id,
      kind,
      amount: sum,
      reason: kind === 'credit' ? `退款：${paid.reason}` : '退款',
      settles: paid._id,
      loanId: paid.loanId,
      barcode: paid.barcode,
      titleName: paid.titleName,
      staffName: staff.name,
      comment,
      // Taken up by the refund beside it at once: there is nothing left of it to give back.
      ...(kind === 'credit' && { refunded: amount }),
    });
    const added = await addLines(transaction, context, reader._id, [
      ...(paid.kind === 'payment' ? [line('credit', -amount)] : []),
      line('refund', amount),
    ]);
    return {
      value: await accountAfter(context, reader, { added, changed: [changed] }),
      log: letGoLine(`退款 ${yuan(amount)}`, comment, paid, staff),
    };
  },
});
