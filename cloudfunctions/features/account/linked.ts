import type { IdentityDocument, ReaderDocument } from '../../documents';
import type { Transaction } from '../../kernel/database';

/** The cards that a WeChat knows. */
interface Linked {
  identity: IdentityDocument;
  acting: ReaderDocument;
  others: ReaderDocument[];
}

/**
 * Reads the identity and its readers within a transaction; null for a WeChat without a card. One round trip
 * more than it has cards.
 */
export const linkedWithin = async (transaction: Transaction, openid: string): Promise<Linked | null> => {
  const identity = await transaction.get('identities', openid);
  const acting = identity && (await transaction.get('readers', identity.readerId));
  if (!identity || !acting) return null;
  const others: ReaderDocument[] = [];
  for (const readerId of identity.readerIds.filter((id) => id !== identity.readerId)) {
    const reader = await transaction.get('readers', readerId);
    if (reader) others.push(reader);
  }
  return { identity, acting, others };
};

/**
 * Writes the identity that is left when a card has gone: another acts, or the WeChat is a visitor's again.
 */
export const putWithout = async (
  transaction: Transaction,
  { identity }: Linked,
  goneId: string,
): Promise<void> => {
  const readerIds = identity.readerIds.filter((id) => id !== goneId);
  const next = identity.readerId === goneId ? readerIds[0] : identity.readerId;
  if (next === undefined) await transaction.remove('identities', identity._id);
  else await transaction.put('identities', { ...identity, readerId: next, readerIds });
};
