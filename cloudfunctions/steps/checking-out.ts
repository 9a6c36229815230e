import type { Override } from '../../typings/contract/desk';
import type { Refusal } from '../../typings/contract/refusals';
import type { LocalDate } from '../../typings/contract/shapes';
import { pastBooking } from '../circulation/booked-ahead';
import { knownBranch } from '../circulation/branches';
import { dayTooFar, dayTooSoon } from '../circulation/chosen-day';
import { pastAge } from '../circulation/renewal';
import {
  bookedFromOf,
  checkOutEnd,
  loanPeriodFor,
  refusalsToCheckOut,
  type CheckOutFacts,
} from '../circulation/check-out';
import { holdFor, type Queue } from '../circulation/hold-queue';
import { stateAfter } from '../circulation/life';
import { ITEM_LIFE } from '../circulation/lives';
import { noShowsAfterCollecting } from '../circulation/no-show';
import { knownLoanOf, type ItemOnLoan } from '../circulation/open-loan';
import { refusalsToOverride } from '../circulation/override';
import type {
  HoldDocument,
  ItemDocument,
  OpenLoan,
  ReaderDocument,
  Rules,
  StaffDocument,
  UndoRecord,
} from '../documents';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import { loanIdOf } from '../kernel/loan-id';
import { addDays } from '../kernel/local-date';
import { checkOutFacts } from '../reads/check-out-facts';
import { queueSharedWith } from '../reads/family';
import { giveBackForFound } from './found-again';
import { endHold, forgetOpenHold } from './holds';
import { letHoldWaitAgain } from './waiting-again';

type StepContext = Pick<Context, 'db' | 'library' | 'now' | 'today' | 'newId'>;

interface CheckOutOrder {
  item: ItemDocument;
  reader: ReaderDocument;
  branchId: string;
  onSite: boolean;
  /** Who sets refusals aside and why. */
  override?: Override & { staff: Pick<StaffDocument, 'roles' | 'name'> };
}

interface LentOut {
  item: ItemOnLoan;
  reader: ReaderDocument;
  rules: Rules;
  filledHold: boolean;
  overflow: boolean;
  overridden: string[];
  /** null: another reader was called or lost their copy by it, so that it cannot be taken back. */
  undo: UndoRecord | null;
}

/**
 * One copy goes to one reader, in a transaction. The item document carries "one open loan" and holds it, the
 * reader document the limits, the queue who comes first. Readers and copies are read by the caller, within
 * the same transaction.
 */
export const lendTo = async (
  transaction: Transaction,
  context: StepContext,
  order: CheckOutOrder,
): Promise<LentOut | { refusals: Refusal[] }> => {
  const { item, override } = order;
  const queue = (await transaction.get('holdQueues', item.titleId))?.holds ?? [];
  const facts = await checkOutFacts(context, order, queue);
  const refusals = [...refusalsToCheckOut(facts), ...refusalsToDay(facts, override?.dueOn)];
  if (refusals.length > 0) {
    if (!override) return { refusals };
    const standing = refusalsToOverride({
      refusals,
      comment: override.comment,
      staff: override.staff,
      overrides: context.library.settings.overrides,
    });
    if (standing.length > 0) return { refusals: standing };
  }
  const tooSoon = dayTooSoon(override?.dueOn, context.today);
  if (tooSoon.length > 0) return { refusals: tooSoon };
  const overridden = refusals.map(({ code }) => code);
  const lent = await lend(transaction, context, order, withoutBooking(facts, overridden), queue);
  return { ...lent, overridden };
};

/** Why staff do not choose a last day by themselves. */
const refusalsToDay = (facts: CheckOutFacts, dueOn: LocalDate | undefined): Refusal[] => {
  const said = refusalsToCheckOut(facts).some(({ code }) => code === 'booked_ahead');
  return [
    ...dayTooFar(dueOn, facts.rules, facts.today),
    ...(dueOn && facts.calendar
      ? pastAge(dueOn, { rules: facts.rules, calendar: facts.calendar, loan: { checkedOutOn: facts.today } })
      : []),
    ...(dueOn && !said ? pastBooking(dueOn, bookedFromOf(facts), facts.rules) : []),
  ];
};

