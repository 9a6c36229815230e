import * as v from 'valibot';
import { branchName } from '../../circulation/branches';
import { done } from '../../kernel/refusal';
import { aQuery, filterEntries } from '../../kernel/asked-search';
import { searchReading } from './search-reading';
import { onShelfRows, type ShelfRow } from './on-shelf-rows';
import { candidates, questionOf } from './selected';

export const onShelf = searchReading('search.onShelf', {
  caller: 'visitor',
  schema: v.strictObject({ query: aQuery, ...filterEntries }),
  run: async (context, input) => {
    const { ids } = await candidates(context, questionOf(input));
    const rows = await onShelfRows(context, ids, input.branchId);
    const titles = (of: ShelfRow[]): number => new Set(of.map(({ titleId }) => titleId)).size;
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
