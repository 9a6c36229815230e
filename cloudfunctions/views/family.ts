import type { ReaderDocument, Rules } from '../documents';
import type { Context } from '../kernel/context';

/** Whether two readers are of one family: guardian and child, children of one guardian, or cards linked to one WeChat. */
export const areFamily = (a: ReaderDocument, b: ReaderDocument): boolean =>
  a.guardianReaderId === b._id ||
  b.guardianReaderId === a._id ||
  (a.guardianReaderId !== null && a.guardianReaderId === b.guardianReaderId) ||
  (a.openid !== null && a.openid === b.openid);

/** Those of some readers who are not of a reader's family, or do not exist. */
export const strangersAmong = async (
  { db }: Pick<Context, 'db'>,
  reader: ReaderDocument,
  readerIds: readonly string[],
): Promise<string[]> => {
  const found = await db.getMany('readers', readerIds);
  return readerIds.filter((id) => {
    const other = found.find(({ _id }) => _id === id);
    return !other || !areFamily(reader, other);
  });
};

/** What readers owe together, fen; a credit of one child does not pay for another. */
export const owedBy = (readers: readonly Pick<ReaderDocument, 'owes'>[]): number =>
  readers.reduce((sum, { owes }) => sum + Math.max(0, owes), 0);

/** What a reader's children owe together; where no rule asks, nobody is looked up. */
export const owedByChildren = async (
  { db }: Pick<Context, 'db'>,
  { childReaderIds }: Pick<ReaderDocument, 'childReaderIds'>,
  { childrenDebtLimit }: Pick<Rules, 'childrenDebtLimit'>,
): Promise<number> => (childrenDebtLimit === null ? 0 : owedBy(await db.getMany('readers', childReaderIds)));
