import type { LocalDate } from '../../typings/contract/shapes';
import type { ReaderDocument } from '../documents';
import { ageOn } from '../kernel/local-date';
import { maskedName } from './naming';

/** Readers below this age are named by nothing of theirs. */
const CHILD_UNDER = 14;

/**
 * The name by which other readers see one, unless one chooses another: WeChat's rules keep a reader's own
 * name from other readers, so of it only the first character stands, "林＊＊".
 */
export const shownName = (
  { name, birthDate }: Pick<ReaderDocument, 'name' | 'birthDate'>,
  today: LocalDate,
): string => {
  if (ageOn(birthDate, today) < CHILD_UNDER) return '小读者';
  return maskedName(name);
};
