import type { ReaderDocument } from '../documents';
import { between, type Condition, type Database } from '../kernel/database';

const PART = 100;

/**
 * The next readers of those who stand in a collection by their ids, behind the document where the last part
 * ended; `after` null: the last part. Two round trips.
 */
export const nextReaders = async (
  db: Pick<Database, 'find' | 'getMany'>,
  collection: 'columnFollows' | 'wishVoices',
  where: Record<string, Condition>,
  after: string,
): Promise<{ readers: ReaderDocument[]; after: string | null }> => {
  const some = await db.find(collection, {
    where: { ...where, _id: between({ from: `${after}!` }) },
    orderBy: [['_id', 'asc']],
    limit: PART,
  });
  const readers = await db.getMany(
    'readers',
    some.map(({ readerId }) => readerId),
  );
  return {
    readers: readers.filter(({ standing }) => standing === 'active'),
    after: some.length < PART ? null : (some.at(-1)?._id ?? null),
  };
};
