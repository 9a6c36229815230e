import type { Refusal } from '../../typings/contract/refusals';
import type { ReaderDocument, StaffDocument } from '../documents';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import type { Run } from '../kernel/operation';
import { refuse } from '../kernel/refusal';
import { overdueOf } from './loans';

type Caller = Pick<Context, 'db' | 'openid'>;

/** The reader whose card this WeChat identity is linked with, or null for a visitor. */
export const readerAsking = async ({ db, openid }: Caller): Promise<ReaderDocument | null> => {
  const identity = await db.get('identities', openid);
  return identity ? db.get('readers', identity.readerId) : null;
};

/**
 * The same in one round trip for whoever has one card linked: for what many ask at once. Only several cards
 * ask which of them acts.
 */
export const readerAtOnce = async ({ db, openid }: Caller): Promise<ReaderDocument | null> => {
  const linked = await db.find('readers', { where: { openid }, limit: 100 });
  if (linked.length < 2) return linked[0] ?? null;
  const identity = await db.get('identities', openid);
  return linked.find(({ _id }) => _id === identity?.readerId) ?? null;
};

/** The same within a transaction that is going to change the reader. */
export const readerWithin = async (
  transaction: Transaction,
  { openid }: Pick<Context, 'openid'>,
): Promise<ReaderDocument | null> => {
  const identity = await transaction.get('identities', openid);
  return identity ? transaction.get('readers', identity.readerId) : null;
};

/** What is asked by whoever has a card (`caller: 'reader'`): run with the reader, or there is a no. */
export const forReader =
  <In, Decided>(run: (context: Context, input: In, reader: ReaderDocument) => Promise<Decided>) =>
  async (context: Context, input: In): Promise<Decided | { refusals: Refusal[] }> => {
    const reader = await readerAsking(context);
    return reader ? run(context, input, reader) : refuse({ code: 'no_card' });
  };

/** The same of a change that prepares nothing: the reader is read within its transaction. */
export const forReaderWithin =
  <In, Changed>(
    run: (context: Context, input: In, transaction: Transaction, reader: ReaderDocument) => Promise<Changed>,
  ): Run<Context, In, Changed> =>
  async (context, input, transaction) => {
    const reader = await readerWithin(transaction, context);
    return reader ? run(context, input, transaction, reader) : refuse({ code: 'no_card' });
  };

/** The caller as a member of the staff, or null. */
export const staffAsking = async ({ db, openid }: Caller): Promise<StaffDocument | null> => {
  const staff = openid ? await db.get('staff', openid) : null;
  return staff?.active ? staff : null;
};

/** Everything that this WeChat is: a reader, a member of the staff, both or a visitor. */
export interface WhoAsks {
  reader: ReaderDocument | null;
  staff: StaffDocument | null;
  unreadNotices: number;
  /** Loans of the reader that are overdue now. */
  overdue: number;
}

/** Who asks: the reader of the acting card, and the member of the staff. At most five round trips. */
export const whoAsks = async (context: Caller & Pick<Context, 'now' | 'today'>): Promise<WhoAsks> => {
  const { db } = context;
  const [reader, staff] = await Promise.all([readerAsking(context), staffAsking(context)]);
  if (!reader) return { reader, staff, unreadNotices: 0, overdue: 0 };
  const [unreadNotices, overdue] = await Promise.all([
    db.count('notices', { readerId: reader._id, read: false }),
    overdueOf(db, reader, context),
  ]);
  return { reader, staff, unreadNotices, overdue };
};
