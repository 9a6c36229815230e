import type { Refusal } from '../../typings/contract/refusals';
import type { ItemOnLoan } from '../circulation/open-loan';
import type { ReaderDocument } from '../documents';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import type { Run } from '../kernel/operation';
import { isRefused, refuse } from '../kernel/refusal';
import { guardianOf, mayActFor } from '../membership/family';
import { readerAsking } from './asking';
import { loanWithin } from './loans';

/**
 * The reader whose things are asked for: the one who asks, a child of theirs, or another card linked to the
 * same WeChat. Anybody else's record is refused.
 */
export const readerActedFor = async (
  context: Pick<Context, 'db' | 'openid' | 'today' | 'library'>,
  readerId?: string,
): Promise<ReaderDocument | { refusals: Refusal[] }> => {
  const asking = await readerAsking(context);
  if (!asking) return refuse({ code: 'no_card' });
  if (readerId === undefined || readerId === asking._id) return asking;
  const other = await context.db.get('readers', readerId);
  return other && mayActFor(other, asking, context.openid, context) ? other : refuse({ code: 'not_yours' });
};

/** What is asked of oneself or of somebody one acts for: run with that reader, or there is a no. */
export const forReaderActed =
  <In extends { readerId?: string | undefined }, Decided>(
    run: (context: Context, reader: ReaderDocument) => Promise<Decided>,
  ) =>
  async (context: Context, { readerId }: In): Promise<Decided | { refusals: Refusal[] }> => {
    const reader = await readerActedFor(context, readerId);
    return isRefused(reader) ? reader : run(context, reader);
  };

/**
 * Within a transaction that has read the reader: whether this WeChat may act for them. A guardian's own
 * document is looked up.
 */
export const maySpeakFor = async (
  context: Pick<Context, 'db' | 'openid' | 'today' | 'library'>,
  reader: ReaderDocument,
): Promise<boolean> => {
  const { db, openid } = context;
  if (reader.openid === openid) return true;
  const guardianId = guardianOf(reader, context);
  if (!guardianId) return false;
  const guardian = await db.get('readers', guardianId);
  return guardian?.openid === openid;
};

interface OwnLoan {
  item: ItemOnLoan;
  reader: ReaderDocument;
}

/** A loan of somebody whom this WeChat may speak for, with its reader. */
const ownLoanWithin = async (
  transaction: Transaction,
  context: Pick<Context, 'db' | 'openid' | 'today' | 'library'>,
  loanId: string,
): Promise<OwnLoan | { refusals: Refusal[] }> => {
  const item = await loanWithin(transaction, loanId);
  const reader = item && (await transaction.get('readers', item.loan.readerId));
  if (!item || !reader) return refuse({ code: 'loan_not_found' });
  return (await maySpeakFor(context, reader)) ? { item, reader } : refuse({ code: 'not_yours' });
};

/** A change of such a loan: run with it, or there is a no. */
export const ofOwnLoan =
  <Changed>(
    run: (context: Context, transaction: Transaction, own: OwnLoan) => Promise<Changed>,
  ): Run<Context, { loanId: string }, Changed> =>
  async (context, { loanId }, transaction) => {
    const own = await ownLoanWithin(transaction, context, loanId);
    return isRefused(own) ? own : run(context, transaction, own);
  };
