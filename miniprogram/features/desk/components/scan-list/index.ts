import type { ScanRow } from '../../scan-session';

/** The scans before the last one, newest first. Event `retry` with `{ key }`. */
Component({
  properties: { rows: { type: Array, value: [] as ScanRow[] } },
  methods: {
    retry(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('retry', { key: String(event.currentTarget.dataset.key) });
    },
  },
});
