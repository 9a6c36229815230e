/**
 * The foot of a list that is read page by page (lib/more.ts). Event `more` when a failed page is asked for
 * again.
 */
Component({
  properties: {
    /** "idle", "loading" or "failed". */
    more: { type: String, value: 'idle' },
    /** Where the next page starts; '' on the last one. */
    next: { type: String, value: '' },
  },
  methods: {
    retry() {
      this.triggerEvent('more');
    },
  },
});
