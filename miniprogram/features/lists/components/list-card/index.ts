import type { CardView } from '../../list-view';

/** A list among others: its first covers, its name, who made it. Event: `open`. */
Component({
  properties: { card: { type: Object, value: null as unknown as CardView } },
  methods: {
    open() {
      this.triggerEvent('open', { listId: this.data.card.listId });
    },
  },
});
