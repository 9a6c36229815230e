import type { Refusal } from '../../../typings/contract/refusals';
import type { Instant } from '../../../typings/contract/shapes';
import type { CardDocument, ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { passwordMatches } from '../../kernel/password';
import { isRefused, refuse } from '../../kernel/refusal';
import {
  CARD_TRIES,
  afterWrongTry,
  callerLock,
  cardLock,
  recentTries,
  triesOnNumber,
  type Tried,
} from './tries';

type Caller = Pick<Context, 'db' | 'openid' | 'now'>;
interface Typed {
  cardNumber: string;
  password: string;
}
/** A right password, and the try that it costs until the operation has gone through. */
interface RightTry {
  cardNumber: string;
  /** What the password was compared with. */
  stored: string;
  at: Instant;
}

/** Before a number that no card has, where a WeChat's identity stands otherwise. */
const NUMBER = 'number:';

/** Nobody's password: a card that does not exist takes the time of one that does. */
const NOBODYS =
  '00000000000000000000000000000000:0000000000000000000000000000000000000000000000000000000000000000';

/**
 * Tries a password on a card. The try is counted first, in a transaction of its own, and only then is
 * the password looked at: nothing rolls the count back, and of many at once no more than the limit are
 * looked at. Two documents count and carry the locks: the card's own, whoever tries, and the caller's,
 * whatever the card. A number that no card has is counted and locked as a card is: the answer is the same
 * whether there is one.
 */
export const tryPassword = async (
  caller: Caller,
  typed: Typed,
): Promise<RightTry | { refusals: Refusal[] }> => {
  const counted = await countTry(caller, typed.cardNumber);
  if (isRefused(counted)) return counted;
  const { card, tried } = counted;
  const isRight = passwordMatches(typed.password, card?.password || NOBODYS);
  if (card && isRight) return { cardNumber: card._id, stored: card.password, at: caller.now };
  return tried.lockedUntil
    ? refuse({ code: 'too_many_attempts', retryAt: tried.lockedUntil })
    : refuse({ code: 'wrong_password', attemptsLeft: CARD_TRIES - tried.wrongTries });
};

interface Counted {
  card: CardDocument | null;
  tried: Tried;
}

/** The card, or null when there is none of this number, and how it stands with this try counted. */
const countTry = ({ db, openid, now }: Caller, cardNumber: string) =>
  db.transact(async (transaction): Promise<Counted | { refusals: Refusal[] }> => {
    const tried = (await transaction.get('linkTries', openid))?.at ?? [];
    const stopped = callerLock(tried, now);
    if (stopped) return refuse({ code: 'too_many_attempts', retryAt: stopped });
    const card = await transaction.get('cards', cardNumber);
    const numberId = `${NUMBER}${cardNumber}`;
    const ofNumber = (await transaction.get('linkTries', numberId))?.at ?? [];
    const standing = card ?? triesOnNumber(ofNumber, now);
    const locked = cardLock(standing, now);
    if (locked) return refuse({ code: 'too_many_attempts', retryAt: locked });
    await transaction.put('linkTries', { _id: openid, at: [...recentTries(tried, now), now] });
    if (card) {
      const counted = afterWrongTry(card, now);
      await transaction.put('cards', counted);
      return { card: counted, tried: counted };
    }
    await transaction.put('linkTries', { _id: numberId, at: [...recentTries(ofNumber, now), now] });
    return { card, tried: afterWrongTry(standing, now) };
  });

/**
 * Gives the try of an opened card back: to the card wholly, to the caller this one alone, or one card of
 * one's own would buy tries on others. Within the transaction of what it is opened for: when that is
 * refused the try stays counted. A password that was changed meanwhile is right no longer.
 */
export const giveTryBack = async (
  transaction: Transaction,
  { openid }: Pick<Context, 'openid'>,
  { cardNumber, stored, at }: RightTry,
  changes: Partial<CardDocument> = {},
): Promise<{ card: CardDocument } | { refusals: Refusal[] }> => {
  const card = await transaction.get('cards', cardNumber);
  if (!card) return refuse({ code: 'card_not_found' });
  if (card.password !== stored)
    return refuse({ code: 'wrong_password', attemptsLeft: Math.max(0, CARD_TRIES - card.wrongTries) });
  await transaction.put('cards', { ...card, wrongTries: 0, lockedUntil: null, ...changes });
  const tried = (await transaction.get('linkTries', openid))?.at ?? [];
  const left = tried.filter((each, n) => each !== at || n !== tried.indexOf(at));
  await transaction.put('linkTries', { _id: openid, at: left });
  return { card };
};

/** The reader whose card opens with a right password, or why it opens nothing here. */
export const readerToOpen = async (
  transaction: Transaction,
  { openid }: Pick<Context, 'openid'>,
  { cardNumber }: RightTry,
): Promise<{ reader: ReaderDocument } | { refusals: Refusal[] }> => {
  const card = await transaction.get('cards', cardNumber);
  const reader = card && (await transaction.get('readers', card.readerId));
  if (!card || !reader) return refuse({ code: 'card_not_found' });
  if (card.status !== 'active') return refuse({ code: 'card_not_active', status: card.status });
  if (reader.standing === 'closed') return refuse({ code: 'account_closed' });
  if (reader.openid && reader.openid !== openid) return refuse({ code: 'card_linked_elsewhere' });
  return { reader };
};
