import type { LocalDate } from '../../../typings/contract/shapes';
import { isOpen } from '../../circulation/calendar';
import {
  endAfterClosure,
  isWithin,
  momentOn,
  shelfDateAfterClosure,
  undoUntil,
} from '../../circulation/closing-days';
import type { BranchCalendar } from '../../circulation/due-date';
import { policyFor } from '../../circulation/policy';
import type { ClosureDocument, ClosureMoveDocument, HoldDocument, ItemDocument } from '../../documents';
import type { JobContext } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { localTimeOf } from '../../kernel/local-date';

/**
 * What is known of a closure while it is worked off; the branch is read anew, a warm function keeps the old
 * one.
 */
export interface Work {
  closure: ClosureDocument;
  /** The branch as it is now, closed on those days. */
  after: BranchCalendar;
  /** As it would be without the closure. */
  before: BranchCalendar;
}

/** Past so many moves the oldest is forgotten: only the newest can be given back. */
const MOST_MOVES = 20;

export const moveId = (closureId: string, readerId: string): string => `${closureId}_${readerId}`;

/** A closure that was undone meanwhile moves nothing any more. */
const stillStands = async (transaction: Transaction, { closure }: Work): Promise<boolean> => {
  const now = await transaction.get('closures', closure._id);
  return now?.status === 'moving' || now?.status === 'moved';
};

/** Moves one loan off the closed days; whoever renewed it or brought it back meanwhile comes first. */
export const moveLoan = (context: JobContext, work: Work, barcode: string): Promise<boolean> =>
  context.db.transact(async (transaction) => {
    const { closure, after } = work;
    const item = await transaction.get('items', barcode);
    const loan = item?.loan;
    if (!loan || loan.branchId !== closure.branchId || !isWithin(closure, loan.dueOn)) return false;
    if (!(await stillStands(transaction, work))) return false;
    const rules = policyFor(context.library.policies, { ...loan, itemType: item.itemType });
    const end = endAfterClosure(loan, { rules, ...after });
    if (end.dueOn === loan.dueOn) return false;
    const moved = { closureId: closure._id, dueOnBefore: loan.dueOn, dueOnAfter: end.dueOn };
    await transaction.put('items', {
      ...item,
      loan: { ...loan, ...end, moved: [...loan.moved, moved].slice(-MOST_MOVES) },
    });
    await noteMove(transaction, closure, loan.readerId, (move) => ({
      ...move,
      loans: [...move.loans.filter((each) => each.loanId !== loan.loanId), { loanId: loan.loanId, barcode }],
    }));
    return true;
  });

/**
 * Until when a ready hold stays on the shelf after the closure. One that became ready once the days were
 * closed was given its days by the new calendar, unless they end on a closed day: then a warm function still
 * had the old one.
 */
export const newShelfDate = (
  { closure, before, after }: Work,
  { pickUpBy }: Pick<HoldDocument, 'pickUpBy'>,
  item: Pick<ItemDocument, 'changedAt'> | undefined,
): LocalDate | null => {
  if (pickUpBy === null || pickUpBy < closure.from) return null;
  const knewOldCalendar = item !== undefined && item.changedAt < closure.at;
  const endsClosed = closure.weekBefore
    ? !isOpen(after.branch, after.calendars, pickUpBy)
    : isWithin(closure, pickUpBy);
  if (!knewOldCalendar && !endsClosed) return null;
  const date = shelfDateAfterClosure(pickUpBy, { days: closure, before, after });
  return date === pickUpBy ? null : date;
};

/** Moves the shelf date of one ready hold: the hold, its entry in the queue and its copy say the same. */
export const moveHold = (context: JobContext, work: Work, holdId: string): Promise<boolean> =>
  context.db.transact(async (transaction) => {
    const { closure } = work;
    const hold = await transaction.get('holds', holdId);
    if (hold?.status !== 'ready' || hold.pickUpBranchId !== closure.branchId || !hold.pickUpBy) return false;
    const known = await transaction.get('closureMoves', moveId(closure._id, hold.readerId));
    if (known?.holds.some((each) => each.holdId === holdId)) return false;
    const item = hold.barcode ? await transaction.get('items', hold.barcode) : null;
    const pickUpByBefore = hold.pickUpBy;
    const pickUpByAfter = newShelfDate(work, hold, item ?? undefined);
    if (!pickUpByAfter || !(await stillStands(transaction, work))) return false;
    await writeShelfDate(transaction, hold, item, pickUpByAfter);
    await noteMove(transaction, closure, hold.readerId, (move) => ({
      ...move,
      holds: [...move.holds, { holdId, titleId: hold.titleId, pickUpByBefore, pickUpByAfter }],
    }));
    return true;
  });

