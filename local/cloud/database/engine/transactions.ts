import { randomUUID } from 'node:crypto';
import { CloudError } from '../../cloud-error';
import { limits } from '../../limits';
import type { Collection } from './catalog';
import type { History } from './history';
import type { Locks } from './locks';
import type { Document, Records } from './records';

/** A transaction's own writes stay here until it commits; `undefined` is a removed document. */
export interface Transaction {
  id: string;
  /** The function call it belongs to, to find writes that silently ran outside it. */
  invocation: string | undefined;
  since: number;
  writes: Map<string, { collection: Collection; id: unknown; document: Document | undefined }>;
  expiry: NodeJS.Timeout;
}

type Ending = 'committed' | 'aborted' | 'expired';

/** Every transaction, and what they stand on. */
export interface Transactions {
  records: Records;
  history: History;
  locks: Locks;
  /** Real milliseconds a transaction may live. */
  lifeMs: number;
  open: Map<string, Transaction>;
  /** Ended ones are remembered a while, so that a late abort is no error. */
  ended: Map<string, Ending>;
}

export function openTransactions(on: Omit<Transactions, 'open' | 'ended'>): Transactions {
  return { ...on, open: new Map(), ended: new Map() };
}

export function startTransaction(transactions: Transactions, invocation: string | undefined): string {
  const { history, open } = transactions;
  const id = randomUUID();
  const expiry = setTimeout(() => {
    const transaction = open.get(id);
    if (transaction) endTransaction(transactions, transaction, 'expired');
  }, transactions.lifeMs);
  expiry.unref();
  open.set(id, { id, invocation, since: history.open(), writes: new Map(), expiry });
  return id;
}

export function abortTransaction(transactions: Transactions, id: string): void {
  const transaction = transactions.open.get(id);
  if (transaction) endTransaction(transactions, transaction, 'aborted');
  else if (transactions.ended.get(id) === 'committed') {
    throw new CloudError('DATABASE_TRANSACTION_FAIL', '[FailedOperation] the transaction was committed');
  }
}

/** Ends every open one: as if its life were over, or because what it stands on goes. */
export function endAllTransactions(transactions: Transactions, how: 'aborted' | 'expired'): void {
  for (const transaction of [...transactions.open.values()]) endTransaction(transactions, transaction, how);
}

export function hasOpenTransaction({ open }: Transactions, invocation: string | undefined): boolean {
  return (
    invocation !== undefined &&
    [...open.values()].some((transaction) => transaction.invocation === invocation)
  );
}

export function liveTransaction({ open, ended }: Transactions, id: string): Transaction {
  const transaction = open.get(id);
  if (transaction) return transaction;
  const why =
    ended.get(id) === 'expired' ? `lived longer than ${limits.transactionMs / 1000} s` : 'is not open';
  throw new CloudError('DATABASE_TRANSACTION_FAIL', `[FailedOperation] the transaction ${why}`);
}

export function endTransaction(transactions: Transactions, transaction: Transaction, how: Ending): void {
  const { open, ended, history, locks } = transactions;
  clearTimeout(transaction.expiry);
  open.delete(transaction.id);
  ended.set(transaction.id, how);
  if (ended.size > 1000) ended.delete(ended.keys().next().value as string);
  history.close(transaction.since);
  locks.release(transaction.id);
}
