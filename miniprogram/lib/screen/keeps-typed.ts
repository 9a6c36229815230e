import { dataOf } from './event';
import type { Part } from './part';

interface Keeps<F extends string> {
  /** `bindinput` of the fields, `data-name` says which. */
  type(event: WechatMiniprogram.Input): void;
  keep(name: F, value: string): void;
}

interface Page<F extends string> extends Keeps<F> {
  data: { remarks: Partial<Record<F, string>> };
  undrawn: { typed: Record<F, string> };
  setData(data: Record<string, unknown>): void;
}

/** What is typed is kept beside the data: nothing is drawn at each letter, but that a remark goes. */
export const keepsTyped = <F extends string>(
  isField: (name: string | undefined) => name is F,
): Part<object, Keeps<F>> => ({
  name: 'keepsTyped',
  data: () => ({}),
  methods: {
    type(this: Page<F>, event) {
      const { name } = dataOf(event);
      if (isField(name)) this.keep(name, event.detail.value);
    },
    keep(this: Page<F>, name, value) {
      this.undrawn.typed = { ...this.undrawn.typed, [name]: value };
      if (this.data.remarks[name]) this.setData({ [`remarks.${name}`]: '' });
    },
  },
});
