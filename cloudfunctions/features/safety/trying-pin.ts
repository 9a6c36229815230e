import type { Refusal } from '../../../typings/contract/refusals';
import type { Instant } from '../../../typings/contract/shapes';
import type { StaffPinDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { addMinutes } from '../../kernel/local-date';
import { passwordMatches } from '../../kernel/password';
import { isRefused, refuse } from '../../kernel/refusal';

const MOST_TRIES = 5;
const LOCK_MINUTES = 15;

type Caller = Pick<Context, 'db' | 'now'>;

/** A PIN that was right, and what it was compared with. */
interface RightPin {
  staffId: string;
  stored: string;
}

/**
 * Tries a PIN. The try is counted first, in a transaction of its own, and only then looked at: nothing rolls
 * the count back, and of many at once no more than the limit are looked at. The PIN's document carries the
 * count and the lock.
 */
export const tryPin = async (
  { db, now }: Caller,
  staffId: string,
  pin: string,
): Promise<RightPin | { refusals: Refusal[] }> => {
  const counted = await db.transact(async (transaction) => countTry(transaction, staffId, now));
  if (isRefused(counted)) return counted;
  if (passwordMatches(pin, counted.pin)) return { staffId, stored: counted.pin };
  return counted.lockedUntil
    ? refuse({ code: 'pin_locked', retryAt: counted.lockedUntil })
    : refuse({ code: 'pin_wrong', attemptsLeft: MOST_TRIES - counted.wrongTries });
};

const countTry = async (
  transaction: Transaction,
  staffId: string,
  now: Instant,
): Promise<StaffPinDocument | { refusals: Refusal[] }> => {
  const known = await transaction.get('staffPins', staffId);
  if (!known) return refuse({ code: 'pin_not_set' });
  const { lockedUntil } = known;
  if (lockedUntil && now < lockedUntil) return refuse({ code: 'pin_locked', retryAt: lockedUntil });
  const wrongTries = (lockedUntil ? 0 : known.wrongTries) + 1;
  const after: StaffPinDocument = {
    ...known,
    wrongTries,
    lockedUntil: wrongTries >= MOST_TRIES ? addMinutes(now, LOCK_MINUTES) : null,
  };
  await transaction.put('staffPins', after);
  return after;
};

/**
 * Gives the tries back, within the transaction of what the PIN was typed for. One that was changed meanwhile
 * is right no longer.
 */
export const afterRightPin = async (
  transaction: Transaction,
  { staffId, stored }: RightPin,
  changes: Partial<StaffPinDocument> = {},
): Promise<StaffPinDocument | { refusals: Refusal[] }> => {
  const known = await transaction.get('staffPins', staffId);
  if (!known) return refuse({ code: 'pin_not_set' });
  if (known.pin !== stored) return refuse({ code: 'pin_wrong', attemptsLeft: MOST_TRIES });
  const after = { ...known, wrongTries: 0, lockedUntil: null, ...changes };
  await transaction.put('staffPins', after);
  return after;
};
