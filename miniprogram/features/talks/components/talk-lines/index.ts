import { dataOf } from '../../../../lib/screen/event';
import type { LineRow } from '../../talk-view';

/**
 * What was said, oldest first. Events: `card` with `{ kind, id, filters }`, `media` with `{ id, what, name }`
 * of what is to be opened, `judge` with the same of what people have to look at, `take` with `{ number }`
 * (take back), `again` and `drop` with `{ key }` of a line that did not arrive.
 */
Component({
  properties: {
    rows: { type: Array, value: [] as LineRow[] },
    /** The voice that is heard now; '': none. */
    playing: { type: String, value: '' },
  },
  methods: {
    openCard(event: WechatMiniprogram.TouchEvent) {
      const { kind = '', id = '', filters = '' } = dataOf(event);
      this.triggerEvent('card', { kind, id, filters });
    },
    openMedia(event: WechatMiniprogram.TouchEvent) {
      const { id = '', what = '', name = '', act = 'media' } = dataOf(event);
      this.triggerEvent(act, { id, what, name });
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
