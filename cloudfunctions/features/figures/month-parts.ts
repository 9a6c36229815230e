import type { FiguresPage } from '../../../typings/contract/figures';
import { branchName } from '../../circulation/branches';
import type { FigureDocument, Library } from '../../documents';
import { ALL } from '../../figures/count';
import { partsOf, RARE } from '../../figures/parts';

/** A month by branch, category and class. */
export const monthParts = (
  library: Library,
  figures: readonly FigureDocument[],
): Pick<FiguresPage, 'byBranch' | 'byCategory' | 'byClass'> => {
  const all = figures.find(({ branchId }) => branchId === ALL);
  const names = new Map(library.settings.readerCategories.map(({ id, name }) => [id, name]));
  return {
    byBranch: figures
      .filter(({ branchId }) => branchId !== ALL)
      .map(({ branchId, counts }) => ({
        name: branchName(library, branchId),
        loans: counts.loans ?? 0,
        returns: counts.returns ?? 0,
      }))
      .sort((a, b) => b.loans - a.loans),
    byCategory: partsOf(all?.byCategory ?? {}).map(([id, loans]) => ({
      name: id === RARE ? '其他' : (names.get(id) ?? id),
      loans,
    })),
    byClass: partsOf(all?.byClass ?? {}).map(([clc, loans]) => ({ clc: clc === RARE ? '' : clc, loans })),
  };
};
