import { GUARDIAN_AGE } from '../circulation/guardian-age';
import type { ReaderDocument } from '../documents';
import type { JobContext } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import { addDays } from '../kernel/local-date';
import { APPLICATION_DAYS, isNoReaderYet } from '../membership/applications';
import { nameless } from '../membership/nameless';
import { leaveGuardian, withdrawRequest } from './guardianship';

/** The card leaves the WeChat, the guardian and the request. The reader's document is whoever calls'. */
export const withdrawCard = async (transaction: Transaction, reader: ReaderDocument): Promise<void> => {
  if (reader.openid) await unlink(transaction, reader.openid, reader._id);
  await leaveGuardian(transaction, reader);
  await withdrawRequest(transaction, reader);
};

/** Another card linked there acts, or the WeChat is a visitor's again. */
const unlink = async (transaction: Transaction, openid: string, readerId: string): Promise<void> => {
  const identity = await transaction.get('identities', openid);
  if (!identity) return;
  const readerIds = identity.readerIds.filter((id) => id !== readerId);
  const acting = identity.readerId === readerId ? readerIds[0] : identity.readerId;
  if (acting === undefined) await transaction.remove('identities', openid);
  else await transaction.put('identities', { ...identity, readerId: acting, readerIds });
};

/**
 * An application that came to nothing is forgotten, as an account that was closed. Who has become a reader
 * meanwhile stays; where something is open it is asked again later.
 */
export const lapse = async (
  transaction: Transaction,
  { _id }: Pick<ReaderDocument, '_id'>,
  { now, today }: Pick<JobContext, 'now' | 'today'>,
): Promise<void> => {
  const reader = await transaction.get('readers', _id);
  if (!reader) return;
  if (isNoReaderYet(reader, { today, guardianAge: GUARDIAN_AGE })) {
    await withdrawCard(transaction, reader);
    await transaction.put('readers', nameless(reader, { now }));
  } else if (reader.awaitsGuardian || reader.standing === 'closed')
    await transaction.put('readers', { ...reader, lapsesOn: addDays(today, APPLICATION_DAYS) });
  else {
    const { lapsesOn: _over, ...rest } = reader;
    await transaction.put('readers', rest);
  }
};
