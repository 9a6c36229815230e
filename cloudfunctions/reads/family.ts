import { owedBy } from '../circulation/money';
import type { ReaderDocument, Rules } from '../documents';
import type { Context } from '../kernel/context';
import { areFamily, guardianOf } from '../membership/family';

/** Those of some readers who are not of a reader's family, or do not exist. */
export const strangersAmong = async (
  context: Pick<Context, 'db' | 'today' | 'library'>,
  reader: ReaderDocument,
  readerIds: readonly string[],
): Promise<string[]> => {
  const others = await context.db.getMany('readers', readerIds);
  return readerIds.filter((id) => {
    const other = others.find(({ _id }) => _id === id);
    return !other || !areFamily(reader, other, context);
  });
};

/** What a reader's children owe together; where no rule asks, nobody is looked up. */
export const owedByChildren = async (
  context: Pick<Context, 'db' | 'today' | 'library'>,
  guardian: Pick<ReaderDocument, '_id' | 'childReaderIds'>,
  { childrenDebtLimit }: Pick<Rules, 'childrenDebtLimit'>,
): Promise<number> => {
  if (childrenDebtLimit === null) return 0;
  const children = await context.db.getMany('readers', guardian.childReaderIds);
  return owedBy(children.filter((child) => guardianOf(child, context) === guardian._id));
};
