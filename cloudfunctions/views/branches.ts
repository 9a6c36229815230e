import type { LocalDate } from '../../typings/contract/shapes';
import { hoursOn } from '../circulation/calendar';
import type { BranchDocument, Library } from '../documents';

/** "09:00–21:00", or "" on a closed day. */
export const hoursText = (library: Library, branch: BranchDocument, date: LocalDate): string => {
  const hours = hoursOn(branch, library.calendars, date);
  return hours ? `${hours.from}–${hours.to}` : '';
};
