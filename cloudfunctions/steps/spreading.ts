import type { OutboxDocument, ReaderDocument, Spread } from '../documents';
import type { JobContext } from '../kernel/context';
import { between, isIn, type Database, type Transaction } from '../kernel/database';
import type { NoticeTopic } from '../../typings/contract/account';
import type { Instant } from '../../typings/contract/shapes';
import { messageOf, noticeOf, type Telling } from './notices';

/** Readers told in one transaction. */
const TOGETHER = 20;

/** The next readers that something is told to, and what; null: it was taken back. */
export interface Part {
  readers: readonly ReaderDocument[];
  /** Where the next part begins; null: this is the last one. */
  after: string | null;
  telling(readerId: string): Telling;
}

type NextPart = (context: JobContext, id: string, after: string) => Promise<Part | null>;

const TOPICS: Record<Spread['kind'], NoticeTopic> = {
  announcement: 'news',
  article: 'article',
  wish: 'account',
};

const spreadId = (kind: Spread['kind'], id: string): string => `spread_${kind}_${id}`;

/** From a moment on something is told to many, in the transaction that decides it. */
export const spreadFrom = (
  transaction: Transaction,
  { kind, id }: Pick<Spread, 'kind' | 'id'>,
  at: Instant,
): Promise<void> =>
  transaction.put('outbox', {
    _id: spreadId(kind, id),
    readerId: '',
    topic: TOPICS[kind],
    fields: {},
    page: '',
    status: 'pending',
    at,
    attempts: 0,
    nextAttemptAt: at,
    error: '',
    spread: { kind, id, after: '' },
  });

export const spreadingOf = (
  db: Pick<Transaction, 'get'>,
  kind: Spread['kind'],
  id: string,
): Promise<OutboxDocument | null> => db.get('outbox', spreadId(kind, id));

/**
 * Tells the next part. The notice of each reader carries that they were told, so a part may be told again;
 * the spreading's own document, which nobody else waits for, carries how far it has come.
 */
export const spreadBy =
  (kinds: Record<Spread['kind'], NextPart>) =>
  async (context: JobContext, { _id, spread }: OutboxDocument): Promise<boolean> => {
    if (!spread) return true;
    const part = await kinds[spread.kind](context, spread.id, spread.after);
    if (part) await tellReaders(context, part);
    else await takeBack(context.db, spread.id);
    const after = part?.after ?? null;
    await context.db.transact(async (transaction) => {
      const now = await transaction.get('outbox', _id);
      if (now?.status !== 'pending' || now.spread?.after !== spread.after) return;
      const status = part === null ? 'outdated' : after === null ? 'sent' : 'pending';
      await transaction.put('outbox', {
        ...now,
        status,
        spread: { ...spread, after: after ?? spread.after },
      });
    });
    return after === null;
  };

const tellReaders = async (context: JobContext, { readers, telling }: Part): Promise<void> => {
  const { db, now } = context;
  const [known, canTell] = await Promise.all([
    db.getMany(
      'notices',
      readers.map(({ _id }) => telling(_id).occasion),
    ),
    whoCanBeTold(db, readers),
  ]);
  const told = new Set(known.map(({ readerId }) => readerId));
  const left = readers.filter(({ _id }) => !told.has(_id));
  for (let start = 0; start < left.length; start += TOGETHER)
    await db.transact(async (transaction) => {
      for (const reader of left.slice(start, start + TOGETHER)) {
        const one = telling(reader._id);
        if (await transaction.get('notices', one.occasion)) continue;
        await transaction.put('notices', noticeOf(one, now));
        const status = statusFor(reader, one, canTell(reader._id, one));
        await transaction.put('outbox', { ...messageOf(one, now), status });
      }
    });
};

/** Most have given WeChat no leave: that is written at once, and no job looks at it again. */
const statusFor = (reader: ReaderDocument, { topic }: Telling, can: boolean): OutboxDocument['status'] => {
  if (reader.topics[topic] === false) return 'switched_off';
  return reader.openid && can ? 'pending' : 'not_subscribed';
};

/** What waits goes with the day's one message, whichever topic of it has leave. */
const whoCanBeTold = async (db: Database, readers: readonly ReaderDocument[]) => {
  const balances = await db.find('subscriptions', {
    where: { readerId: isIn(readers.map(({ _id }) => _id)), balance: between({ from: 1 }) },
    limit: 1000,
  });
  return (readerId: string, { topic, waits }: Telling): boolean =>
    balances.some((each) => each.readerId === readerId && (waits || each.topic === topic));
};

/** What was told of it says so in every inbox, and what was not sent stays unsent. One call each. */
export const takeBack = async (db: Database, id: string): Promise<void> => {
  await db.updateWhere('outbox', { of: id, status: 'pending' }, { status: 'outdated' });
  await db.updateWhere(
    'notices',
    { of: id },
    { title: '一条通知已撤回', body: '图书馆撤回了这条通知，请以之后的通知为准。', link: '' },
  );
};
