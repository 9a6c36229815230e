import dayjs from 'dayjs';
import type { Instant, LocalDate } from '../../typings/contract';

/** The library stands in UTC+8 the year round; a reader abroad still sees the library's days and hours. */
const OFFSET_MS = 8 * 3_600_000;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/**
 * A date is calculated with as if it were UTC, so that the phone's own zone and summer time never shift a
 * day.
 */
function day(date: LocalDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}

export function localDateOf(instant: Instant | number): LocalDate {
  return new Date(new Date(instant).getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

export function daysBetween(from: LocalDate, to: LocalDate): number {
  return day(to) - day(from);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date((day(date) + days) * 86_400_000).toISOString().slice(0, 10);
}

export function weekday(date: LocalDate): string {
  return WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
}

/** "11月26日 周四", with the year when it is not this one. */
export function longDate(date: LocalDate, today?: LocalDate): string {
  const text = dayjs(`${date}T00:00`).format('M月D日');
  const year = today && today.slice(0, 4) !== date.slice(0, 4) ? `${date.slice(0, 4)}年` : '';
  return `${year}${text} ${weekday(date)}`;
}

/** "11月26日". */
export function shortDate(date: LocalDate, today?: LocalDate): string {
  return longDate(date, today).split(' ')[0] ?? '';
}

/** A text of the library with its days as people say them: "2026-11-25" becomes "11月25日 周三". */
export function datesInWords(text: string, today: LocalDate): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => longDate(date, today));
}

/** "14:30" where the library stands. */
export function clock(instant: Instant): string {
  return new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(11, 16);
}

/** "今天 14:30", "明天 …", "11月26日 周四 14:30". */
export function moment(instant: Instant, today: LocalDate): string {
  const date = localDateOf(instant);
  const away = daysBetween(today, date);
  const near = away === 0 ? '今天' : away === 1 ? '明天' : away === -1 ? '昨天' : longDate(date, today);
  return `${near} ${clock(instant)}`;
}

/** "11月26日 周四 14:30–16:00"; the end with its own day when it is another one. */
export function span(startsAt: Instant, endsAt: Instant, today: LocalDate): string {
  const sameDay = localDateOf(startsAt) === localDateOf(endsAt);
  return `${moment(startsAt, today)}–${sameDay ? clock(endsAt) : moment(endsAt, today)}`;
}

/** "逾期 2 天", "今天到期", "明天到期", "还有 3 天". */
export function dueText(daysLeft: number): string {
  if (daysLeft < 0) return `逾期 ${-daysLeft} 天`;
  if (daysLeft === 0) return '今天到期';
  if (daysLeft === 1) return '明天到期';
  return `还有 ${daysLeft} 天`;
}

type DueTone = 'overdue' | 'soon' | 'calm';

export function dueTone(daysLeft: number): DueTone {
  return daysLeft < 0 ? 'overdue' : daysLeft <= 3 ? 'soon' : 'calm';
}

/** "48:05", "1:02:09" of seconds. */
export function lengthText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const pad = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  return h ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`;
}

/** A moment of the library, from its day and its hour. "" where the hour is none. */
export function momentOf(date: LocalDate, time: string): Instant {
  const hour = /^(\d{1,2})[:：](\d{2})$/.exec(time.trim());
  if (!hour || Number(hour[1]) > 23 || Number(hour[2]) > 59) return '';
  const at = new Date(`${date}T${(hour[1] ?? '').padStart(2, '0')}:${hour[2] ?? ''}:00+08:00`);
  return Number.isNaN(at.getTime()) ? '' : at.toISOString();
}
