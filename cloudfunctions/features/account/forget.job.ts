import type { Instant } from '../../../typings/contract/shapes';
import type { CollectionName, ReaderDocument } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { between } from '../../kernel/database';
import { everyTick } from '../../kernel/job';
import { addDays } from '../../kernel/local-date';
import { forgetGiven } from '../../steps/given';
import { letMediaGo } from '../../steps/media';
import { changeReview } from '../../steps/reviews';
import { FORGOTTEN_CONFLICT, GOES_WITH_ACCOUNT } from './retention';

const READERS_A_STEP = 5;
const ROWS_A_TRANSACTION = 50;

const toForgetAt = (now: Instant) => ({ forgetUpTo: between({ from: '2', upTo: now }) });

/**
 * Forgets what a reader had read up to the moment when they switched the history off or closed the account.
 * Lines of the log get a last day that has passed, which hands them to the job that makes lines anonymous;
 * what only speaks to a reader who has left is removed. Every part may be done twice; the mark on the reader
 * goes last.
 */
export const forgetHistories = everyTick(
  'forget_histories',
  ({ now }) => [{ collection: 'readers', where: toForgetAt(now) }],
  async (context) => {
    const readers = await context.db.find('readers', {
      where: toForgetAt(context.now),
      orderBy: [['forgetUpTo', 'asc']],
      limit: READERS_A_STEP,
    });
    let finished = 0;
    for (const reader of readers) finished += (await forget(context, reader)) ? 1 : 0;
    return { done: finished, after: readers.length > 0 ? 'more' : null };
  },
);

/** True once nothing is left to forget of this reader. */
const forget = async (context: JobContext, reader: ReaderDocument): Promise<boolean> => {
  const { db, today } = context;
  const isClosed = reader.standing === 'closed';
  await db.updateWhere(
    'operations',
    {
      readerId: reader._id,
      ...(!isClosed && { endsLoan: true }),
      at: between({ from: '2', upTo: reader.forgetUpTo ?? context.now }),
    },
    // No longer a line that tells what was read, so that it is not kept when the history was switched on
    // again meanwhile.
    { namedUntil: addDays(today, -1), endsLoan: false },
  );
  if (isClosed) {
    await forgetDoings(context, reader);
    await db.updateWhere(
      'accountLines',
      { readerId: reader._id },
      { bookUntil: addDays(today, -1), comment: '' },
    );
    // Lines of no loan have their reason in somebody's own words.
    await db.updateWhere('accountLines', { readerId: reader._id, loanId: '' }, { reason: '' });
    await db.updateWhere('conflicts', { readerId: reader._id }, FORGOTTEN_CONFLICT);
    await forgetGiven(db, reader._id);
    for (const collection of GOES_WITH_ACCOUNT)
      if (!(await removeSome(context, collection, reader._id))) return false;
    if (!(await removeReviews(context, reader._id))) return false;
  }
  await db.transact(async (transaction) => {
    const now = await transaction.get('readers', reader._id);
    // Switched off once more meanwhile: that is for the next time.
    if (!now || now.forgetUpTo !== reader.forgetUpTo) return;
    const { forgetUpTo: _upTo, forgetOpenid: _openid, ...rest } = now;
    await transaction.put('readers', rest);
  });
  return true;
};

/** What was done out of the WeChat of a closed account: a loan taken over names it beside another. */
const forgetDoings = async ({ db, today }: JobContext, { forgetOpenid }: ReaderDocument): Promise<void> => {
  if (!forgetOpenid) return;
  await db.updateWhere('operations', { by: forgetOpenid, staffName: '' }, { namedUntil: addDays(today, -1) });
};

/**
 * Removes one batch of a reader's reviews, each with what it counts in its title's sum; true when none are
 * left.
 */
const removeReviews = async ({ db }: JobContext, readerId: string): Promise<boolean> => {
  const rows = await db.find('reviews', { where: { readerId }, limit: ROWS_A_TRANSACTION, fields: ['_id'] });
  for (const { _id } of rows)
    await db.transact(async (transaction) =>
      changeReview(transaction, await transaction.get('reviews', _id), null),
    );
  return rows.length < ROWS_A_TRANSACTION;
};

/** Removes one batch of a reader's rows; true when none are left. */
const removeSome = async (
  { db, now }: JobContext,
  collection: CollectionName,
  readerId: string,
): Promise<boolean> => {
  const rows = await db.find(collection, { where: { readerId }, limit: ROWS_A_TRANSACTION, fields: ['_id'] });
  if (rows.length === 0) return true;
  await db.transact(async (transaction) => {
    for (const { _id } of rows) {
      if (collection === 'media') await letMediaGo(transaction, _id, now);
      else await transaction.remove(collection, _id);
      // A message goes by the name of its notice.
      if (collection === 'notices') await transaction.remove('outbox', _id);
    }
  });
  return rows.length < ROWS_A_TRANSACTION;
};
