import { GUARDIAN_AGE } from '../../circulation/guardian-age';
import type { ReaderCategory } from '../../../typings/contract/account';
import type { LibrarySettings, ReaderDocument } from '../../documents';

const SENIOR_AGE = 60;

/**
 * The category of a new reader by age; where the library has none for it, that of adults, else its
 * first.
 */
export const categoryForAge = (
  age: number,
  categories: LibrarySettings['readerCategories'],
): ReaderCategory => {
  const has = (id: string) => categories.some((category) => category.id === id);
  const wanted = age < GUARDIAN_AGE ? 'child' : age >= SENIOR_AGE ? 'senior' : 'adult';
  if (has(wanted)) return wanted;
  return has('adult') ? 'adult' : (categories[0]?.id ?? 'adult');
};

/** Whether staff look at an application before its card opens anything. */
export const standingOf = (
  age: number,
  reviews: LibrarySettings['reviewsApplications'],
): ReaderDocument['standing'] => {
  const isReviewed = reviews === 'all' || (reviews === 'children' && age < GUARDIAN_AGE);
  return isReviewed ? 'pending' : 'active';
};
