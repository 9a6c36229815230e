import * as v from 'valibot';
import { writing } from '../../kernel/operation';
import { hashPassword, passwordMatches } from '../../kernel/password';
import { refuse } from '../../kernel/refusal';
import { aPassword } from '../../kernel/validate';
import { readerWithin } from '../../reads/asking';
import { CARD_TRIES, afterWrongTry, cardLock } from './tries';

const SALT_BYTES = 16;

/**
 * The card's password, by which it is linked elsewhere. Whoever found the phone unlocked must know the old
 * one: wrong ones count as in `link`.
 */
export const setPassword = writing('account.setPassword', {
  schema: v.strictObject({ oldPassword: v.optional(aPassword), newPassword: aPassword }),
  run: async (context, { oldPassword, newPassword }, transaction) => {
    const reader = await readerWithin(transaction, context);
    if (!reader) return refuse({ code: 'no_card' });
    const card = await transaction.get('cards', reader.cardNumber);
    if (!card) return refuse({ code: 'card_not_found' });
    if (card.status !== 'active') return refuse({ code: 'card_not_active', status: card.status });
    const locked = cardLock(card, context.now);
    if (locked) return refuse({ code: 'too_many_attempts', retryAt: locked });
    if (card.password !== '' && !passwordMatches(oldPassword ?? '', card.password)) {
      // Nothing was typed yet: the page learns that it has to ask, and no try is counted.
      if (oldPassword === undefined)
        return refuse({ code: 'wrong_password', attemptsLeft: CARD_TRIES - card.wrongTries });
      const missed = afterWrongTry(card, context.now);
      await transaction.put('cards', missed);
      return missed.lockedUntil
        ? refuse({ code: 'too_many_attempts', retryAt: missed.lockedUntil })
        : refuse({ code: 'wrong_password', attemptsLeft: CARD_TRIES - missed.wrongTries });
    }
    const password = hashPassword(newPassword, context.randomBytes(SALT_BYTES));
    await transaction.put('cards', { ...card, password, wrongTries: 0, lockedUntil: null });
    return { value: { changed: true }, log: { outcome: '设置读者证密码', readerId: reader._id } };
  },
});
