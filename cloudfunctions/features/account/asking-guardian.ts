import type { Refusal } from '../../../typings/contract/refusals';
import type { GuardianRequestDocument, ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { refuse } from '../../kernel/refusal';
import { MOST_REQUESTS, canBeGuardian } from '../../membership/guardianship';
import { guardianAsked } from '../../steps/account-notices';
import { tell } from '../../steps/notices';
import { callerLock, recentTries } from './tries';

/** Asked by a number that leads to nobody who can be asked. */
const NOBODY = '';

/**
 * Who is asked by a card's number. Nobody knows from outside whether it is anybody: no card, a lost one,
 * one of a child and one of somebody whom enough others ask are all the same.
 */
export const guardianNamed = async (context: Context, cardNumber: string): Promise<string> => {
  const { db } = context;
  const card = await db.get('cards', cardNumber);
  const reader = card && (await db.get('readers', card.readerId));
  const waiting = await db.count('guardianRequests', { guardianReaderId: reader?._id ?? cardNumber });
  const isAsked =
    card?.status === 'active' && reader && canBeGuardian(reader, context) && waiting < MOST_REQUESTS;
  return isAsked ? reader._id : NOBODY;
};

/**
 * Writes the request and tells whoever is asked. Naming a card counts as a try on cards, or they could be
 * gone through one by one; the caller's document carries the count.
 */
export const askGuardian = async (
  transaction: Transaction,
  { openid, now }: Pick<Context, 'openid' | 'now'>,
  child: Pick<ReaderDocument, '_id' | 'cardNumber'>,
  request: Pick<GuardianRequestDocument, '_id' | 'guardianReaderId'>,
): Promise<{ asked: true } | { refusals: Refusal[] }> => {
  const tried = (await transaction.get('linkTries', openid))?.at ?? [];
  const stopped = callerLock(tried, now);
  if (stopped) return refuse({ code: 'too_many_attempts', retryAt: stopped });
  await transaction.put('linkTries', { _id: openid, at: [...recentTries(tried, now), now] });
  await transaction.add('guardianRequests', { ...request, childReaderId: child._id, at: now });
  if (request.guardianReaderId !== NOBODY) {
    const { _id: requestId, guardianReaderId } = request;
    await tell(transaction, { now }, guardianAsked({ requestId, guardianReaderId }, cardEnd(child)));
  }
  return { asked: true };
};

/** Enough to compare with the card by, too little to know it. */
export const cardEnd = ({ cardNumber }: Pick<ReaderDocument, 'cardNumber'>): string => cardNumber.slice(-4);
