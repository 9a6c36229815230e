import type { PageState } from '../../lib/load';

/**
 * What a page shows instead of its content: skeleton, nothing found, refused, broken, offline. With content it adds the
 * line that says when the content is the last known one. Events: `retry`, `action` (the button of the empty state).
 */
Component({
  properties: {
    state: { type: Object, value: { kind: 'loading' } as PageState },
    /** "list", "page" or "cards": the shape that the skeleton has. */
    skeleton: { type: String, value: 'list' },
    empty: { type: Boolean, value: false },
    emptyIcon: { type: String, value: 'book' },
    emptyTitle: { type: String, value: '' },
    emptyText: { type: String, value: '' },
    emptyAction: { type: String, value: '' },
  },
  methods: {
    retry() {
      this.triggerEvent('retry');
    },
    action() {
      this.triggerEvent('action');
    },
  },
});
