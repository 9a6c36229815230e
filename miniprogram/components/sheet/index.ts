/**
 * A sheet from the foot of the screen with a heading and a close button. Events: `close`. Slots: default,
 * `foot`.
 */
Component({
  options: { multipleSlots: true },
  properties: {
    visible: { type: Boolean, value: false },
    heading: { type: String, value: '' },
    /** It may come up while another sheet lies open, and lies over that one. */
    above: { type: Boolean, value: false },
  },
  data: { overAll: { zIndex: 11900 } },
  methods: {
    close() {
      this.triggerEvent('close');
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.triggerEvent('close');
    },
  },
});
