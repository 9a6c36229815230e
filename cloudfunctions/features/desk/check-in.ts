import * as v from 'valibot';
import type { CheckedIn, NextStep } from '../../../typings/contract/desk';
import { routeCheckedIn, type CheckInOutcome } from '../../circulation/check-in';
import { isOverdue } from '../../circulation/reader-blocks';
import type { ItemDocument } from '../../documents';
import { cleanScan } from '../../kernel/card-code';
import type { StaffContext } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { daysBetween } from '../../kernel/local-date';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aScan, anId } from '../../kernel/validate';
import { callReader } from '../../steps/holds';
import { branchName, branchOf, pickUpByFrom } from '../../views/branches';
import { factsWithin } from '../../views/titles';
import { cardTail } from './desk-loan';

/** Ends the loan of an item, if it has one, and says what the hand does next. The queue document decides who is called, once. */
export const checkIn = writing<{ barcode: string; branchId: string }, CheckedIn, StaffContext>({
  schema: v.strictObject({ barcode: aScan, branchId: anId }),
  run: async (context, { barcode, branchId }, transaction) => {
    const { library, now, today } = context;
    const item = await transaction.get('items', cleanScan(barcode));
    if (!item) return refuse({ code: 'item_not_found', barcode: cleanScan(barcode) });
    if (!branchOf(library, branchId)) return refuse({ code: 'branch_not_found' });
    const title = await factsWithin(transaction, item.titleId);
    const queue = (await transaction.get('holdQueues', item.titleId))?.holds ?? [];
    const routed = routeCheckedIn({ item, queue, branchId, now, pickUpByAt: pickUpByFrom(library, today) });
    const returned =
      item.loan && routed.destination.kind !== 'set_aside'
        ? await closeLoan(transaction, context, item.loan)
        : undefined;
    await transaction.put('items', routed.item);
    await callWaiting(transaction, context, routed, title.title);
    const next = await nextStep(transaction, context, routed);
    return {
      value: { barcode: item._id, title, ...(returned && { returned: returned.shown }), next },
      log: {
        outcome: outcomeOf(next),
        barcode: item._id,
        titleName: title.title,
        branchId,
        ...(returned && { readerId: returned.readerId }),
      },
    };
  },
});

const closeLoan = async (
  transaction: Transaction,
  { now, today }: StaffContext,
  { loanId, readerId }: NonNullable<ItemDocument['loan']>,
) => {
  const loan = await transaction.get('loans', loanId);
  const reader = await transaction.get('readers', readerId);
  if (!loan || !reader) throw new Error(`loan ${loanId} or reader ${readerId} of an item does not exist`);
  await transaction.put('loans', { ...loan, status: 'closed', closedAt: now });
  await transaction.put('readers', {
    ...reader,
    openLoans: reader.openLoans.filter((each) => each.loanId !== loanId),
  });
  const daysOverdue = isOverdue(loan.dueOn, today) ? daysBetween(loan.dueOn, today) : 0;
  return { readerId, shown: { readerName: reader.name, dueOn: loan.dueOn, daysOverdue } };
};

/** Writes the queue and the hold that the item now serves, and tells its reader once the item is ready. */
const callWaiting = async (
  transaction: Transaction,
  context: StaffContext,
  routed: CheckInOutcome,
  titleName: string,
): Promise<void> => {
  const { item, queue, destination } = routed;
  const serves = item.hold;
  if (!serves) return;
  const becameReady = destination.kind === 'hold_shelf' && destination.becameReady;
  const sentOff = destination.kind === 'transit' && destination.why === 'hold';
  if (!becameReady && !sentOff) return;
  const hold = queue.find((each) => each.holdId === serves.holdId);
  if (!hold) throw new Error(`hold ${serves.holdId} of item ${item._id} is not in the queue`);
  await transaction.put('holdQueues', { _id: item.titleId, holds: queue });
  await callReader(transaction, context, hold.holdId, hold, titleName);
};

const nextStep = async (
  transaction: Transaction,
  { library }: StaffContext,
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

const outcomeOf = (next: NextStep): string => {
  switch (next.kind) {
    case 'shelve':
      return '还回，上架';
    case 'hold_shelf':
      return `还回，放预约架（尾号 ${next.cardTail}）`;
    case 'transit':
      return `还回，送往${next.toBranchName}`;
    case 'set_aside':
      return '还回，另放';
  }
};
