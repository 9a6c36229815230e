type Hours = { from: string; to: string } | null;

export interface HoursRow {
  /** 0 is Sunday, as the library counts. */
  weekday: number;
  name: string;
  open: boolean;
  from: string;
  to: string;
}

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** The week from Monday on, as people read it. */
export function hoursRows(weeklyHours: Hours[]): HoursRow[] {
  return [1, 2, 3, 4, 5, 6, 0].map((weekday) => {
    const hours = weeklyHours[weekday] ?? null;
    return {
      weekday,
      name: WEEKDAYS[weekday] ?? '',
      open: hours !== null,
      from: hours?.from ?? '09:00',
      to: hours?.to ?? '17:00',
    };
  });
}

export function weeklyHoursOf(rows: HoursRow[]): Hours[] {
  return WEEKDAYS.map((_, weekday) => {
    const row = rows.find((each) => each.weekday === weekday);
    return row?.open ? { from: row.from, to: row.to } : null;
  });
}

/** The first open day's hours for every open day: most branches keep the same all week. */
export function sameForAll(rows: HoursRow[]): HoursRow[] {
  const first = rows.find(({ open }) => open);
  if (!first) return rows;
  const { from, to } = first;
  return rows.map((row) => (row.open ? { ...row, from, to } : row));
}

/** What is wrong with a week, before it is sent; '' when it may be. */
export function wrongHours(rows: HoursRow[]): string {
  const backwards = rows.filter(({ open, from, to }) => open && from >= to).map(({ name }) => name);
  return backwards.length > 0 ? `${backwards.join('、')}的闭馆时间要晚于开馆时间。` : '';
}