const writeShelfDate = async (
  transaction: Transaction,
  hold: HoldDocument,
  item: ItemDocument | null,
  pickUpBy: LocalDate,
): Promise<void> => {
  const queue = await transaction.get('holdQueues', hold.titleId);
  await transaction.put('holds', { ...hold, pickUpBy });
  if (queue) {
    const holds = queue.holds.map((each) => (each.holdId === hold._id ? { ...each, pickUpBy } : each));
    await transaction.put('holdQueues', { ...queue, holds });
  }
  if (item?.hold?.holdId === hold._id)
    await transaction.put('items', { ...item, hold: { ...item.hold, pickUpBy } });
};

const noteMove = async (
  transaction: Transaction,
  closure: ClosureDocument,
  readerId: string,
  change: (move: ClosureMoveDocument) => ClosureMoveDocument,
): Promise<void> => {
  const closureId = closure._id;
  const _id = moveId(closureId, readerId);
  const known = await transaction.get('closureMoves', _id);
  const move = known ?? {
    _id,
    closureId,
    readerId,
    loans: [],
    holds: [],
    givenBack: 0,
    toldMoved: false,
    toldUndone: false,
    until: undoUntil(closure),
  };
  await transaction.put('closureMoves', { ...change(move), toldMoved: false });
};

/**
 * Gives a loan its last day back when nobody changed it since: the newest move is still this closure's and
 * the last day still the one it set. A day that has passed is not given back: the reader was told of a later
 * one.
 */
export const giveBackLoan = (
  context: JobContext,
  { closure, after }: Work,
  readerId: string,
  barcode: string,
): Promise<boolean> =>
  context.db.transact(async (transaction) => {
    const item = await transaction.get('items', barcode);
    const loan = item?.loan;
    const last = loan?.moved[loan.moved.length - 1];
    if (!loan || loan.readerId !== readerId || last?.closureId !== closure._id) return false;
    if (last.dueOnAfter !== loan.dueOn || last.dueOnBefore < context.today) return false;
    const dueOn = last.dueOnBefore;
    const dueAt = loan.dueAt && momentOn(dueOn, localTimeOf(loan.dueAt), after);
    await transaction.put('items', {
      ...item,
      loan: { ...loan, dueOn, dueAt, moved: loan.moved.slice(0, -1) },
    });
    await keepLowerBound(transaction, readerId, loan.loanId, dueOn);
    await countGivenBack(transaction, closure, readerId);
    return true;
  });

/** What the reader's document knows of the last day must never be later than the last day itself. */
const keepLowerBound = async (
  transaction: Transaction,
  readerId: string,
  loanId: string,
  dueOn: LocalDate,
): Promise<void> => {
  const reader = await transaction.get('readers', readerId);
  const known = reader?.openLoans.find((each) => each.loanId === loanId);
  if (!reader || !known || known.dueOnOrLater <= dueOn) return;
  await transaction.put('readers', {
    ...reader,
    openLoans: reader.openLoans.map((each) =>
      each.loanId === loanId ? { ...each, dueOnOrLater: dueOn } : each,
    ),
  });
};

export const giveBackHold = (
  context: JobContext,
  { closure }: Work,
  { holdId, pickUpByBefore, pickUpByAfter }: ClosureMoveDocument['holds'][number],
): Promise<boolean> =>
  context.db.transact(async (transaction) => {
    const hold = await transaction.get('holds', holdId);
    if (hold?.status !== 'ready' || hold.pickUpBy !== pickUpByAfter || pickUpByBefore < context.today)
      return false;
    const item = hold.barcode ? await transaction.get('items', hold.barcode) : null;
    await writeShelfDate(transaction, hold, item, pickUpByBefore);
    await countGivenBack(transaction, closure, hold.readerId);
    return true;
  });

const countGivenBack = (
  transaction: Transaction,
  { _id }: ClosureDocument,
  readerId: string,
): Promise<void> => transaction.amend('closureMoves', moveId(_id, readerId), { add: { givenBack: 1 } });
