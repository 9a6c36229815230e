import type { LocalDate } from '../../typings/contract/shapes';
import type { ReaderDocument } from '../documents';
import { isChild, maskedName } from './naming';

/**
 * The name by which other readers see one, unless one chooses another: WeChat's rules keep a reader's own
 * name from other readers, so of it only the first character stands, "林＊＊"; children are named by nothing
 * of theirs.
 */
export const shownName = (reader: Pick<ReaderDocument, 'name' | 'birthDate'>, today: LocalDate): string =>
  isChild(reader, today) ? '小读者' : maskedName(reader.name);
