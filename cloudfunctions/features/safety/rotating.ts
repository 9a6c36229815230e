import type { KeyRow } from '../../../typings/contract/safety';
import type { Instant } from '../../../typings/contract/shapes';
import type { RootKey } from '../../documents';
import type { JobContext } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { LEAD_MS, currentKey, firstRoot, rotated, stillNeeded } from '../../kernel/keys';
import { addDays, instantOf } from '../../kernel/local-date';

const SECRET_BYTES = 32;
/** A scan without network comes within a week, and one day more for the midnight between. */
const OFFLINE_DAYS = 8;

type Rotating = Pick<JobContext, 'now' | 'today' | 'newId' | 'randomBytes' | 'library'>;

/** All roots as they are saved, not as a warm function keeps them. */
export const savedRoots = async (from: Pick<Transaction, 'get'>): Promise<RootKey[]> => {
  const keys = await from.get('settings', 'keys');
  if (keys?._id === 'keys') return keys.roots;
  const first = await from.get('settings', 'card-key');
  if (first?._id !== 'card-key') throw new Error('settings "card-key" is missing');
  return [firstRoot(first.key)];
};

/**
 * One root more, which signs as soon as every function knows it; those that nothing needs go.
 * `settings/keys` carries "there is one list".
 */
export const rotate = async (transaction: Transaction, context: Rotating): Promise<RootKey[]> => {
  const fresh: RootKey = {
    id: context.newId().replace(/\W/g, '').slice(0, 8),
    secret: Buffer.from(context.randomBytes(SECRET_BYTES)).toString('base64url'),
    from: new Date(Date.parse(context.now) + LEAD_MS).toISOString(),
  };
  const roots = rotated(await savedRoots(transaction), fresh, neededFrom(context));
  await transaction.put('settings', { _id: 'keys', roots });
  return roots;
};

/** The list without what nothing needs; whether something went. */
export const dropOld = async (transaction: Transaction, context: Rotating): Promise<boolean> => {
  const saved = await savedRoots(transaction);
  const roots = stillNeeded(saved, neededFrom(context));
  if (roots.length === saved.length) return false;
  await transaction.put('settings', { _id: 'keys', roots });
  return true;
};

/**
 * What lives longest of all that keys sign: the fingerprint of a line of the log, until the line forgets what
 * was asked; and a card code that was scanned without network.
 */
const neededFrom = ({ today, library }: Rotating): Instant => {
  const days = Math.max(OFFLINE_DAYS, library.settings.anonymiseAfterDays + 2);
  return instantOf(addDays(today, -days), '00:00');
};

/** Newest first, without their secrets. */
export const keyRows = (roots: readonly RootKey[], now: Instant): KeyRow[] => {
  const current = currentKey(roots, 'card', now).id;
  return roots
    .map(({ id, from }): KeyRow => ({
      keyId: id,
      from,
      state: id === current ? 'current' : from > now ? 'coming' : 'former',
    }))
    .reverse();
};
