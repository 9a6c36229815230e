/** Every reason at once, each with what to do next. `lines` come from lib/refusals. */
Component({
  properties: {
    lines: { type: Array, value: [] as { code: string; text: string; next?: string }[] },
    heading: { type: String, value: '' },
  },
});
