import type { LocalDate } from '../../../typings/contract';
import { addDays } from '../../lib/dates';

/** When a book came, as one would say it: "本周", "上周", "10月", "2025年12月". Weeks begin on Monday. */
export function arrivedText(addedOn: LocalDate, today: LocalDate): string {
  const monday = mondayOf(today);
  if (addedOn >= monday) return '本周';
  if (addedOn >= addDays(monday, -7)) return '上周';
  const year = addedOn.slice(0, 4) === today.slice(0, 4) ? '' : `${addedOn.slice(0, 4)}年`;
  return `${year}${Number(addedOn.slice(5, 7))}月`;
}

function mondayOf(date: LocalDate): LocalDate {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, -((weekday + 6) % 7));
}
