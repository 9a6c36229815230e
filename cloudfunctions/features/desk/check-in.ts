import * as v from 'valibot';
import type { NextStep } from '../../../typings/contract/desk-rows';
import { branchName, branchOf } from '../../circulation/branches';
import type { CheckInOutcome } from '../../circulation/check-in';
import { A_RETURN, NO_RETURN } from '../../figures/line-counts';
import type { StaffContext } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { yuan } from '../../kernel/fen';
import { writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { aBarcode, aDay, anId } from '../../kernel/validate';
import { noSuchItem } from '../../reads/scanned';
import { takeBack, type BroughtBack } from '../../steps/checking-in';
import { cardTail } from './desk-loan';

/**
 * Ends the loan of an item, if it has one, and says what the hand does next. The item carries the loan, the
 * queue who is called, once.
 */
export const checkIn = writing('desk.checkIn', {
  role: 'circulation',
  schema: v.strictObject({ barcode: aBarcode, branchId: anId, returnedOn: v.optional(aDay) }),
  run: async (context, { barcode, branchId, returnedOn }, transaction) => {
    const { today } = context;
    const item = await transaction.get('items', barcode);
    if (!item) return refuse(await noSuchItem(transaction, barcode));
    if (!branchOf(context.library, branchId)) return refuse({ code: 'branch_not_found' });
    const back = await takeBack(transaction, context, {
      item,
      branchId,
      returnedOn: returnedOn && returnedOn < today ? returnedOn : today,
      staffName: context.staff.name,
    });
    if (isRefused(back)) return back;
    const next = await nextStep(transaction, context, back.routed);
    return {
      value: {
        barcode: item._id,
        title: item.title,
        ...(back.returned && { returned: back.returned }),
        found: back.routed.found,
        condition: item.condition,
        next,
      },
      log: {
        outcome: outcomeOf(back, next),
        barcode: item._id,
        titleName: item.title.title,
        branchId,
        undo: back.undo,
        ...(back.givenBack && { readerId: back.givenBack.readerId }),
        ...(back.returned && { readerId: back.returned.readerId, ended: back.ended }),
        counts: back.returned ? A_RETURN : NO_RETURN,
      },
    };
  },
});

export const nextStep = async (
  transaction: Transaction,
  { library }: Pick<StaffContext, 'library'>,
  { item, destination }: CheckInOutcome,
): Promise<NextStep> => {
  switch (destination.kind) {
    case 'shelve':
      return { kind: 'shelve', shelf: item.shelf, callNumber: item.callNumber };
    case 'set_aside':
      return destination;
    case 'transit':
      return { ...destination, toBranchName: branchName(library, destination.toBranchId) };
    case 'hold_shelf': {
      const reader = await transaction.get('readers', destination.hold.readerId);
      return {
        kind: 'hold_shelf',
        holdId: destination.hold.holdId,
        readerName: reader?.name ?? '',
        cardTail: cardTail(reader?.cardNumber ?? ''),
        pickUpBy: destination.hold.pickUpBy ?? '',
      };
    }
  }
};

/** For the log, where it stays: of whoever it is kept for it says nothing. */
export const outcomeOf = (back: BroughtBack, next: NextStep): string => said(back, whereTo(next));

/** For the hand that has the copy: with the end of the card that it is kept for. */
export const saidOf = (back: BroughtBack, next: NextStep): string =>
  said(back, next.kind === 'hold_shelf' ? `${whereTo(next)}（尾号 ${next.cardTail}）` : whereTo(next));

const said = ({ returned, givenBack, routed }: BroughtBack, where: string): string =>
  [
    routed.found ? '找回' : '还回',
    ...(returned?.late ? [returned.late] : []),
    ...(givenBack ? [`赔偿退回 ${yuan(givenBack.waived + givenBack.credited)}`] : []),
    where,
  ].join('，');

const whereTo = (next: NextStep): string => {
  switch (next.kind) {
    case 'shelve':
      return '上架';
    case 'hold_shelf':
      return '放预约架';
    case 'transit':
      return `送往${next.toBranchName}`;
    case 'set_aside':
      return '另放';
  }
};
