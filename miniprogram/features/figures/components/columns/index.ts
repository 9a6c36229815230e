import type { Column } from '../../figures-view';

/**
 * A column for each day with a mark at last year's height; the numbers as a table with a tap, and for who
 * listens.
 */
Component({
  properties: { list: { type: Array, value: [] as Column[] } },
  data: { bars: [] as (Column & { height: number; mark: number })[], most: 0, asTable: false },
  observers: {
    list(list: Column[]) {
      const most = Math.max(1, ...list.flatMap(({ value, before }) => [value, before]));
      this.setData({
        most,
        bars: list.map((each) => ({
          ...each,
          height: Math.round((each.value / most) * 100),
          mark: Math.round((each.before / most) * 100),
        })),
      });
    },
  },
  methods: {
    flip() {
      this.setData({ asTable: !this.data.asTable });
    },
  },
});
