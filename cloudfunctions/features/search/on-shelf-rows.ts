import type { ItemDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { isIn } from '../../kernel/database';

export type ShelfRow = Pick<ItemDocument, 'titleId' | 'branchId'>;

/** Rows of one answer of the database; of more copies on the shelf than that the rest is left out. */
const MOST_ROWS = 1000;

/** Copies of these titles that can be taken from a shelf now: one round trip. */
export const onShelfRows = async (
  { db }: Context,
  titleIds: readonly string[],
  branchId?: string,
): Promise<ShelfRow[]> =>
  titleIds.length === 0
    ? []
    : db.find('items', {
        where: {
          titleId: isIn(titleIds),
          status: 'available',
          use: 'loan',
          ...(branchId && { branchId }),
        },
        limit: MOST_ROWS,
        fields: ['titleId', 'branchId'],
      });
