import type { EventSummary, LocalDate } from '../../../typings/contract';
import { eventRow, type EventRow } from '../../components/event-row/event-view';
import { addDays, longDate } from '../../lib/dates';

export interface MonthDay {
  date: LocalDate;
  day: string;
  /** Of the month itself; the others fill the first and the last week. */
  inMonth: boolean;
  isToday: boolean;
  count: number;
  /** Read aloud. */
  says: string;
}

/** "2026-12" so many months on. */
export function monthAfter(month: string, by: number): string {
  const [year = 2026, number = 1] = month.split('-').map(Number);
  const whole = year * 12 + number - 1 + by;
  return `${Math.floor(whole / 12)}-${String((whole % 12) + 1).padStart(2, '0')}`;
}

export const monthName = (month: string): string => {
  const [year, number] = month.split('-').map(Number);
  return `${year} 年 ${number} 月`;
};

type Days = { on: LocalDate; events: EventSummary[] }[];

/** Whole weeks from Monday on, with what is on each day. */
export function monthDays(month: string, days: Days, today: LocalDate): MonthDay[] {
  const first = `${month}-01`;
  const monday = addDays(first, -((new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7));
  const below = `${monthAfter(month, 1)}-01`;
  const shown: MonthDay[] = [];
  for (let date = monday; date < below || shown.length % 7 !== 0; date = addDays(date, 1)) {
    const inMonth = date >= first && date < below;
    const count = inMonth ? (days.find(({ on }) => on === date)?.events.length ?? 0) : 0;
    shown.push({
      date,
      day: String(Number(date.slice(8))),
      inMonth,
      isToday: date === today,
      count,
      says: `${longDate(date, today)}${count > 0 ? `，${count} 场活动` : ''}`,
    });
  }
  return shown;
}

/** The rows of one day, or of the whole month where none is chosen. */
export const rowsOn = (days: Days, date: LocalDate, today: LocalDate, now: number): EventRow[] =>
  days
    .filter(({ on }) => date === '' || on === date)
    .flatMap(({ events }) => events.map((event) => eventRow(event, today, now)));
