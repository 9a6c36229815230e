import type { HoldDocument, ItemDocument, QueuedHold, ReaderDocument } from '../../cloudfunctions/documents';
import { isIn, type Database, type Transaction } from '../../cloudfunctions/kernel/database';
import { factsOf } from '../../cloudfunctions/cataloguing/title-facts';
import { refreshCopiesOf } from '../../cloudfunctions/steps/refreshing-copies';
import { moveReviews } from './move-reviews';
import { joinedTitle } from '../../cloudfunctions/cataloguing/joined-title';

interface Merged {
  kept: string;
  gone: string;
  copies: number;
  onLoan: number;
  holds: number;
  pastHolds: number;
}

type MergeOutcome = { merged: Merged } | { refused: string[] };

/** A title with a longer queue is not moved in one transaction. */
const MOST_HOLDS = 40;
const PAGE = 200;
/** How often the desk may be faster before it is given up. */
const TRIES = 5;

/**
 * Joins two titles that are one book: copies, holds and history of `goneId` go to `keptId`, which also gets
 * what it lacks of the record. The library may stay open: the queue moves whole in one transaction, each copy
 * with its loan in one, and the title goes last, when nothing is left at it; a run that was cut off is
 * finished by the next.
 */
export async function mergeTitles(
  keptId: string,
  goneId: string,
  db: Database,
  now: string,
): Promise<MergeOutcome> {
  const merged: Merged = { kept: keptId, gone: goneId, copies: 0, onLoan: 0, holds: 0, pastHolds: 0 };
  for (let tries = 1; tries <= TRIES; tries++) {
    const refused = await refusals(keptId, goneId, db);
    if (refused.length > 0) return { refused };
    merged.holds += await moveQueue(keptId, goneId, db);
    await moveCopies(merged, db);
    if (!(await endTitle(keptId, goneId, db, now))) continue;
    // A copy may have been catalogued meanwhile.
    await moveCopies(merged, db);
    merged.pastHolds += await movePast(keptId, goneId, db);
    await moveReviews(keptId, goneId, db);
    // The kept title may have got a publisher or a year.
    await refreshCopiesOf(db, keptId);
    return { merged };
  }
  return { refused: ['holds are being placed on the title all the time: try again when it is quiet'] };
}

async function refusals(keptId: string, goneId: string, db: Database): Promise<string[]> {
  if (keptId === goneId) return ['the two are one title'];
  const [kept, gone, earlier, queue, keptQueue] = await Promise.all([
    db.get('titles', keptId),
    db.get('titles', goneId),
    db.get('titleMerges', goneId),
    db.get('holdQueues', goneId),
    db.get('holdQueues', keptId),
  ]);
  if (earlier) return [`${goneId} was joined to ${earlier.into} on ${earlier.at.slice(0, 10)} already`];
  if (!kept || !gone) return [kept ? `there is no title ${goneId}` : `there is no title ${keptId}`];
  const [holds, others] = [queue?.holds ?? [], keptQueue?.holds ?? []];
  const twice = readersOf(holds).filter((readerId) => readersOf(others).includes(readerId));
  const claimed = await db.find('items', {
    where: { titleId: goneId, status: 'on_hold_shelf' },
    limit: PAGE,
  });
  const stray = claimed.filter(
    ({ hold }) => hold !== null && !holds.some(({ holdId }) => holdId === hold.holdId),
  );
  return [
    ...twice.map((readerId) => `reader ${readerId} waits for both: cancel one of the holds first`),
    ...(holds.length + others.length > MOST_HOLDS
      ? [`${holds.length + others.length} holds are more than can be moved at once (${MOST_HOLDS})`]
      : []),
    ...stray.map(({ _id }) => `copy ${_id} stands on the hold shelf for a hold that is not in the queue`),
  ];
}

const readersOf = (holds: QueuedHold[]) =>
  holds.flatMap(({ readerId, sharedWith }) => [readerId, ...sharedWith]);

/**
 * The whole queue, its holds, what their readers know of them and the copies on their way, in one
 * transaction.
 */
const moveQueue = (keptId: string, goneId: string, db: Database): Promise<number> =>
  db.transact(async (transaction) => {
    const queue = (await transaction.get('holdQueues', goneId))?.holds ?? [];
    if (queue.length === 0) return 0;
    const kept = await transaction.get('titles', keptId);
    const before = (await transaction.get('holdQueues', keptId))?.holds ?? [];
    if (!kept) return 0;
    const readers = new Map<string, ReaderDocument>();
    const items: ItemDocument[] = [];
    for (const { readerId, barcode } of queue) {
      const reader = await transaction.get('readers', readerId);
      if (reader) readers.set(readerId, reader);
      const item = barcode === null ? null : await transaction.get('items', barcode);
      if (item && item.titleId === goneId) items.push(item);
    }
    const title = factsOf(kept);
    const moved = new Set(queue.map(({ holdId }) => holdId));
    await transaction.put('holdQueues', { _id: keptId, holds: inOrder(before, queue) });
    await transaction.put('holdQueues', { _id: goneId, holds: [] });
    for (const { holdId } of queue) await transaction.amend('holds', holdId, { set: { titleId: keptId } });
    for (const reader of readers.values()) {
      const openHolds = reader.openHolds.map((hold) =>
        moved.has(hold.holdId) ? { ...hold, titleId: keptId } : hold,
      );
      await transaction.put('readers', loanMoved({ ...reader, openHolds }, items, keptId));
    }
    for (const item of items) {
      await transaction.put('items', { ...item, titleId: keptId, title });
      await tellBorrower(transaction, item, keptId, readers);
    }
    return queue.length;
  });

