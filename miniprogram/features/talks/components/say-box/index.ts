/**
 * The line at the foot in which something is written. Events: `say` with `{ text }` once it is sent, `type`
 * while it is written. Slot: what else can be sent.
 */
Component({
  properties: {
    placeholder: { type: String, value: '' },
    /** Put into the box, to be changed and sent again. */
    given: { type: String, value: '' },
  },
  data: { text: '' },
  observers: {
    given(text: string) {
      if (text) this.setData({ text });
    },
  },
  methods: {
    type(event: WechatMiniprogram.Input) {
      this.setData({ text: event.detail.value });
      this.triggerEvent('type');
    },
    send() {
      const text = this.data.text.trim();
      if (!text) return;
      this.setData({ text: '' });
      this.triggerEvent('say', { text });
    },
  },
});
