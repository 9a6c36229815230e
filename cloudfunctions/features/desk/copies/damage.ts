import * as v from 'valibot';
import { stateAfter } from '../../../circulation/life';
import { ITEM_LIFE } from '../../../circulation/lives';
import { DAMAGE_LINE } from '../../../circulation/money';
import { refusalsToRepair } from '../../../circulation/setting-item';
import type { ItemDocument } from '../../../documents';
import { anAmountOrNone, yuan } from '../../../kernel/fen';
import { writing } from '../../../kernel/operation';
import { refuse } from '../../../kernel/refusal';
import { aBarcode, aText } from '../../../kernel/validate';
import { addLine } from '../../../steps/money';
import { letHoldWaitAgain } from '../../../steps/waiting-again';
import { deskItem } from './desk-item';

/**
 * Notes a damage on a copy, charges whoever has it or had it last, and may send it to repair, where it serves
 * nobody: a hold that it was kept for waits again. A copy that is still on loan is brought back before it is
 * repaired.
 */
export const damage = writing('desk.damage', {
  role: 'circulation',
  schema: v.strictObject({
    barcode: aBarcode,
    condition: aText(200),
    amount: v.optional(anAmountOrNone),
    repair: v.boolean(),
  }),
  run: async (context, { barcode, condition, amount = 0, repair }, transaction) => {
    const { library, staff, now } = context;
    const item = await transaction.get('items', barcode);
    if (!item) return refuse({ code: 'item_not_found', barcode: barcode });
    const refusals = repair ? refusalsToRepair(item) : [];
    if (refusals.length > 0) return { refusals };
    const known = item.loan ?? item.lastLoan;
    const borrowed = known?.readerId ? known : null;
    if (amount > 0 && !borrowed) return refuse({ code: 'loan_not_found' });
    const damaged: ItemDocument = repair
      ? {
          ...(await letHoldWaitAgain(transaction, context, item)),
          status: stateAfter(ITEM_LIFE, 'repair', item.status),
          // It is in the hands of whoever notes it.
          branchId: staff.branchId,
          transit: null,
          condition,
          changedAt: now,
        }
      : { ...item, condition, changedAt: now };
    await transaction.put('items', damaged);
    if (amount > 0 && borrowed)
      await addLine(transaction, context, {
        _id: `${DAMAGE_LINE}${context.newId()}`,
        readerId: borrowed.readerId,
        kind: 'charge',
        amount,
        reason: '污损',
        comment: condition,
        loanId: borrowed.loanId,
        barcode: item._id,
        titleName: item.title.title,
        staffName: staff.name,
      });
    const queue = await transaction.get('holdQueues', item.titleId);
    return {
      value: deskItem(library, damaged, queue?.holds ?? []),
      log: {
        outcome: ['污损', ...(amount > 0 ? [`赔偿 ${yuan(amount)}`] : []), ...(repair ? ['送修'] : [])].join(
          '，',
        ),
        comment: condition,
        barcode: item._id,
        titleName: item.title.title,
        branchId: staff.branchId,
        ...(amount > 0 && borrowed && { readerId: borrowed.readerId }),
      },
    };
  },
});
