import type { TitleRow } from '../../list-view';

/**
 * A title on a list with what can be had of it and why it is there; `editable` adds its menu. Events: `open`,
 * `menu`.
 */
Component({
  properties: {
    row: { type: Object, value: null as unknown as TitleRow },
    editable: { type: Boolean, value: false },
  },
  methods: {
    open() {
      if (!this.data.row.gone) this.triggerEvent('open', { titleId: this.data.row.book.titleId });
    },
    menu() {
      this.triggerEvent('menu');
    },
  },
});
