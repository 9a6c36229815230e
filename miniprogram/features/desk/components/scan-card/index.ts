import type { ScanRow } from '../../scan-row';

/**
 * The scan that was just made, as large as the screen allows. Events `retry`, `undo`, `override` with
 * `{ key }`, `pay` with `{ readerId }`, `conflict`.
 */
Component({
  properties: { row: { type: Object, value: null as unknown as ScanRow } },
  methods: {
    retry() {
      this.triggerEvent('retry', { key: this.data.row.key });
    },
    undo() {
      this.triggerEvent('undo', { key: this.data.row.key });
    },
    override() {
      this.triggerEvent('override', { key: this.data.row.key });
    },
    pay() {
      this.triggerEvent('pay', { readerId: this.data.row.payer });
    },
    conflict() {
      this.triggerEvent('conflict');
    },
  },
});
