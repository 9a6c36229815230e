import type { Instant } from '../../../typings/contract/shapes';
import { daysClosedBy, withDaysOpened } from '../../circulation/closing-days';
import type { ClosureDocument, ClosureMoveDocument, ItemDocument } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { between, isIn } from '../../kernel/database';
import { everyOf } from '../../kernel/page';
import { everyTick } from '../../kernel/job';
import { addMinutes } from '../../kernel/local-date';
import { tell } from '../../steps/notices';
import { closureMoved, closureUndone, movedOccasion } from './closure-notices';
import { giveBackHold, giveBackLoan, moveHold, moveId, moveLoan, newShelfDate, type Work } from './moving';

const BATCH = 100;
/**
 * Readers worked on at the same time: the loans of one go one after the other, since they share a document.
 */
const AT_ONCE = 5;
/** The platform's limit of one answer. */
const ONE_ANSWER = 1000;
/**
 * Loans made with the old calendar may still come so long after a closure: a warm function keeps its rules a
 * minute and runs another at most. The timer ticks every ten minutes: one tick more than that is sure to come
 * after them, and one may be missed.
 */
const LOOK_AGAIN_MINUTES = 25;

/**
 * Moves what falls on closed days and tells each reader once; gives it back when a closure is undone. Every
 * step may be repeated.
 */
export const moveClosures = everyTick(
  'move_closures',
  ({ now }) => [UNFINISHED, movedOf(now)].map((where) => ({ collection: 'closures', where })),
  async (context) => {
    let done = 0;
    let more = false;
    for (const closure of await toWorkOn(context)) {
      const work = await workOn(context, closure);
      if (!work) continue;
      const outcome = closure.status === 'undoing' ? await undo(context, work) : await move(context, work);
      done += outcome.done;
      more ||= outcome.more;
    }
    return { done, after: more ? 'more' : null };
  },
);

const UNFINISHED = { status: isIn(['moving', 'undoing']) };
const movedOf = (now: Instant) => ({
  status: 'moved',
  at: between({ from: addMinutes(now, -LOOK_AGAIN_MINUTES) }),
});

const toWorkOn = async ({ db, now }: JobContext): Promise<ClosureDocument[]> => {
  const [open, recent] = await Promise.all([
    db.find('closures', { where: UNFINISHED, limit: 100 }),
    db.find('closures', { where: movedOf(now), limit: 100 }),
  ]);
  return [...open, ...recent];
};

const workOn = async ({ db, library }: JobContext, closure: ClosureDocument): Promise<Work | undefined> => {
  const branch = await db.get('branches', closure.branchId);
  if (!branch) return undefined;
  const { calendars } = library;
  return {
    closure,
    after: { branch, calendars },
    before: { branch: withDaysOpened(branch, closure), calendars },
  };
};

interface Progress {
  done: number;
  more: boolean;
}

/**
 * One batch: loans first, then holds, then the notices; the closure is settled when a round found nothing.
 */
const move = async (context: JobContext, work: Work): Promise<Progress> => {
  const moved = (await moveLoans(context, work)) || (await moveHolds(context, work));
  if (moved > 0) return { done: moved, more: true };
  const told = await tellMoved(context, work);
  if (told > 0) return { done: told, more: true };
  await settleMoved(context, work.closure);
  return { done: 0, more: false };
};

const moveLoans = async (context: JobContext, work: Work): Promise<number> => {
  const { branchId, from, to, weekBefore } = work.closure;
  const dueOn = weekBefore ? isIn(daysClosedBy(work.closure, work.after)) : between({ from, upTo: to });
  const items = await context.db.find('items', {
    where: { 'loan.branchId': branchId, 'loan.dueOn': dueOn },
    orderBy: [['loan.dueOn', 'asc']],
    limit: BATCH,
  });
  return eachReader(
    items,
    (item) => item.loan?.readerId ?? '',
    (item) => moveLoan(context, work, item._id),
  );
};

const moveHolds = async (context: JobContext, work: Work): Promise<number> => {
  const { db } = context;
  const { _id: closureId, branchId, from } = work.closure;
  const ready = await db.find('holds', {
    where: { pickUpBranchId: branchId, status: 'ready', pickUpBy: between({ from }) },
    orderBy: [
      ['pickUpBy', 'asc'],
      ['_id', 'asc'],
    ],
    limit: ONE_ANSWER,
  });
  const [items, moves] = await Promise.all([
    db.getMany(
      'items',
      ready.flatMap((hold) => hold.barcode ?? []),
    ),
    db.getMany(
      'closureMoves',
      ready.map((hold) => moveId(closureId, hold.readerId)),
    ),
  ]);
  const itemOf = new Map<string, ItemDocument>(items.map((item) => [item._id, item]));
  const moved = new Set(moves.flatMap((known) => known.holds.map((hold) => hold.holdId)));
  const left = ready.filter(
    (hold) => !moved.has(hold._id) && newShelfDate(work, hold, itemOf.get(hold.barcode ?? '')) !== null,
  );
  return eachReader(
    left.slice(0, BATCH),
    (hold) => hold.readerId,
    (hold) => moveHold(context, work, hold._id),
  );
};

