import { pastLoan } from '../circulation/check-in';
import { stateAfter } from '../circulation/life';
import { ITEM_LIFE } from '../circulation/lives';
import { lossCharge } from '../circulation/loss';
import { isOnLoan, rulesOfLoan, type ItemOnLoan } from '../circulation/open-loan';
import type { ItemDocument, OperationDocument } from '../documents';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import { endedLoan, endLoan } from './checking-in';
import { addLines, type NewLine } from './money';
import { letHoldWaitAgain } from './waiting-again';

type StepContext = Pick<Context, 'library' | 'now' | 'today'>;

export interface Loss {
  item: ItemDocument;
  /** Fen charged for the copy and the work. */
  charged: number;
  /** Fen charged for lateness up to now. */
  fine: number;
  ended: OperationDocument['ended'];
}

/**
 * Books a copy as lost, in a transaction. A loan of it ends as on a return: published rules ask for what is
 * due for lateness up to then besides the price, so that losing a copy is never the cheaper way to bring it
 * back late; a library may leave it. The item carries the end of the loan, the line named after the loan that
 * it is charged once.
 */
export const bookLost = async (
  transaction: Transaction,
  context: StepContext,
  item: ItemDocument,
  by: { staffName: string; amount?: number; comment: string },
): Promise<Loss> => {
  const free = await letHoldWaitAgain(transaction, context, item);
  const lost: ItemDocument = {
    ...free,
    status: stateAfter(ITEM_LIFE, 'lose', item.status),
    loan: null,
    lastLoan: item.loan ? pastLoan(item.loan, context.now, 'lose') : item.lastLoan,
    transit: null,
    changedAt: context.now,
  };
  await transaction.put('items', lost);
  if (!isOnLoan(item)) return { item: lost, charged: 0, fine: 0, ended: null };

  const { returned } = await endLoan(transaction, context, item, {
    returnedOn: context.today,
    staffName: by.staffName,
    chargesLate: rulesOfLoan(context.library, item).loss.withLateFine,
  });
  const lines = lossLines(context, item, by);
  await addLines(transaction, context, item.loan.readerId, lines);
  return {
    item: lost,
    charged: lines.reduce((sum, { amount }) => sum + amount, 0),
    fine: returned.fine,
    ended: endedLoan(item, context.today),
  };
};

/**
 * What is charged for the copy, which is given back when it is found in time, and for the work, which is not.
 */
const lossLines = (
  context: StepContext,
  item: ItemOnLoan,
  { staffName, amount, comment }: { staffName: string; amount?: number; comment: string },
): NewLine[] => {
  const { loan } = item;
  const { loss } = rulesOfLoan(context.library, item);
  const by = lossCharge(loss, item.price);
  const { forCopy, processing } = amount === undefined ? by : { forCopy: amount, processing: 0 };
  const line = {
    readerId: loan.readerId,
    kind: 'charge' as const,
    loanId: loan.loanId,
    barcode: item._id,
    titleName: item.title.title,
    staffName,
    comment,
  };
  return [
    {
      ...line,
      _id: `lost_${loan.loanId}`,
      amount: forCopy,
      reason: '遗失赔偿',
      refundDays: loss.refundDays,
    },
    { ...line, _id: `processing_${loan.loanId}`, amount: processing, reason: '遗失图书加工费' },
  ].filter((each) => each.amount > 0);
};
