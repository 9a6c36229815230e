import * as v from 'valibot';
import { writing } from '../../kernel/operation';
import { hashPassword } from '../../kernel/password';
import { isRefused, refuse } from '../../kernel/refusal';
import { aPassword } from '../../kernel/validate';
import { readerAsking, readerWithin } from '../../reads/asking';
import { CARD_TRIES, cardLock } from './tries';
import { giveTryBack, tryPassword } from './trying-password';

const SALT_BYTES = 16;

/**
 * The card's password, by which it is linked elsewhere. Whoever found the phone unlocked must know the old
 * one: wrong ones count as in `link`.
 */
export const setPassword = writing('account.setPassword', {
  caller: 'reader',
  schema: v.strictObject({ oldPassword: v.optional(aPassword), newPassword: aPassword }),
  looksFirst: true,
  prepare: async (context, { oldPassword, newPassword }) => {
    const reader = await readerAsking(context);
    if (!reader) return refuse({ code: 'no_card' });
    const card = await context.db.get('cards', reader.cardNumber);
    if (!card) return refuse({ code: 'card_not_found' });
    if (card.status !== 'active') return refuse({ code: 'card_not_active', status: card.status });
    const locked = cardLock(card, context.now);
    if (locked) return refuse({ code: 'too_many_attempts', retryAt: locked });
    // Nothing was typed yet: the page learns that it has to ask, and no try is counted.
    if (card.password !== '' && oldPassword === undefined)
      return refuse({ code: 'wrong_password', attemptsLeft: CARD_TRIES - card.wrongTries });
    const tried =
      card.password === ''
        ? { cardNumber: card._id, stored: '', at: context.now }
        : await tryPassword(context, { cardNumber: card._id, password: oldPassword ?? '' });
    if (isRefused(tried)) return tried;
    // Hashed before the transaction: it takes its time.
    return { right: tried, password: hashPassword(newPassword, context.randomBytes(SALT_BYTES)) };
  },
  run: async (context, _input, transaction, { right, password }) => {
    const reader = await readerWithin(transaction, context);
    if (reader?.cardNumber !== right.cardNumber) return refuse({ code: 'no_card' });
    const given = await giveTryBack(transaction, context, right, { password });
    if (isRefused(given)) return given;
    return { value: { changed: true }, log: { outcome: '设置读者证密码', readerId: reader._id } };
  },
});
