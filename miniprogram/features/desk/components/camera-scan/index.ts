/**
 * The camera that stays open and reads one code after another (platform 7.2): book after book passes under
 * the phone. Events: `scan` with `{ code }`, `close`. A code that stays in view is told once.
 */
Component({
  data: { refused: false },
  lifetimes: {
    attached() {
      seen.set(this, { code: '', at: 0 });
    },
  },
  methods: {
    found(event: WechatMiniprogram.CustomEvent<{ result: string }>) {
      const code = event.detail.result.trim();
      const last = seen.get(this);
      const now = Date.now();
      // The clock starts anew with every sighting: a book that lies still under the phone is one scan.
      const same = last !== undefined && last.code === code && now - last.at < GONE_MS;
      seen.set(this, { code, at: now });
      if (code && !same) this.triggerEvent('scan', { code });
    },
    refuse() {
      this.setData({ refused: true });
    },
    allow() {
      wx.openSetting({
        success: ({ authSetting }) => this.setData({ refused: authSetting['scope.camera'] !== true }),
      });
    },
    close() {
      this.triggerEvent('close');
    },
  },
});

/** Out of view for this long, a code that comes again is meant again. */
const GONE_MS = 2_000;
const seen = new WeakMap<object, { code: string; at: number }>();