/** Both queues as one, by who asked first; each keeps its own order. */
function inOrder(one: QueuedHold[], other: QueuedHold[]): QueuedHold[] {
  const [left, right] = [[...one], [...other]];
  const all: QueuedHold[] = [];
  while (left.length > 0 && right.length > 0)
    all.push((left[0]!.placedAt <= right[0]!.placedAt ? left : right).shift()!);
  return [...all, ...left, ...right];
}

const loanMoved = (reader: ReaderDocument, items: ItemDocument[], keptId: string): ReaderDocument => ({
  ...reader,
  openLoans: reader.openLoans.map((loan) =>
    items.some(({ _id, loan: open }) => _id === loan.barcode && open?.loanId === loan.loanId)
      ? { ...loan, titleId: keptId }
      : loan,
  ),
});

async function tellBorrower(
  transaction: Transaction,
  item: ItemDocument,
  keptId: string,
  written: ReadonlyMap<string, unknown>,
): Promise<void> {
  if (!item.loan || written.has(item.loan.readerId)) return;
  const reader = await transaction.get('readers', item.loan.readerId);
  if (reader) await transaction.put('readers', loanMoved(reader, [item], keptId));
}

async function moveCopies(merged: Merged, db: Database): Promise<void> {
  const passed = new Set<string>();
  for (;;) {
    const found = await db.find('items', { where: { titleId: merged.gone }, limit: PAGE, fields: ['_id'] });
    const left = found.filter(({ _id }) => !passed.has(_id));
    if (left.length === 0) return;
    for (const { _id } of left) {
      passed.add(_id);
      const how = await db.transact((transaction) => moveCopy(transaction, _id, merged));
      if (how === null) continue;
      merged.copies++;
      if (how === 'on loan') merged.onLoan++;
    }
  }
}

async function moveCopy(
  transaction: Transaction,
  barcode: string,
  { kept: keptId, gone: goneId }: Merged,
): Promise<'on loan' | 'moved' | null> {
  const item = await transaction.get('items', barcode);
  const kept = await transaction.get('titles', keptId);
  // Serves a hold that was placed meanwhile: it moves with the queue, the next time round.
  if (!item || !kept || item.titleId !== goneId || item.hold) return null;
  await tellBorrower(transaction, item, keptId, new Map());
  await transaction.put('items', { ...item, titleId: keptId, title: factsOf(kept) });
  return item.loan ? 'on loan' : 'moved';
}

/** False when a hold came in meanwhile: then everything runs once more. */
const endTitle = (keptId: string, goneId: string, db: Database, now: string): Promise<boolean> =>
  db.transact(async (transaction) => {
    const queue = await transaction.get('holdQueues', goneId);
    const [kept, gone] = [await transaction.get('titles', keptId), await transaction.get('titles', goneId)];
    if (!kept || !gone || (queue && queue.holds.length > 0)) return false;
    await transaction.put('titles', joinedTitle(kept, gone));
    await transaction.put('titleMerges', { _id: goneId, into: keptId, at: now });
    for (const _id of [keptId, goneId]) await transaction.put('titleChanges', { _id, at: now });
    await transaction.remove('titles', goneId);
    if (queue) await transaction.remove('holdQueues', goneId);
    return true;
  });

/**
 * What is over: ended holds, how long they waited, earlier merges into the one that is gone, books of
 * lectures.
 */
async function movePast(keptId: string, goneId: string, db: Database): Promise<number> {
  const closed: HoldDocument['status'][] = ['filled', 'cancelled', 'expired'];
  const holds = await db.updateWhere('holds', { titleId: goneId, status: isIn(closed) }, { titleId: keptId });
  await db.updateWhere('waits', { titleId: goneId }, { titleId: keptId });
  await db.updateWhere('titleMerges', { into: goneId }, { into: keptId });
  for (const { _id } of await db.find('lectures', { where: { titleIds: goneId }, limit: PAGE }))
    await db.transact(async (transaction) => {
      const lecture = await transaction.get('lectures', _id);
      if (!lecture) return;
      const titleIds = lecture.titleIds.map((id) => (id === goneId ? keptId : id));
      await transaction.put('lectures', { ...lecture, titleIds: [...new Set(titleIds)] });
    });
  return holds;
}
