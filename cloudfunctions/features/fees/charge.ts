import * as v from 'valibot';
import { anAmount, yuan } from '../../kernel/fen';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aText, anId } from '../../kernel/validate';
import { addLine } from '../../steps/money';
import { accountAfter } from './account-view';
import { mayForgive } from './forgiving';

const aReason = aText(60);
/** More than a library owes a reader by one credit: a slip of the finger. 1 000 yuan. */
const MOST_CREDIT = 100_000;

/** Charges by hand what no rule charges: a copy, a lost key. */
export const charge = writing('fees.charge', {
  role: 'circulation',
  schema: v.strictObject({ readerId: anId, amount: anAmount, reason: aReason }),
  run: async (context, { readerId, amount, reason }, transaction) => {
    const reader = await transaction.get('readers', readerId);
    if (!reader) return refuse({ code: 'reader_not_found', scanned: readerId });
    const line = await addLine(transaction, context, {
      _id: `charge_${context.newId()}`,
      readerId,
      kind: 'charge',
      amount,
      reason,
      staffName: context.staff.name,
    });
    return {
      value: await accountAfter(context, reader, { added: [line] }),
      log: { outcome: `收费 ${yuan(amount)}`, comment: reason, readerId, branchId: context.staff.branchId },
    };
  },
});

/**
 * Puts a credit on the account, as who may waive: it lowers what is owed, and pays open charges at the
 * next payment.
 */
export const credit = writing('fees.credit', {
  role: 'circulation',
  schema: v.strictObject({ readerId: anId, amount: anAmount, reason: aReason }),
  run: async (context, { readerId, amount, reason }, transaction) => {
    const missing = mayForgive(context.staff, context.library);
    if (missing) return refuse(missing);
    if (amount > MOST_CREDIT) return refuse({ code: 'amount_too_high', amount, open: MOST_CREDIT });
    const reader = await transaction.get('readers', readerId);
    if (!reader) return refuse({ code: 'reader_not_found', scanned: readerId });
    const line = await addLine(transaction, context, {
      _id: `credit_${context.newId()}`,
      readerId,
      kind: 'credit',
      amount: -amount,
      reason,
      staffName: context.staff.name,
    });
    return {
      value: await accountAfter(context, reader, { added: [line] }),
      log: {
        outcome: `记入余额 ${yuan(amount)}`,
        comment: reason,
        readerId,
        branchId: context.staff.branchId,
      },
    };
  },
});
