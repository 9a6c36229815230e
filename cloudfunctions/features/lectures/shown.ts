import { servicesOf } from '../../community/event-terms';
import type { LectureDocument } from '../../documents';
import type { Context } from '../../kernel/context';

/** What readers see: published, the moment of it has come, and the library has recaps at all. */
export const isShown = (
  { publishAt }: Pick<LectureDocument, 'publishAt'>,
  { now, library }: Pick<Context, 'now' | 'library'>,
): boolean => publishAt !== null && publishAt <= now && servicesOf(library).lectures;
