import * as v from 'valibot';
import { branchName } from '../../circulation/branches';
import type { ItemDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { isIn } from '../../kernel/database';
import { done } from '../../kernel/refusal';
import { aQuery, filterEntries } from './asked-for';
import { searchReading } from './search-reading';
import { candidates, questionOf } from './selected';

type Row = Pick<ItemDocument, 'titleId' | 'branchId'>;

/** Rows of one answer of the database; of more copies on the shelf than that the rest is left out. */
const MOST_ROWS = 1000;

/** Copies of these titles that can be taken from a shelf now: one round trip. */
export const onShelfRows = async (
  { db }: Context,
  titleIds: readonly string[],
  branchId?: string,
): Promise<Row[]> =>
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

export const onShelf = searchReading('search.onShelf', {
  schema: v.strictObject({ query: aQuery, ...filterEntries }),
  run: async (context, input) => {
    const { ids } = await candidates(context, questionOf(input));
    const rows = await onShelfRows(context, ids, input.branchId);
    const titles = (of: Row[]): number => new Set(of.map(({ titleId }) => titleId)).size;
    const branches = context.library.branches.map(({ _id }) => ({
      branchId: _id,
      branchName: branchName(context.library, _id),
      onShelf: titles(rows.filter(({ branchId }) => branchId === _id)),
    }));
    return done({
      of: ids.length,
      onShelf: titles(rows),
      branches: branches.filter((branch) => branch.onShelf > 0),
    });
  },
});
