import type { CollectionName, Documents } from '../documents';
import type { Transaction } from '../kernel/database';

/** Two of what staff keep in order change places: each takes what the other is sorted by. */
export const exchangePlaces = async <C extends CollectionName, F extends keyof Documents[C]>(
  transaction: Pick<Transaction, 'put'>,
  [collection, place]: readonly [C, F],
  one: Documents[C],
  other: Documents[C],
): Promise<void> => {
  if (other._id === one._id) return;
  await transaction.put(collection, { ...one, [place]: other[place] });
  await transaction.put(collection, { ...other, [place]: one[place] });
};
