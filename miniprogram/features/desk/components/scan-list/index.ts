import type { ScanRow } from '../../scan-row';

/**
 * The scans before the last one, newest first. Events `retry`, `undo`, `override` with `{ key }`, `pay` with
 * `{ readerId }`.
 */
Component({
  properties: { rows: { type: Array, value: [] as ScanRow[] } },
  methods: {
    retry(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('retry', { key: keyOf(event) });
    },
    undo(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('undo', { key: keyOf(event) });
    },
    override(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('override', { key: keyOf(event) });
    },
    pay(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('pay', { readerId: keyOf(event) });
    },
  },
});

function keyOf(event: WechatMiniprogram.TouchEvent): string {
  return String(event.currentTarget.dataset.key);
}
