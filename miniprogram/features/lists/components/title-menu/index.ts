/**
 * What can be done with a title of one's list. Stays open over steps up and down. Events: `step` with
 * `{ step: 'first' | 'up' | 'down' }`, `note`, `take`, `close`.
 */
Component({
  properties: {
    /** Its place among the titles; below 0 the menu is closed. */
    place: { type: Number, value: -1 },
    of: { type: Number, value: 0 },
    name: { type: String, value: '' },
    busy: { type: Boolean, value: false },
  },
  methods: {
    step(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('step', { step: event.currentTarget.dataset.step as string });
    },
    note() {
      this.triggerEvent('note');
    },
    take() {
      this.triggerEvent('take');
    },
    close() {
      this.triggerEvent('close');
    },
  },
});
