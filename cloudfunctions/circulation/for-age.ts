import type { Ages } from '../../typings/contract/lists';
import type { ItemDocument, LibrarySettings } from '../documents';
import { GUARDIAN_AGE } from './guardian-age';

/** Children's literature and picture stories of the CLC, until the library names its own. */
const CHILDREN_CLASSES = ['I28', 'I18', 'I8', 'I###.8', 'J228', 'J238', 'G61', 'G62'];

/** Whether a class begins as one of these, "#" standing for any digit. */
export const isChildrensClass = (clc: string, beginnings: readonly string[] = CHILDREN_CLASSES): boolean =>
  beginnings.some(
    (begins) =>
      clc.length >= begins.length &&
      [...begins].every((sign, at) => (sign === '#' ? /\d/.test(clc[at] ?? '') : clc[at] === sign)),
  );

/** A mark of age stands above whoever is younger; `null`: nobody knows how old they are. */
export const isAboveAge = ({ minAge }: Pick<ItemDocument, 'minAge'>, age: number | null): boolean =>
  minAge > (age ?? 0);

/** Under the age at which the law asks for a guardian. */
export const isChildsAge = (age: number): boolean => age < GUARDIAN_AGE;

type Copy = Pick<ItemDocument, 'status' | 'minAge' | 'itemType' | 'title'>;

/**
 * Whether a title is put before somebody of this age who did not ask for it, by one of its copies: nothing
 * that is marked above them, and to a child only what is for children.
 */
export const mayBeOffered = (
  copy: Copy,
  age: number | null,
  { childrenClasses, childrenTypes = [] }: Pick<LibrarySettings, 'childrenClasses' | 'childrenTypes'>,
): boolean =>
  isInHouse(copy) &&
  !isAboveAge(copy, age) &&
  (age === null ||
    !isChildsAge(age) ||
    childrenTypes.includes(copy.itemType) ||
    isChildrensClass(copy.title.clc, childrenClasses));

/** The same of what a librarian chose for that age: only the mark keeps it back. */
export const mayBeListed = (copy: Pick<Copy, 'status' | 'minAge'>, age: number): boolean =>
  isInHouse(copy) && !isAboveAge(copy, age);

const isInHouse = ({ status }: Pick<ItemDocument, 'status'>): boolean =>
  status !== 'lost' && status !== 'withdrawn';

/** Both ends are included. */
export const includesAge = ({ from, to }: Ages, age: number): boolean =>
  (from ?? 0) <= age && age <= (to ?? Infinity);
