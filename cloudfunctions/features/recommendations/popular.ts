import type { Instant } from '../../../typings/contract/shapes';
import type { NextTitlesDocument } from '../../documents';
import type { CatalogueTitle } from './catalogue-titles';

const MOST = 60;
/** Children's literature and picture stories of the CLC, until the library names its own. */
const CHILDREN_CLASSES = ['I28', 'I18', 'I8', 'I###.8', 'J228', 'J238', 'G61', 'G62'];

/** Whether a class begins as one of these, "#" standing for any digit. */
export const beginsAsOne = (clc: string, beginnings: readonly string[] = CHILDREN_CLASSES): boolean =>
  beginnings.some(
    (begins) =>
      clc.length >= begins.length &&
      [...begins].every((sign, at) => (sign === '#' ? /\d/.test(clc[at] ?? '') : clc[at] === sign)),
  );

/** What is borrowed most, for children and for others. */
export const popularOf = (
  titles: readonly Pick<CatalogueTitle, '_id' | 'clc' | 'popularity'>[],
  now: Instant,
  childrenClasses?: readonly string[],
): NextTitlesDocument[] =>
  (['children', 'adults'] as const).map((group) => ({
    _id: `p:${group}`,
    name: '',
    near: titles
      .filter(({ clc }) => beginsAsOne(clc, childrenClasses) === (group === 'children'))
      .sort((a, b) => b.popularity - a.popularity || (a._id < b._id ? -1 : 1))
      .slice(0, MOST)
      .map(({ _id }) => ({ titleId: _id, together: 0, readers: 0, alike: 1, shared: null })),
    at: now,
  }));
