import type { Instant } from '../../../typings/contract/shapes';
import type { CardDocument } from '../../documents';
import { addMinutes } from '../../kernel/local-date';

/** Wrong passwords on one card before it is locked, whoever tries. */
export const CARD_TRIES = 5;
const CARD_LOCK_MINUTES = 15;
/**
 * Wrong tries of one WeChat in a day, whatever the cards: six digits are not to be guessed over many cards
 * either.
 */
const CALLER_TRIES = 10;
const CALLER_WINDOW_MINUTES = 24 * 60;

/** What is counted of a card. */
export type Tried = Pick<CardDocument, 'wrongTries' | 'lockedUntil'>;

/** Until when a card takes no password, or null. */
export const cardLock = ({ lockedUntil }: Pick<CardDocument, 'lockedUntil'>, now: Instant): Instant | null =>
  lockedUntil && now < lockedUntil ? lockedUntil : null;

/** A card after one more wrong password. After a lock has run out the count starts again. */
export const afterWrongTry = <T extends Tried>(card: T, now: Instant): T => {
  const wrongTries = (card.lockedUntil ? 0 : card.wrongTries) + 1;
  return {
    ...card,
    wrongTries,
    lockedUntil: wrongTries >= CARD_TRIES ? addMinutes(now, CARD_LOCK_MINUTES) : null,
  };
};

/** Tries that still count: those of the last day. */
export const recentTries = (at: readonly Instant[], now: Instant): Instant[] => {
  const since = addMinutes(now, -CALLER_WINDOW_MINUTES);
  return at.filter((each) => each > since).slice(-CALLER_TRIES);
};

/** Until when a WeChat may try no card at all, or null: until the oldest of its tries no longer counts. */
export const callerLock = (at: readonly Instant[], now: Instant): Instant | null => {
  const recent = recentTries(at, now);
  const oldest = recent[0];
  return oldest && recent.length >= CALLER_TRIES ? addMinutes(oldest, CALLER_WINDOW_MINUTES) : null;
};

/** How a number that no card has would stand, had it been a card, after these tries. */
export const triesOnNumber = (at: readonly Instant[], now: Instant): Tried =>
  recentTries(at, now).reduce<Tried>((tried, each) => afterWrongTry(tried, each), {
    wrongTries: 0,
    lockedUntil: null,
  });
