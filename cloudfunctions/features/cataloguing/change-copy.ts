import * as v from 'valibot';
import type { Refusal } from '../../../typings/contract/refusals';
import { branchName } from '../../circulation/branches';
import type { ItemDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aBarcode } from '../../kernel/validate';
import { ofFound } from '../../steps/found';
import { letHoldWaitAgain } from '../../steps/waiting-again';
import { copyOf, isUntouched, strangeParts } from './adding-copies';
import { aCopyChange } from './schema';

const FOUND = [
  'items',
  'barcode',
  (barcode: string): Refusal => ({ code: 'item_not_found', barcode }),
] as const;

interface Change {
  barcode: string;
  change: v.InferOutput<typeof aCopyChange>;
}

/**
 * Changes what a copy is and where it belongs; only what is named is changed, so that two who change
 * different things both have their way. A copy that no longer goes out serves no hold. The item carries its
 * one place.
 */
export const changeCopy = writing('cataloguing.changeCopy', {
  role: 'cataloguer',
  schema: v.strictObject({ barcode: aBarcode, change: aCopyChange }),
  run: ofFound(FOUND, async (context: StaffContext, { change }: Change, transaction, item) => {
    const strange = strangeParts(context.library, change);
    if (strange.length > 0) return { refusals: strange };
    const { branchId: homeBranchId = item.homeBranchId, ...parts } = change;
    const free =
      change.use !== undefined && change.use !== 'loan'
        ? await letHoldWaitAgain(transaction, context, item)
        : item;
    const after: ItemDocument = {
      ...free,
      ...parts,
      homeBranchId,
      branchId: standsAtHome(item) ? homeBranchId : item.branchId,
      changedAt: context.now,
    };
    await transaction.put('items', after);
    if (after.branchId !== item.branchId)
      await transaction.put('titleChanges', { _id: item.titleId, at: context.now });
    return {
      value: copyOf(context.library, after),
      log: {
        outcome: outcomeOf(item, after, (id) => branchName(context.library, id)),
        barcode: item._id,
        titleName: item.title.title,
        branchId: after.homeBranchId,
      },
    };
  }),
});

/** Takes out what was added by mistake; search and the branch know at once. */
export const removeCopy = writing('cataloguing.removeCopy', {
  role: 'cataloguer',
  schema: v.strictObject({ barcode: aBarcode }),
  run: ofFound(FOUND, async (context: StaffContext, { barcode }, transaction, item) => {
    if (!isUntouched(item)) return refuse({ code: 'copy_in_use', barcode });
    await transaction.remove('items', barcode);
    await transaction.put('titleChanges', { _id: item.titleId, at: context.now });
    return {
      value: { barcode },
      log: {
        outcome: '编目：撤去误加的复本',
        barcode,
        titleName: item.title.title,
        branchId: item.homeBranchId,
      },
    };
  }),
});

/**
 * On the shelf where it belongs: when it belongs elsewhere, it is entered as standing there. Others go home
 * when they come back.
 */
const standsAtHome = ({ status, branchId, homeBranchId }: ItemDocument): boolean =>
  branchId === homeBranchId && status !== 'in_transit' && status !== 'on_hold_shelf' && status !== 'on_loan';

const outcomeOf = (before: ItemDocument, after: ItemDocument, branch: (id: string) => string): string => {
  const parts = [
    ['所属馆', branch(before.homeBranchId), branch(after.homeBranchId)],
    ['架位', before.shelf, after.shelf],
    ['索书号', before.callNumber, after.callNumber],
    ['文献类型', before.itemType, after.itemType],
    ['定价', before.price, after.price],
    ['用途', before.use, after.use],
    ['年龄标记', before.minAge, after.minAge],
  ].filter(([, one, other]) => one !== other);
  const told = parts.map(([name, one, other]) => `${name} ${one || '无'} → ${other || '无'}`);
  return `编目：${told.join('，') || '未变'}`;
};
