import type { LocalDate } from '../../typings/contract/shapes';
import { hoursInWords, hoursOn } from '../circulation/calendar';
import type { BranchDocument, Library } from '../documents';

export const hoursText = (library: Library, branch: BranchDocument, date: LocalDate): string =>
  hoursInWords(hoursOn(branch, library.calendars, date));
