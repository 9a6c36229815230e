interface Share {
  name: string;
  value: number;
  note: string;
}

/** Names with a bar as long as their share of the longest, and the number itself. */
Component({
  properties: { list: { type: Array, value: [] as Share[] } },
  data: { rows: [] as (Share & { width: number })[] },
  observers: {
    list(list: Share[]) {
      const most = Math.max(1, ...list.map(({ value }) => value));
      this.setData({
        rows: list.map((each) => ({ ...each, width: Math.max(0, Math.round((each.value / most) * 100)) })),
      });
    },
  },
});
