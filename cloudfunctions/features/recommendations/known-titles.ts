import type { ReaderDocument } from '../../documents';
import type { Database } from '../../kernel/database';

/** A title that a reader has or had; its name is not known of what they have now. */
export interface KnownTitle {
  titleId: string;
  title: string;
}

/**
 * What a reader has now, and what they had before where they keep their history; the latest first. One round
 * trip, none without a history.
 */
export const titlesReadBy = async (
  db: Pick<Database, 'find'>,
  { _id, openLoans, keepsHistory }: Pick<ReaderDocument, '_id' | 'openLoans' | 'keepsHistory'>,
  most: number,
): Promise<KnownTitle[]> => {
  const open = [...openLoans].reverse().map(({ titleId }) => ({ titleId, title: '' }));
  const lines = keepsHistory
    ? await db.find('operations', {
        where: { readerId: _id, endsLoan: true },
        orderBy: [['at', 'desc']],
        limit: most,
        fields: ['ended'],
      })
    : [];
  return [...open, ...lines.flatMap(({ ended }) => ended?.title ?? [])];
};
