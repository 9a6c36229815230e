import * as v from 'valibot';
import type { Refusal } from '../../../typings/contract/refusals';
import { branchOf } from '../../circulation/branches';
import { countedLoan } from '../../figures/line-counts';
import type { StaffContext } from '../../kernel/context';
import { writing } from '../../kernel/operation';
import { isPresented } from '../../kernel/presented-code';
import { isRefused, refuse } from '../../kernel/refusal';
import { aBarcode, aComment, aDay, anId } from '../../kernel/validate';
import { safetyRules } from '../../membership/safety-rules';
import { noSuchItem } from '../../reads/scanned';
import { lendTo } from '../../steps/checking-out';
import { deskLoan } from './desk-loan';

export const anOverride = v.strictObject({ comment: aComment, dueOn: v.optional(aDay) });

/**
 * One item goes to one reader. The item document carries "one open loan", the reader document the limit, the
 * queue who comes first.
 */
export const checkOut = writing('desk.checkOut', {
  role: 'circulation',
  schema: v.strictObject({
    readerId: anId,
    barcode: aBarcode,
    branchId: anId,
    onSite: v.optional(v.boolean()),
    override: v.optional(anOverride),
    presented: v.optional(v.pipe(v.string(), v.maxLength(512, '内容太长'))),
  }),
  run: async (context, { readerId, barcode, branchId, onSite = false, override, presented }, transaction) => {
    const notShown = cardNotShown(context, readerId, presented);
    if (notShown) return refuse(notShown);
    const item = await transaction.get('items', barcode);
    const reader = await transaction.get('readers', readerId);
    if (!item) return refuse(await noSuchItem(transaction, barcode));
    if (!reader) return refuse({ code: 'reader_not_found', scanned: readerId });
    if (!branchOf(context.library, branchId)) return refuse({ code: 'branch_not_found' });
    const lent = await lendTo(transaction, context, {
      item,
      reader,
      branchId,
      onSite,
      ...(override && { override: { ...override, staff: context.staff } }),
    });
    if (isRefused(lent)) return lent;
    const { loan } = lent.item;
    return {
      value: {
        loan: deskLoan(lent.item, context),
        reader: {
          readerId,
          name: reader.name,
          loans: lent.reader.openLoans.length,
          limit: lent.rules.loanLimit,
        },
        filledHold: lent.filledHold,
        overflow: lent.overflow,
        overridden: lent.overridden,
      },
      log: {
        outcome: `${loan.onSite ? '馆内借阅' : '借出'}，${loan.dueOn} 到期`,
        readerId,
        barcode: item._id,
        titleName: item.title.title,
        branchId,
        lent: item.titleId,
        counts: countedLoan(lent),
        undo: lent.undo,
        ...(override && { override: { codes: lent.overridden, comment: override.comment } }),
      },
    };
  },
});

/** Where a number alone does not do, lending asks for what `desk.reader` gave to whoever saw the card. */
const cardNotShown = (context: StaffContext, readerId: string, presented = ''): Refusal | null => {
  const { library } = context;
  if (safetyRules(library).deskAccepts === 'number') return null;
  return isPresented(presented, readerId, context, library.keys) ? null : { code: 'card_not_shown' };
};
