import { dataOf } from '../../../../lib/screen/event';
import type { LineRow } from '../../talk-view';

/**
 * What was said, oldest first. Events: `card` with `{ kind, id }`, `take` with `{ number }` (take back),
 * `again` and `drop` with `{ key }` of a line that did not arrive.
 */
Component({
  properties: {
    rows: { type: Array, value: [] as LineRow[] },
  },
  methods: {
    openCard(event: WechatMiniprogram.TouchEvent) {
      const { kind = '', id = '' } = dataOf(event);
      this.triggerEvent('card', { kind, id });
    },
    takeBack(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('take', { number: Number(dataOf(event).number) });
    },
    again(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('again', { key: dataOf(event).key ?? '' });
    },
    drop(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('drop', { key: dataOf(event).key ?? '' });
    },
  },
});
