import { owedBy } from '../circulation/money';
import type { QueuedHold, ReaderDocument, Rules } from '../documents';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import { areFamily, guardianOf, sharedToday } from '../membership/family';

/** Those of some readers who are not of a reader's family, or do not exist. */
export const strangersAmong = async (
  context: Pick<Context, 'db' | 'today' | 'library'>,
  reader: ReaderDocument,
  readerIds: readonly string[],
): Promise<string[]> => {
  const others = await context.db.getMany('readers', readerIds);
  return readerIds.filter((id) => {
    const other = others.find(({ _id }) => _id === id);
    return !other || !areFamily(reader, other, context);
  });
};

/**
 * A queue in which a reader may collect what is shared with them today, whatever was so when it was placed.
 * Nothing is shared with them: no round trip.
 */
export const queueSharedWith = async (
  context: Pick<Context, 'db' | 'today' | 'library'>,
  queue: readonly QueuedHold[],
  reader: ReaderDocument,
): Promise<readonly QueuedHold[]> => {
  const shared = queue.filter(({ sharedWith }) => sharedWith.includes(reader._id));
  if (shared.length === 0) return queue;
  const owners = await context.db.getMany(
    'readers',
    shared.map(({ readerId }) => readerId),
  );
  const known = [...owners, reader];
  return queue.map((hold) => (shared.includes(hold) ? sharedToday(hold, known, context) : hold));
};

/** Who may collect a hold today: its reader, and those of the family whom it is shared with. */
export const collectorsOf = async (
  transaction: Pick<Transaction, 'get'>,
  context: Pick<Context, 'today' | 'library'>,
  hold: Pick<QueuedHold, 'readerId' | 'sharedWith'>,
): Promise<string[]> => {
  if (hold.sharedWith.length === 0) return [hold.readerId];
  const readers: ReaderDocument[] = [];
  for (const id of [hold.readerId, ...hold.sharedWith]) {
    const reader = await transaction.get('readers', id);
    if (reader) readers.push(reader);
  }
  return [hold.readerId, ...sharedToday(hold, readers, context).sharedWith];
};

/** What a reader's children owe together; where no rule asks, nobody is looked up. */
export const owedByChildren = async (
  context: Pick<Context, 'db' | 'today' | 'library'>,
  guardian: Pick<ReaderDocument, '_id' | 'childReaderIds'>,
  { childrenDebtLimit }: Pick<Rules, 'childrenDebtLimit'>,
): Promise<number> => {
  if (childrenDebtLimit === null) return 0;
  const children = await context.db.getMany('readers', guardian.childReaderIds);
  return owedBy(children.filter((child) => guardianOf(child, context) === guardian._id));
};
