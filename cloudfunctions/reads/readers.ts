import type { ReaderDocument } from '../documents';
import type { Database } from '../kernel/database';

/** Names of readers by id; nobody else to name: no round trip. */
export const namesOf = async (
  db: Database,
  readerIds: readonly string[],
  known?: ReaderDocument,
): Promise<(readerId: string) => string> => {
  const readers = await db.getMany('readers', readerIds);
  const names = new Map([...readers, ...(known ? [known] : [])].map(({ _id, name }) => [_id, name]));
  return (readerId) => names.get(readerId) ?? '';
};
