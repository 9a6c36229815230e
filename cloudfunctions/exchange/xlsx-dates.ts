/**
 * Number formats that are dates wherever they are used: the built-in ones, with those of Chinese and Japanese
 * Excel.
 */
const builtIn = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/**
 * Whether a number shown in this format is a date: its code has a year, month, day or hour outside quotes and
 * brackets.
 */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtIn(id);
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  return /[ymdh年月日]/i.test(bare) && !/^general$/i.test(bare);
}

const DAY = 86_400_000;

/**
 * Days since the beginning of Excel's time as 2026-11-22; the day that 1900 did not have is accounted for.
 */
export function textOfDate(days: number, from1904: boolean): string {
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const date = new Date(start + Math.floor(days) * DAY);
  return Number.isNaN(date.getTime()) ? String(days) : date.toISOString().slice(0, 10);
}
