import type { DayHours } from '../../../typings/contract/rules';

type Span = NonNullable<DayHours['pauses']>[number];

export interface HoursRow {
  /** 0 is Sunday, as the library counts. */
  weekday: number;
  name: string;
  open: boolean;
  from: string;
  to: string;
  pauses: Span[];
}

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const MIDDAY: Span = { from: '12:00', to: '14:00' };

/** The week from Monday on, as people read it. */
export function hoursRows(weeklyHours: (DayHours | null)[]): HoursRow[] {
  return [1, 2, 3, 4, 5, 6, 0].map((weekday) => {
    const hours = weeklyHours[weekday] ?? null;
    return {
      weekday,
      name: WEEKDAYS[weekday] ?? '',
      open: hours !== null,
      from: hours?.from ?? '09:00',
      to: hours?.to ?? '17:00',
      pauses: hours?.pauses ?? [],
    };
  });
}

export function weeklyHoursOf(rows: HoursRow[]): (DayHours | null)[] {
  return WEEKDAYS.map((_, weekday) => {
    const row = rows.find((each) => each.weekday === weekday);
    if (!row?.open) return null;
    const { from, to, pauses } = row;
    return { from, to, ...(pauses.length > 0 && { pauses }) };
  });
}

/** The first open day's hours for every open day: most branches keep the same all week. */
export function sameForAll(rows: HoursRow[]): HoursRow[] {
  const first = rows.find(({ open }) => open);
  if (!first) return rows;
  const { from, to, pauses } = first;
  return rows.map((row) =>
    row.open ? { ...row, from, to, pauses: pauses.map((each) => ({ ...each })) } : row,
  );
}

/** Every open day that has none yet is closed at midday, where it is open then at all. */
export function withMidday(rows: HoursRow[]): HoursRow[] {
  return rows.map((row) =>
    row.open && row.pauses.length === 0 && row.from < MIDDAY.from && MIDDAY.to < row.to
      ? { ...row, pauses: [{ ...MIDDAY }] }
      : row,
  );
}

export const withoutPause = (row: HoursRow, number: number): HoursRow => ({
  ...row,
  pauses: row.pauses.filter((_, n) => n !== number),
});

const inOrder = (times: readonly string[]): boolean =>
  times.every((time, n) => n === 0 || (times[n - 1] ?? '') < time);

/** What is wrong with a week, before it is sent; '' when it may be. */
export function wrongHours(rows: HoursRow[]): string {
  const open = rows.filter((row) => row.open);
  const named = (wrong: HoursRow[], why: string): string =>
    wrong.length > 0 ? `${wrong.map(({ name }) => name).join('、')}${why}` : '';
  const backwards = open.filter(({ from, to }) => from >= to);
  const outside = open.filter(
    ({ from, to, pauses }) => !inOrder([from, ...pauses.flatMap((pause) => [pause.from, pause.to]), to]),
  );
  return named(backwards, '的闭馆时间要晚于开馆时间。') || named(outside, '中间闭馆的时间要在开馆时间之内。');
}
