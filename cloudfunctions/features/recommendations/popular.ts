import type { Instant } from '../../../typings/contract/shapes';
import { isChildrensClass } from '../../circulation/for-age';
import type { NearTitle, NextTitlesDocument } from '../../documents';
import type { CatalogueTitle } from './catalogue-titles';

const MOST = 60;
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
      .filter(({ clc }) => isChildrensClass(clc, childrenClasses) === (group === 'children'))
      .sort((a, b) => b.popularity - a.popularity || (a._id < b._id ? -1 : 1))
      .slice(0, MOST)
      .map(({ _id }) => nextOf(_id)),
    at: now,
  }));

/** What came last for children: their home has it, and no other new book. */
export const newForChildren = (
  titles: readonly Pick<CatalogueTitle, '_id' | 'clc' | 'addedOn'>[],
  now: Instant,
  childrenClasses?: readonly string[],
): NextTitlesDocument => ({
  _id: 'n:children',
  name: '',
  near: titles
    .filter(({ clc }) => isChildrensClass(clc, childrenClasses))
    .sort((a, b) => b.addedOn - a.addedOn || (a._id < b._id ? -1 : 1))
    .slice(0, MOST)
    .map(({ _id }) => nextOf(_id)),
  at: now,
});

const nextOf = (titleId: string): NearTitle => ({ titleId, together: 0, readers: 0, alike: 1, shared: null });
