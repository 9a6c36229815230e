interface Interval {
  name: string;
  value: string;
  note: string;
  bar: { from: number; width: number; at: number } | null;
  spoken: string;
}

/** Rates between none and all, each with its interval and a line to compare them with, in percent. */
Component({
  properties: {
    list: { type: Array, value: [] as Interval[] },
    line: { type: Number, value: 0 },
  },
});
