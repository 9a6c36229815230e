import type { HitRow } from './hit-view';

/** A found title: what it is, whether it can be had, where it stands. Event `open` with `{ titleId }`. */
Component({
  properties: { hit: { type: Object, value: null as unknown as HitRow } },
  methods: {
    open() {
      this.triggerEvent('open', { titleId: this.data.hit.titleId });
    },
  },
});
