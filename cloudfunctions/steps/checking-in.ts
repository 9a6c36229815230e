import type { Refusal } from '../../typings/contract/refusals';
import type { LocalDate } from '../../typings/contract/shapes';
import { knownBranch } from '../circulation/branches';
import { callFactsAt } from '../circulation/call-facts';
import { refusalsToTakeBack, routeCheckedIn, type CheckInOutcome } from '../circulation/check-in';
import { fineFor } from '../circulation/fines';
import { latenessText, returnOn } from '../circulation/lateness';
import { isOnLoan, knownLoanOf, rulesOfLoan, type ItemOnLoan } from '../circulation/open-loan';
import { isOverdue } from '../circulation/reader-blocks';
import { suspendedUntil } from '../circulation/suspension';
import type {
  HoldDocument,
  ItemDocument,
  OperationDocument,
  QueuedHold,
  Rules,
  UndoRecord,
} from '../documents';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import { daysBetween } from '../kernel/local-date';
import { giveBackForFound, type GivenBack } from './found-again';
import { callReader, writeQueue } from './holds';
import { addLine } from './money';

type StepContext = Pick<Context, 'library' | 'now' | 'today'>;

interface Returned {
  readerId: string;
  readerName: string;
  dueOn: LocalDate;
  daysOverdue: number;
  /** The same in words, by the hour where it was lent by the hour; "" in time. */
  late: string;
  /** Fen charged. */
  fine: number;
  suspendedUntil?: LocalDate;
}

export interface BroughtBack {
  routed: CheckInOutcome;
  returned?: Returned;
  /** What was charged for the copy when it was lost, and is not kept now that it is found. */
  givenBack?: GivenBack;
  /** The loan that this ended, for the reader's history. */
  ended?: OperationDocument['ended'];
  /** null: something followed from it that cannot be taken back. */
  undo: UndoRecord | null;
}

interface CheckInOrder {
  item: ItemDocument;
  branchId: string;
  /** Day it was brought back: today, or the day it fell into the book drop. */
  returnedOn: LocalDate;
  staffName: string;
}

/**
 * A copy comes back at a desk, in a transaction: its loan ends, lateness is charged once, and whoever waits
 * first is called once. The item carries the loan and its end, the queue who is called. Nobody waits and
 * nothing is late: four writes and reads besides the log.
 */
export const takeBack = async (
  transaction: Transaction,
  context: StepContext,
  order: CheckInOrder,
): Promise<BroughtBack | { refusals: Refusal[] }> => {
  const { item, branchId } = order;
  const refusals = refusalsToTakeBack(item, { returnedOn: order.returnedOn, today: context.today });
  if (refusals.length > 0) return { refusals };
  const queue = (await transaction.get('holdQueues', item.titleId))?.holds ?? [];
  const routed = routeCheckedIn({
    item,
    queue,
    now: context.now,
    ...callFactsAt(context, { branchId, itemType: item.itemType }),
  });
  const ended = isOnLoan(item) && routed.item.loan === null ? item : null;
  await transaction.put('items', routed.item);
  const end = ended ? await endLoan(transaction, context, ended, order) : undefined;
  const called = await callWaiting(transaction, context, routed, queue);
  const givenBack = await giveBackForFound(transaction, context, item, order.returnedOn, order.staffName);
  return {
    routed,
    ...(givenBack && { givenBack }),
    ...(end && ended && { returned: end.returned, ended: endedLoan(ended, order.returnedOn) }),
    undo:
      routed.found || givenBack || end?.returned.suspendedUntil
        ? null
        : {
            item,
            queue: called ? queue : null,
            hold: called,
            known: ended && knownLoanOf(ended),
            lineId: end?.lineId ?? '',
          },
  };
};

/** What the log keeps of a loan that ended. */
export const endedLoan = (
  { title, loan }: ItemOnLoan,
  returnedOn: LocalDate,
): OperationDocument['ended'] => ({
  loanId: loan.loanId,
  title,
  checkedOutOn: loan.checkedOutOn,
  returnedOn,
});

/**
 * The loan leaves its reader; what lateness costs is charged and what it stops is written down. The copy is
 * the caller's.
 */
