import { wedgeHere } from './wedge';

/**
 * Where codes come in: a keyboard-wedge scanner types them and ends with Enter, a hand types them and taps
 * 确认. The field takes the focus back after every code and whenever `turn` changes (a dialog closed, the
 * page came back). On a phone it does so only once a keyboard was used here, so that the soft keyboard never
 * covers the work unasked. Event `scan` with `{ code }`.
 */
Component({
  properties: {
    placeholder: { type: String, value: '' },
    /** Any new number asks for the focus. */
    turn: { type: Number, value: 0 },
    /** It stands further down in a form: it takes no focus when the page opens. */
    waits: { type: Boolean, value: false },
  },
  data: { focus: false, focused: false, typed: '', filled: false },
  observers: {
    turn(turn: number) {
      // After the update that changed `turn`: an observer must not set data in the middle of it.
      if (turn > 0 && wedgeHere.is()) wx.nextTick(() => this.takeFocus());
    },
  },
  lifetimes: {
    attached() {
      if (wedgeHere.is() && !this.data.waits)
        soon.set(
          this,
          setTimeout(() => this.takeFocus(), SLID_IN_MS),
        );
    },
    detached() {
      clearTimeout(soon.get(this) ?? 0);
    },
  },
  pageLifetimes: {
    show() {
      if (wedgeHere.is() && !this.data.waits) this.takeFocus();
    },
  },
  methods: {
    /** `focus` acts only when it changes, so it is let go of first. */
    takeFocus() {
      if (this.data.focused) return;
      if (this.data.focus) this.setData({ focus: false });
      wx.nextTick(() => this.setData({ focus: true }));
    },
    focusIn() {
      this.setData({ focused: true });
    },
    focusOut() {
      this.setData({ focused: false, focus: false });
    },
    tapped() {
      this.takeFocus();
    },
    type(event: WechatMiniprogram.Input) {
      const filled = event.detail.value.trim() !== '';
      if (filled !== this.data.filled) this.setData({ filled });
      codes.set(this, event.detail.value);
    },
    confirm(event: WechatMiniprogram.InputConfirm) {
      wedgeHere.set(true);
      this.hand(event.detail.value);
    },
    tapConfirm() {
      this.hand(codes.get(this) ?? '');
    },
    hand(code: string) {
      codes.delete(this);
      // Set and taken back: the native field clears only when its value changes.
      this.setData({ typed: code });
      wx.nextTick(() => this.setData({ typed: '', filled: false }));
      if (code.trim()) this.triggerEvent('scan', { code: code.trim() });
      this.takeFocus();
    },
  },
});

/** A field that asks for the focus while its page still slides in does not get it. */
const SLID_IN_MS = 350;
const soon = new WeakMap<object, number>();

/**
 * What is being typed, beside the data: echoing it through setData loses the characters of a fast scanner.
 */
const codes = new WeakMap<object, string>();
