import * as v from 'valibot';
import type { FeesAccount } from '../../../typings/contract/fees';
import type { StaffContext } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { anAmount, yuan } from '../../kernel/fen';
import { writing, type Changed } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aText, anId } from '../../kernel/validate';
import { addLine, type NewLine } from '../../steps/money';
import { accountAfter } from './account-view';
import { mayForgive } from '../../circulation/forgiving';

type Line = Pick<NewLine, 'kind' | 'amount' | 'reason'>;

const aReason = aText(60);
/** More than a library owes a reader by one credit: a slip of the finger. 1 000 yuan. */
const MOST_CREDIT = 100_000;

/** Charges by hand what no rule charges: a copy, a lost key. */
export const charge = writing('fees.charge', {
  role: 'circulation',
  schema: v.strictObject({ readerId: anId, amount: anAmount, reason: aReason }),
  run: (context, { readerId, amount, reason }, transaction) => {
    const line = { kind: 'charge' as const, amount, reason };
    return byHand(context, transaction, { readerId, line, outcome: `收费 ${yuan(amount)}` });
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
    const line = { kind: 'credit' as const, amount: -amount, reason };
    return byHand(context, transaction, { readerId, line, outcome: `记入余额 ${yuan(amount)}` });
  },
});

/** A line that somebody at the desk writes onto an account. */
const byHand = async (
  context: StaffContext,
  transaction: Transaction,
  { readerId, line, outcome }: { readerId: string; line: Line; outcome: string },
): Promise<Changed<FeesAccount>> => {
  const reader = await transaction.get('readers', readerId);
  if (!reader) return refuse({ code: 'reader_not_found', scanned: readerId });
  const { name: staffName, branchId } = context.staff;
  const _id = `${line.kind}_${context.newId()}`;
  const added = await addLine(transaction, context, { ...line, _id, readerId, staffName });
  return {
    value: await accountAfter(context, reader, { added: [added] }),
    log: { outcome, comment: line.reason, readerId, branchId },
  };
};
