import type { CardDocument, ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { passwordMatches } from '../../kernel/password';
import { refuse } from '../../kernel/refusal';
import type { Refusal } from '../../../typings/contract/refusals';
import { CARD_TRIES, afterWrongTry, callerLock, cardLock, recentTries } from './tries';

/**
 * Opens a card by its number and password. Two documents count wrong tries and carry the locks: the card's
 * own, whoever tries, and the caller's, whatever the card. A right password does not empty the caller's
 * count, or one card of one's own would buy tries on others. What a wrong try counts is written although the
 * operation is refused.
 */
export const openCard = async (
  transaction: Transaction,
  { openid, now }: Pick<Context, 'openid' | 'now'>,
  { cardNumber, password }: { cardNumber: string; password: string },
): Promise<{ card: CardDocument; reader: ReaderDocument } | { refusals: Refusal[] }> => {
  const tried = (await transaction.get('linkTries', openid))?.at ?? [];
  const stopped = callerLock(tried, now);
  if (stopped) return refuse({ code: 'too_many_attempts', retryAt: stopped });
  const countTry = () => transaction.put('linkTries', { _id: openid, at: [...recentTries(tried, now), now] });

  const card = await transaction.get('cards', cardNumber);
  if (!card) {
    await countTry();
    return refuse({ code: 'card_not_found' });
  }
  const locked = cardLock(card, now);
  if (locked) return refuse({ code: 'too_many_attempts', retryAt: locked });
  if (!passwordMatches(password, card.password)) {
    const missed = afterWrongTry(card, now);
    await transaction.put('cards', missed);
    await countTry();
    return missed.lockedUntil
      ? refuse({ code: 'too_many_attempts', retryAt: missed.lockedUntil })
      : refuse({ code: 'wrong_password', attemptsLeft: CARD_TRIES - missed.wrongTries });
  }
  if (card.status !== 'active') return refuse({ code: 'card_not_active', status: card.status });
  const reader = await transaction.get('readers', card.readerId);
  if (!reader) return refuse({ code: 'card_not_found' });
  if (reader.standing === 'closed') return refuse({ code: 'account_closed' });
  if (reader.openid && reader.openid !== openid) return refuse({ code: 'card_linked_elsewhere' });
  if (card.wrongTries > 0) await transaction.put('cards', { ...card, wrongTries: 0, lockedUntil: null });
  return { card, reader };
};