/** Who waits from a later day on does not cut a loan where staff set that aside. */
const withoutBooking = (facts: CheckOutFacts, overridden: string[]): CheckOutFacts =>
  overridden.includes('booked_ahead')
    ? { ...facts, rules: { ...facts.rules, bookedAhead: 'ignored' } }
    : facts;

/** Writes the loan that was decided: the copy, the reader, and the hold that it fills. */
export const lend = async (
  transaction: Transaction,
  context: StepContext,
  order: CheckOutOrder,
  facts: CheckOutFacts,
  queue: Queue,
): Promise<Omit<LentOut, 'overridden'>> => {
  const { item, reader, branchId } = order;
  const loan = openLoan(context, facts, order);
  const own = holdFor(await queueSharedWith(context, queue, reader), reader._id, item._id);
  const served = own ? await transaction.get('holds', own.holdId) : null;
  if (own && !served) throw new Error(`hold ${own.holdId} stands in the queue but does not exist`);
  if (served) await fillHold(transaction, context, served, item, reader);
  else await letHoldWaitAgain(transaction, context, item);
  const lent: ItemOnLoan = {
    ...item,
    status: stateAfter(ITEM_LIFE, 'check_out', item.status),
    branchId,
    loan,
    hold: null,
    transit: null,
    changedAt: context.now,
  };
  await transaction.put('items', lent);
  const holder = withLoan(context, reader, lent, served, facts.rules);
  await transaction.put('readers', holder);
  const givenBack = await giveBackForFound(
    transaction,
    context,
    item,
    context.today,
    order.override?.staff.name ?? '',
  );
  return {
    item: lent,
    reader: holder,
    rules: facts.rules,
    filledHold: served !== null,
    overflow: loanPeriodFor(facts) !== facts.rules.loanPeriod,
    undo:
      !givenBack && canTakeBack(item, served)
        ? {
            item,
            queue: own ? [...queue] : null,
            hold: served,
            known: null,
            lineId: '',
            ...(reader.borrowedIn && { borrowedIn: reader.borrowedIn }),
          }
        : null,
  };
};

const canTakeBack = (item: ItemDocument, filled: HoldDocument | null): boolean =>
  filled ? filled.barcode === null || filled.barcode === item._id : item.hold === null;

const openLoan = (
  context: StepContext,
  facts: CheckOutFacts,
  { item, reader, branchId, onSite, override }: CheckOutOrder,
): OpenLoan => {
  const { library } = context;
  const end = checkOutEnd(facts, { branch: knownBranch(library, branchId), calendars: library.calendars });
  return {
    loanId: loanIdOf(item._id, context.newId()),
    readerId: reader._id,
    readerName: reader.name,
    readerCategory: reader.category,
    branchId,
    checkedOutAt: context.now,
    checkedOutOn: context.today,
    ...(override?.dueOn ? { dueOn: override.dueOn, dueAt: null } : end),
    renewals: 0,
    onSite,
    recall: null,
    claimedReturnedAt: null,
    moved: [],
  };
};

/** Loans of late are kept as long as any rule looks back. */
const LATELY_DAYS = 400;

const withLoan = (
  { today }: StepContext,
  reader: ReaderDocument,
  lent: ItemOnLoan,
  filled: HoldDocument | null,
  rules: Rules,
): ReaderDocument => ({
  ...reader,
  openHolds: reader.openHolds.filter((hold) => hold.holdId !== filled?._id),
  noShows: filled ? noShowsAfterCollecting(rules.noShow, reader.noShows) : reader.noShows,
  openLoans: [...reader.openLoans, knownLoanOf(lent)],
  borrowedIn: today.slice(0, 7),
  lately: [
    ...reader.lately.filter(({ on }) => on >= addDays(today, -LATELY_DAYS)),
    { on: today, itemType: lent.itemType },
  ],
});

/**
 * The hold that this reader waits by is filled; when another copy stood ready for it, that copy goes to the
 * next reader.
 */
const fillHold = async (
  transaction: Transaction,
  context: StepContext,
  hold: HoldDocument,
  taken: ItemDocument,
  reader: ReaderDocument,
): Promise<void> => {
  await endHold(transaction, context, hold, 'fill', taken._id);
  if (hold.readerId !== reader._id) await forgetOpenHold(transaction, hold);
};
