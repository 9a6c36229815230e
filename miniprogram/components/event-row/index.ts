import type { EventRow } from './event-view';

/**
 * An event in a list: its day, what and where, and whether there is a place. Event `open` with `{ eventId }`.
 */
Component({
  properties: { row: { type: Object, value: null as unknown as EventRow } },
  methods: {
    open() {
      this.triggerEvent('open', { eventId: this.data.row.eventId });
    },
  },
});
