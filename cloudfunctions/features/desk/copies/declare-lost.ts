import * as v from 'valibot';
import { mayForgive } from '../../../circulation/forgiving';
import { lossCharge } from '../../../circulation/loss';
import { isOnLoan, rulesOfLoan } from '../../../circulation/open-loan';
import { refusalsToLose } from '../../../circulation/setting-item';
import type { ItemDocument, Library } from '../../../documents';
import { anAmountOrNone, yuan } from '../../../kernel/fen';
import { writing } from '../../../kernel/operation';
import { refuse } from '../../../kernel/refusal';
import { aBarcode, aComment } from '../../../kernel/validate';
import { bookLost, type Loss } from '../../../steps/losing';
import { deskItem } from './desk-item';

/**
 * Books an open loan, or a copy that is nowhere, as lost. The item carries "one end of a loan", the line's
 * name "charged once".
 */
export const declareLost = writing('desk.declareLost', {
  role: 'circulation',
  schema: v.strictObject({
    barcode: aBarcode,
    amount: v.optional(anAmountOrNone),
    comment: v.optional(aComment),
  }),
  run: async (context, { barcode, amount, comment = '' }, transaction) => {
    const { library, staff } = context;
    const item = await transaction.get('items', barcode);
    if (!item) return refuse({ code: 'item_not_found', barcode: barcode });
    const refusals = refusalsToLose({ item, comment, ...(amount !== undefined && { amount }) });
    if (refusals.length > 0) return { refusals };
    const missing = amount !== undefined && amount < askedFor(item, library) && mayForgive(staff, library);
    if (missing) return refuse(missing);
    const loss = await bookLost(transaction, context, item, {
      staffName: staff.name,
      comment,
      ...(amount !== undefined && { amount }),
    });
    const queue = await transaction.get('holdQueues', item.titleId);
    return {
      value: deskItem(library, loss.item, queue?.holds ?? []),
      log: {
        outcome: outcomeOf(loss),
        comment,
        barcode: item._id,
        titleName: item.title.title,
        branchId: staff.branchId,
        ...(item.loan && { readerId: item.loan.readerId }),
        ended: loss.ended,
      },
    };
  },
});

/** Fen that the rule asks for the copy and the work. */
const askedFor = (item: ItemDocument, library: Library): number => {
  if (!isOnLoan(item)) return 0;
  const { forCopy, processing } = lossCharge(rulesOfLoan(library, item).loss, item.price);
  return forCopy + processing;
};

const outcomeOf = ({ charged, fine }: Loss): string =>
  [
    '遗失',
    ...(charged > 0 ? [`赔偿 ${yuan(charged)}`] : []),
    ...(fine > 0 ? [`逾期费 ${yuan(fine)}`] : []),
  ].join('，');