/** Several readers at once, what belongs to one in its order; tells how many were done. */
const eachReader = async <T>(
  rows: readonly T[],
  readerOf: (row: T) => string,
  each: (row: T) => Promise<boolean>,
): Promise<number> => {
  const byReader = new Map<string, T[]>();
  for (const row of rows) byReader.set(readerOf(row), [...(byReader.get(readerOf(row)) ?? []), row]);
  const lines = [...byReader.values()];
  let done = 0;
  const work = async (): Promise<void> => {
    for (let line = lines.pop(); line; line = lines.pop())
      for (const row of line) done += (await each(row)) ? 1 : 0;
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, lines.length) }, work));
  return done;
};

const tellMoved = async (context: JobContext, { closure, after }: Work): Promise<number> => {
  const moves = await context.db.find('closureMoves', {
    where: { closureId: closure._id, toldMoved: false },
    orderBy: [['_id', 'asc']],
    limit: BATCH,
  });
  return eachReader(
    moves,
    (known) => known.readerId,
    ({ _id }) =>
      context.db.transact(async (transaction) => {
        const known = await transaction.get('closureMoves', _id);
        if (!known || known.toldMoved) return false;
        const telling = closureMoved(closure, after.branch.name, known, context.today);
        const before = await transaction.get('notices', movedOccasion(closure._id, known.readerId));
        // More was moved after the reader was told: the notice says so, no second message is sent.
        if (before) await transaction.put('notices', { ...before, body: telling.body, read: false });
        else await tell(transaction, context, telling);
        await transaction.amend('closureMoves', _id, { set: { toldMoved: true } });
        return true;
      }),
  );
};

/** The numbers are counted from what was moved, so that they are right however often a step was repeated. */
const settleMoved = async (context: JobContext, closure: ClosureDocument): Promise<void> => {
  const moves = await allMoves(context, closure);
  const loansMoved = moves.reduce((sum, known) => sum + known.loans.length, 0);
  const holdsMoved = moves.reduce((sum, known) => sum + known.holds.length, 0);
  await context.db.transact(async (transaction) => {
    const now = await transaction.get('closures', closure._id);
    if (now?.status !== 'moving' && now?.status !== 'moved') return;
    if (now.status === 'moved' && now.loansMoved === loansMoved && now.holdsMoved === holdsMoved) return;
    await transaction.put('closures', { ...now, status: 'moved', loansMoved, holdsMoved });
  });
};

const allMoves = ({ db }: JobContext, { _id: closureId }: ClosureDocument): Promise<ClosureMoveDocument[]> =>
  everyOf(db, 'closureMoves', { where: { closureId, toldMoved: true }, orderBy: [['_id', 'asc']] });

/** One batch of readers gets their dates back and is told once; the closure is undone when none is left. */
const undo = async (context: JobContext, work: Work): Promise<Progress> => {
  const { closure } = work;
  const moves = await context.db.find('closureMoves', {
    where: { closureId: closure._id, toldUndone: false },
    orderBy: [['_id', 'asc']],
    limit: BATCH,
  });
  const done = await eachReader(
    moves,
    (known) => known.readerId,
    (known) => giveBack(context, work, known),
  );
  if (moves.length > 0) return { done, more: done > 0 };
  await context.db.transact(async (transaction) => {
    const now = await transaction.get('closures', closure._id);
    if (now?.status === 'undoing') await transaction.put('closures', { ...now, status: 'undone' });
  });
  return { done: 0, more: false };
};

const giveBack = async (context: JobContext, work: Work, moved: ClosureMoveDocument): Promise<boolean> => {
  for (const { barcode } of moved.loans) await giveBackLoan(context, work, moved.readerId, barcode);
  for (const hold of moved.holds) await giveBackHold(context, work, hold);
  return context.db.transact(async (transaction) => {
    const known = await transaction.get('closureMoves', moved._id);
    if (!known || known.toldUndone) return false;
    // Whoever never heard of the closure need not hear of its end.
    if (known.givenBack > 0 && known.toldMoved)
      await tell(transaction, context, closureUndone(work.closure, work.after.branch.name, known));
    await transaction.amend('closureMoves', moved._id, { set: { toldUndone: true } });
    return true;
  });
};
