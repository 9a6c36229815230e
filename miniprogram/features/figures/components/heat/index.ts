const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
/** Hours that are drawn: the doors are open within them. */
const FROM = 8;
const TO = 21;

interface Cell {
  /** Of the busiest hour, in tenths. */
  shade: number;
  loans: number;
}

/** How busy each hour of the week is. */
Component({
  properties: { list: { type: Array, value: [] as number[][] } },
  data: { rows: [] as { name: string; cells: Cell[]; spoken: string }[], hours: [] as string[] },
  observers: {
    list(list: number[][]) {
      const most = Math.max(1, ...list.flat());
      const hours = Array.from({ length: TO - FROM }, (_, at) => FROM + at);
      this.setData({
        hours: hours.map((hour) => (hour % 3 === 0 ? String(hour) : '')),
        rows: list.map((row, day) => {
          const cells = hours.map((hour) => ({
            loans: row[hour] ?? 0,
            shade: Math.round(((row[hour] ?? 0) / most) * 10) / 10,
          }));
          const told = hours.flatMap((hour) => (row[hour] ? [`${hour} 点 ${row[hour]}`] : []));
          return {
            name: WEEKDAYS[day] ?? '',
            cells,
            spoken: `${WEEKDAYS[day] ?? ''}：${told.join('，') || '没有借出'}`,
          };
        }),
      });
    },
  },
});
