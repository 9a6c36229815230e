/**
 * The line at the foot in which something is written or said. Events: `say` with `{ text }` once it is sent,
 * `type` while it is written, `record`, `stop` and `cancel` of a voice, `picture`, `document`. Slot: what
 * else can be sent.
 */
Component({
  properties: {
    placeholder: { type: String, value: '' },
    /** Put into the box, to be changed and sent again. */
    given: { type: String, value: '' },
    /** It listens now; and for how long, seconds. */
    recording: { type: Object, value: { on: false, seconds: 0 } },
    longest: { type: Number, value: 60 },
  },
  data: { text: '', more: false },
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
    toggleMore() {
      this.setData({ more: !this.data.more });
    },
    record() {
      this.setData({ more: false });
      this.triggerEvent('record');
    },
    stop() {
      this.triggerEvent('stop');
    },
    cancel() {
      this.triggerEvent('cancel');
    },
    picture() {
      this.setData({ more: false });
      this.triggerEvent('picture');
    },
    document() {
      this.setData({ more: false });
      this.triggerEvent('document');
    },
  },
});
