import type { ScanRow } from '../../scan-session';

/** The scan that was just made, as large as the screen allows. Event `retry` with `{ key }`. */
Component({
  properties: { row: { type: Object, value: null as unknown as ScanRow } },
  methods: {
    retry() {
      this.triggerEvent('retry', { key: this.data.row.key });
    },
  },
});
