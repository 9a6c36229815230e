import { callFactsAt } from '../circulation/call-facts';
import { planFetching } from '../circulation/fetching';
import type { ItemDocument, QueuedHold } from '../documents';
import type { Context } from '../kernel/context';
import { isIn } from '../kernel/database';
import { everyOf } from '../kernel/page';

/** What of a copy decides whom it comes to. */
export const FETCHING_FIELDS = ['titleId', 'branchId', 'status', 'use', 'itemType'] as const;

/** Rows of one answer, and titles asked for at once. */
const ONE_ANSWER = 1000;
const TITLES_AT_ONCE = 500;

interface ToFetch {
  item: ItemDocument;
  hold: QueuedHold;
  /** Readers who wait for the title, this one included. */
  waiting: number;
}

/**
 * Every copy of the library that is to be fetched from a shelf, and for whom. All that wait are looked at:
 * a list that stopped after some would never reach those behind titles that do not come back.
 */
export const allToFetch = async (context: Pick<Context, 'db' | 'library' | 'today'>): Promise<ToFetch[]> => {
  const titleIds = await titlesWaitedFor(context);
  const parts = Array.from({ length: Math.ceil(titleIds.length / TITLES_AT_ONCE) }, (_, n) =>
    titleIds.slice(n * TITLES_AT_ONCE, (n + 1) * TITLES_AT_ONCE),
  );
  return (await Promise.all(parts.map((part) => toFetchOf(context, part)))).flat();
};

const titlesWaitedFor = async ({ db }: Pick<Context, 'db'>): Promise<string[]> => {
  const titleIds = new Set<string>();
  for (let seen = 0; ;) {
    const holds = await db.find('holds', {
      where: { status: 'waiting', pickUpBy: null, barcode: null },
      orderBy: [['_id', 'asc']],
      skip: seen,
      limit: ONE_ANSWER,
      fields: ['titleId'],
    });
    for (const { titleId } of holds) titleIds.add(titleId);
    seen += holds.length;
    if (holds.length < ONE_ANSWER) return [...titleIds];
  }
};

const toFetchOf = async (
  context: Pick<Context, 'db' | 'library' | 'today'>,
  titleIds: readonly string[],
): Promise<ToFetch[]> => {
  const [items, queues] = await Promise.all([
    onShelves(context, titleIds),
    context.db.getMany('holdQueues', titleIds),
  ]);
  return queues.flatMap(({ _id, holds }) => {
    const here = items.filter((item) => item.titleId === _id);
    const waiting = holds.filter(({ barcode }) => barcode === null).length;
    return planFetching(holds, here, (item) => callFactsAt(context, item)).map((one) => ({
      ...one,
      waiting,
    }));
  });
};

const onShelves = ({ db }: Pick<Context, 'db'>, titleIds: readonly string[]): Promise<ItemDocument[]> =>
  everyOf(db, 'items', {
    where: { titleId: isIn(titleIds), status: 'available', use: 'loan' },
    orderBy: [['_id', 'asc']],
  });
