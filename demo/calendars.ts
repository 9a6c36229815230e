import chineseDays from 'chinese-days';
import type { CalendarDocument } from '../cloudfunctions/documents';
import { addDays } from '../cloudfunctions/kernel/local-date';

/**
 * Public holidays and make-up working days of a year, as the State Council announced them, or null while they
 * are not announced (each autumn for the next year). A year without a calendar is not guessed: branches then
 * keep their weekly hours on every day of it, until a newer chinese-days brings the year and the library is
 * set up again.
 */
export function calendarOf(year: number): CalendarDocument | null {
  const calendar: CalendarDocument = { _id: String(year), holidays: {}, workdays: {} };
  for (let date = `${year}-01-01`; date.startsWith(String(year)); date = addDays(date, 1)) {
    const { name, work } = chineseDays.getDayDetail(date);
    // An announced day is named "Spring Festival,春节,4"; any other day only by its weekday.
    const chinese = name.split(',')[1];
    if (!chinese) continue;
    (work ? calendar.workdays : calendar.holidays)[date] = chinese;
  }
  return Object.keys(calendar.holidays).length > 0 ? calendar : null;
}
