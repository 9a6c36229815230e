import type { Refusal } from '../../typings/contract/refusals';
import { branchOf } from '../circulation/branches';
import { callFactsAt } from '../circulation/call-facts';
import { placeInLine } from '../circulation/fetching';
import { join } from '../circulation/hold-queue';
import { stateAfter } from '../circulation/life';
import { HOLD_LIFE } from '../circulation/lives';
import { holdEnd, holdsPlacedOn, judgeHold } from '../circulation/placing-hold';
import { waitingTimeFrom } from '../circulation/waiting-time';
import type {
  HoldDocument,
  ItemDocument,
  QueuedHold,
  ReaderDocument,
  Rules,
  TitleDocument,
} from '../documents';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import { itemsOfTitles } from '../reads/items';
import { overdueAt } from '../reads/loans';
import { lateWaits } from '../reads/waits';
import { queuedHold, writeQueue } from './holds';

type StepContext = Pick<Context, 'db' | 'library' | 'now' | 'today' | 'newId'>;

/** What a hold asks for. */
interface HoldOrder {
  titleId: string;
  pickUpBranchId: string;
  barcode?: string;
  startsOn?: string;
  neededUntil?: string;
  sharedWith?: string[];
}

/** What a hold is decided by and that a transaction cannot look up. */
interface ForHolding {
  title: TitleDocument;
  items: ItemDocument[];
  waits: Awaited<ReturnType<typeof lateWaits>>;
}

export const findForHolding = async (
  { db }: Pick<Context, 'db'>,
  titleId: string,
): Promise<ForHolding | { refusals: Refusal[] }> => {
  const [title, items, waits] = await Promise.all([
    db.get('titles', titleId),
    itemsOfTitles(db, [titleId]),
    lateWaits(db),
  ]);
  return title ? { title, items, waits } : { refusals: [{ code: 'title_not_found' }] };
};

/**
 * Puts a reader at the end of a title's queue. The queue document carries the order, the reader document the
 * limits of holds.
 */
export const placeHold = async (
  transaction: Transaction,
  context: StepContext,
  reader: ReaderDocument,
  order: HoldOrder,
  { items, waits }: ForHolding,
): Promise<{ hold: QueuedHold; queue: QueuedHold[] } | { refusals: Refusal[] }> => {
  const { library, today } = context;
  const { titleId, pickUpBranchId } = order;
  const queue = (await transaction.get('holdQueues', titleId))?.holds ?? [];
  const wanted = items.find((item) => item._id === order.barcode);
  if (order.barcode !== undefined && !wanted)
    return { refusals: [{ code: 'item_not_found', barcode: order.barcode }] };
  const ownLoan = items.find((item) => item.loan?.readerId === reader._id)?.loan;
  const facts = {
    reader,
    titleId,
    queue,
    items,
    pickUpBranch: branchOf(library, pickUpBranchId),
    ...(ownLoan && { ownDueOn: ownLoan.dueOn }),
    wants: order.barcode ?? null,
    startsOn: order.startsOn ?? null,
    neededUntil: order.neededUntil ?? null,
    overdueAtBranch: await overdueAt(context.db, reader, pickUpBranchId, context),
    today,
  };
  const { rules, refusals } = judgeHold(facts, library.policies);
  if (refusals.length > 0) return { refusals };
  const hold = newHold(context, reader, order, { items, waits }, queue, rules);
  const holds = join(queue, queuedHold(hold));
  await writeQueue(transaction, titleId, holds);
  await transaction.put('readers', {
    ...reader,
    openHolds: [...reader.openHolds, { holdId: hold._id, titleId, placedOn: today }],
    holdsPlaced: { on: today, count: holdsPlacedOn(reader, today) + 1 },
  });
  await transaction.put('holds', hold);
  return { hold: queuedHold(hold), queue: holds };
};

const newHold = (
  context: StepContext,
  reader: ReaderDocument,
  { titleId, pickUpBranchId, barcode, startsOn, neededUntil, sharedWith }: HoldOrder,
  { items, waits }: Pick<ForHolding, 'items' | 'waits'>,
  queue: readonly QueuedHold[],
  rules: Rules,
): HoldDocument => {
  const { newId, now, today } = context;
  const hold: HoldDocument = {
    _id: newId(),
    titleId,
    readerId: reader._id,
    readerCategory: reader.category,
    pickUpBranchId,
    status: stateAfter(HOLD_LIFE, 'place', 'new'),
    placedAt: now,
    barcode: null,
    pickUpBy: null,
    closedAt: null,
    sharedWith: sharedWith ?? [],
    wants: barcode ?? null,
    startsOn: startsOn && startsOn > today ? startsOn : null,
    neededUntil: holdEnd({
      rules,
      today,
      startsOn: startsOn ?? null,
      neededUntil: neededUntil ?? null,
    }),
    placedAs: { position: 0, copies: 0, told: null },
  };
  const queued = queuedHold(hold);
  const { position, copies, isToFetch } = placeInLine(join(queue, queued), queued, items, (item) =>
    callFactsAt(context, item),
  );
  const noMeasure = isToFetch || hold.startsOn !== null;
  const told = noMeasure ? null : waitingTimeFrom(waits, { position, copies });
  const placedAs = { position, copies, told: told && { from: told.from, to: told.to } };
  return { ...hold, placedAs, ...(noMeasure && { noMeasure }) };
};