export const endLoan = async (
  transaction: Transaction,
  context: StepContext,
  item: ItemOnLoan,
  {
    returnedOn,
    staffName,
    chargesLate = true,
  }: Pick<CheckInOrder, 'returnedOn' | 'staffName'> & { chargesLate?: boolean },
): Promise<{ returned: Returned; lineId: string }> => {
  const { loan } = item;
  const rules = rulesOfLoan(context.library, item);
  await transaction.amend('readers', loan.readerId, { pull: { openLoans: { loanId: loan.loanId } } });
  const late = await bookLateness(transaction, context, item, rules, { returnedOn, staffName, chargesLate });
  const { fine, lineId, daysOverdue, until } = late;
  return {
    returned: {
      readerId: loan.readerId,
      readerName: loan.readerName,
      dueOn: loan.dueOn,
      daysOverdue,
      late: latenessText(loan, returnOn(returnedOn, context.now)),
      fine,
      ...(until && { suspendedUntil: until }),
    },
    lineId,
  };
};

interface Lateness {
  daysOverdue: number;
  fine: number;
  lineId: string;
  /** Until when it stops the reader; null: not at all. */
  until: LocalDate | null;
}

/** What being late costs and stops, of a loan that ends or is renewed. */
export const bookLateness = async (
  transaction: Transaction,
  context: StepContext,
  item: ItemOnLoan,
  rules: Rules,
  {
    returnedOn,
    staffName,
    chargesLate = true,
  }: Pick<CheckInOrder, 'returnedOn' | 'staffName'> & { chargesLate?: boolean },
): Promise<Lateness> => {
  const { loan } = item;
  const isLate = isOverdue(loan, { now: context.now, today: returnedOn });
  const daysOverdue = isLate ? Math.max(0, daysBetween(loan.dueOn, returnedOn)) : 0;
  const charged = chargesLate
    ? await chargeLate(transaction, context, item, rules, returnedOn, staffName)
    : { fine: 0, lineId: '' };
  const until = await suspend(transaction, context, item, rules, daysOverdue);
  return { ...charged, daysOverdue, until };
};

/**
 * The fine of a loan that ends or is renewed late. Its line is named after the loan and its renewals: charged
 * once.
 */
const chargeLate = async (
  transaction: Transaction,
  context: StepContext,
  item: ItemOnLoan,
  rules: Pick<Rules, 'fine'>,
  returnedOn: LocalDate,
  staffName: string,
): Promise<{ fine: number; lineId: string }> => {
  const { loan } = item;
  const { amount } = fineFor({
    rule: rules.fine,
    loan,
    price: item.price,
    branch: knownBranch(context.library, loan.branchId),
    calendars: context.library.calendars,
    now: context.now,
    returnedOn,
  });
  if (amount === 0) return { fine: 0, lineId: '' };
  const { _id } = await addLine(transaction, context, {
    _id: `fine_${loan.loanId}_${loan.renewals}`,
    readerId: loan.readerId,
    kind: 'charge',
    amount,
    reason: latenessText(loan, returnOn(returnedOn, context.now)),
    loanId: loan.loanId,
    barcode: item._id,
    titleName: item.title.title,
    staffName,
  });
  return { fine: amount, lineId: _id };
};

/** Days without borrowing run on from those that the reader has already. */
const suspend = async (
  transaction: Transaction,
  { today, library }: StepContext,
  { loan }: ItemOnLoan,
  { suspension }: Rules,
  daysOverdue: number,
): Promise<LocalDate | null> => {
  if (!suspension || daysOverdue === 0) return null;
  const reader = await transaction.get('readers', loan.readerId);
  const until = suspendedUntil({
    rule: suspension,
    daysOverdue,
    today,
    before: reader?.suspendedUntil ?? null,
    calendar: { branch: knownBranch(library, loan.branchId), calendars: library.calendars },
  });
  if (until) await transaction.amend('readers', loan.readerId, { set: { suspendedUntil: until } });
  return until;
};

/**
 * Writes the queue and the hold that the copy now serves, tells its reader once the copy is ready, and gives
 * the hold as it was.
 */
const callWaiting = async (
  transaction: Transaction,
  context: StepContext,
  { item, queue, destination }: CheckInOutcome,
  before: readonly QueuedHold[],
): Promise<HoldDocument | null> => {
  const serves = item.hold;
  if (!serves) return null;
  const becameReady = destination.kind === 'hold_shelf' && destination.becameReady;
  const sentOff = destination.kind === 'transit' && destination.why === 'hold';
  if (!becameReady && !sentOff) return null;
  const hold = queue.find((each) => each.holdId === serves.holdId);
  if (!hold || !before.some((each) => each.holdId === hold.holdId))
    throw new Error(`hold ${serves.holdId} of item ${item._id} is not in the queue`);
  await writeQueue(transaction, item.titleId, queue);
  return callReader(transaction, context, hold, item);
};
