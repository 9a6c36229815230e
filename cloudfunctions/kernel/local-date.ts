import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import utc from 'dayjs/plugin/utc';
import type { Instant, LocalDate } from '../../typings/contract/shapes';

dayjs.extend(utc);
dayjs.extend(customParseFormat);

/** The library stands in China: UTC+8 all year, whatever the clock of the machine says. */
const OFFSET_MINUTES = 8 * 60;
const DAY = 'YYYY-MM-DD';

/** The library's calendar day of a moment. */
export const localDateOf = (at: Instant): LocalDate => dayjs.utc(at).utcOffset(OFFSET_MINUTES).format(DAY);

/** The library's time of day of a moment, "09:05". */
export const localTimeOf = (at: Instant): string => dayjs.utc(at).utcOffset(OFFSET_MINUTES).format('HH:mm');

/** The moment when a local day has the given time, "00:00" by default. */
export const instantOf = (date: LocalDate, time = '00:00'): Instant =>
  dayjs.utc(`${date}T${time}:00Z`).subtract(OFFSET_MINUTES, 'minute').toISOString();

export const addDays = (date: LocalDate, days: number): LocalDate =>
  dayjs.utc(date).add(days, 'day').format(DAY);

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  dayjs.utc(to).diff(dayjs.utc(from), 'day');

/** 0 is Sunday. */
export const weekdayOf = (date: LocalDate): number => dayjs.utc(date).day();

/** The same day of a later month, or the last of it when that is shorter. */
export const addMonths = (date: LocalDate, months: number): LocalDate =>
  dayjs.utc(date).add(months, 'month').format(DAY);

export const addYears = (date: LocalDate, years: number): LocalDate =>
  dayjs.utc(date).add(years, 'year').format(DAY);

/** Full years of age on a day. */
export const ageOn = (birthDate: LocalDate, on: LocalDate): number =>
  dayjs.utc(on).diff(dayjs.utc(birthDate), 'year');

export const addMinutes = (at: Instant, minutes: number): Instant =>
  dayjs.utc(at).add(minutes, 'minute').toISOString();

/** Whether a text is a day that exists, "2026-02-29" is not. */
export const isLocalDate = (text: string): boolean => dayjs.utc(text, DAY, true).isValid();

/** Whole minutes from one moment to another; negative when `to` is earlier. */
export const minutesBetween = (from: Instant, to: Instant): number =>
  dayjs.utc(to).diff(dayjs.utc(from), 'minute');
