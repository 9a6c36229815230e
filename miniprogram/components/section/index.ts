/** A part of a page under a heading; with `more` the heading opens something (event `more`). */
Component({
  options: { multipleSlots: true },
  properties: {
    heading: { type: String, value: '' },
    note: { type: String, value: '' },
    more: { type: String, value: '' },
  },
  methods: {
    open() {
      this.triggerEvent('more');
    },
  },
});
