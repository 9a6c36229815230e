import * as v from 'valibot';
import type { Reader } from '../../../typings/contract/account';
import type { CardDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { addMinutes } from '../../kernel/local-date';
import { writing } from '../../kernel/operation';
import { passwordMatches } from '../../kernel/password';
import { refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { readerView } from '../../views/readers';

const TRIES = 5;
const LOCK_MINUTES = 15;

/** Links a card by number and password. The card document counts wrong tries and carries the lock, whoever tries. */
export const link = writing<{ cardNumber: string; password: string }, Reader, Context>({
  schema: v.strictObject({
    cardNumber: anId,
    password: v.pipe(v.string(), v.regex(/^\d{6}$/, '密码是 6 位数字')),
  }),
  run: async (context, { cardNumber, password }, transaction) => {
    const { openid, now } = context;
    const identity = await transaction.get('identities', openid);
    if (identity) {
      const linked = await transaction.get('readers', identity.readerId);
      return refuse({ code: 'already_has_card', cardNumber: linked?.cardNumber ?? '' });
    }
    const card = await transaction.get('cards', cardNumber);
    if (!card) return refuse({ code: 'card_not_found' });
    if (card.lockedUntil && now < card.lockedUntil)
      return refuse({ code: 'too_many_attempts', retryAt: card.lockedUntil });
    if (!passwordMatches(password, card.password)) {
      const missed = afterWrongTry(card, now);
      await transaction.put('cards', missed);
      if (missed.lockedUntil) return refuse({ code: 'too_many_attempts', retryAt: missed.lockedUntil });
      return refuse({ code: 'wrong_password', attemptsLeft: TRIES - missed.wrongTries });
    }
    const reader = await transaction.get('readers', card.readerId);
    if (!reader) return refuse({ code: 'card_not_found' });
    if (reader.openid) return refuse({ code: 'card_linked_elsewhere' });
    const linked = { ...reader, openid };
    await transaction.put('cards', { ...card, wrongTries: 0, lockedUntil: null });
    await transaction.put('readers', linked);
    await transaction.add('identities', { _id: openid, readerId: reader._id, linkedAt: now });
    return { value: readerView(linked, context), log: { outcome: '绑定读者证', readerId: reader._id } };
  },
});

const afterWrongTry = (card: CardDocument, now: string): CardDocument => {
  const wrongTries = (card.lockedUntil ? 0 : card.wrongTries) + 1;
  return { ...card, wrongTries, lockedUntil: wrongTries >= TRIES ? addMinutes(now, LOCK_MINUTES) : null };
};
