import type { LocalDate } from '../../../typings/contract/shapes';
import { afterNoShow } from '../../circulation/no-show';
import { policyFor } from '../../circulation/policy';
import type { HoldDocument } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { between, type Transaction } from '../../kernel/database';
import { everyTick } from '../../kernel/job';
import { factsById } from '../../reads/titles';
import { endHold, forgetOpenHold } from '../../steps/holds';
import { holdExpired, holdNoLongerNeeded } from '../../steps/hold-notices';
import { addLine } from '../../steps/money';
import { tell } from '../../steps/notices';

const BATCH = 50;

/**
 * Ends holds that were not picked up by their last day and calls the next reader. Each hold is its own
 * transaction.
 */
export const expireHolds = everyTick(
  'expire_holds',
  ({ today }) => [{ collection: 'holds', where: overOn(today, 'ready', 'pickUpBy') }],
  (context) =>
    endEach(context, 'ready', 'pickUpBy', async (transaction, hold, titleName) => {
      const { _id: holdId, readerId, noShowFee = 0 } = hold;
      await tell(transaction, context, holdExpired({ holdId, readerId }, titleName, noShowFee));
      await countNoShow(transaction, context, hold);
      if (noShowFee > 0) await chargeNoShow(transaction, context, hold, titleName, noShowFee);
    }),
);

/** Ends holds that still wait after the last day on which they were needed. */
export const endUnneeded = everyTick(
  'end_unneeded_holds',
  ({ today }) => [{ collection: 'holds', where: overOn(today, 'waiting', 'neededUntil') }],
  (context) =>
    endEach(context, 'waiting', 'neededUntil', (transaction, hold, titleName) =>
      tell(
        transaction,
        context,
        holdNoLongerNeeded({ holdId: hold._id, readerId: hold.readerId }, titleName),
      ),
    ),
);

/** Of this status, and past their last day. */
const overOn = (today: LocalDate, status: 'ready' | 'waiting', lastDay: 'pickUpBy' | 'neededUntil') => ({
  status,
  [lastDay]: between({ from: '0', below: today }),
});

const endEach = async (
  context: JobContext,
  status: 'ready' | 'waiting',
  lastDay: 'pickUpBy' | 'neededUntil',
  ended: (transaction: Transaction, hold: HoldDocument, titleName: string) => Promise<void>,
) => {
  const { db, today } = context;
  const over = await db.find('holds', {
    where: overOn(today, status, lastDay),
    orderBy: [
      [lastDay, 'asc'],
      ['_id', 'asc'],
    ],
    limit: BATCH,
  });
  const title = await factsById(
    db,
    over.map((hold) => hold.titleId),
  );
  let done = 0;
  for (const { _id, titleId } of over) {
    const isDone = await db.transact(async (transaction) => {
      const hold = await transaction.get('holds', _id);
      const day = hold?.[lastDay];
      if (hold?.status !== status || !day || day >= today) return false;
      await forgetOpenHold(transaction, hold);
      await endHold(transaction, context, hold, 'expire');
      await ended(transaction, hold, title(titleId).title);
      return true;
    });
    done += isDone ? 1 : 0;
  }
  return { done, after: over.length === BATCH && done > 0 ? 'more' : null };
};

/** A copy that waited in vain counts for its reader, and stops them when the rules say so. */
const countNoShow = async (
  transaction: Transaction,
  { library, today }: JobContext,
  { readerId, pickUpBranchId, barcode }: HoldDocument,
): Promise<void> => {
  const reader = await transaction.get('readers', readerId);
  if (!reader) return;
  const copy = barcode && (await transaction.get('items', barcode));
  const { noShow } = policyFor(library.policies, {
    readerCategory: reader.category,
    itemType: copy ? copy.itemType : '*',
    branchId: pickUpBranchId,
  });
  await transaction.amend('readers', readerId, { set: afterNoShow(reader, noShow, today) });
};

/** Charged once for a hold, as much as its reader was told when the copy came. */
const chargeNoShow = (
  transaction: Transaction,
  context: JobContext,
  { _id, readerId, barcode }: HoldDocument,
  titleName: string,
  amount: number,
) =>
  addLine(transaction, context, {
    _id: `noshow_${_id}`,
    readerId,
    kind: 'charge',
    amount,
    reason: '预约到书未取',
    barcode: barcode ?? '',
    titleName,
  });
