import type { PageState } from '../../lib/load';
import { open, routes } from '../../lib/routes';

/**
 * What a page shows instead of its content: skeleton, nothing found, refused, broken, offline. With content
 * it adds the line that says when the content is the last known one. Events: `retry`, `action` (the button of
 * the empty state).
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
  data: { needsCard: false },
  observers: {
    state(state: PageState) {
      const needsCard = state?.kind === 'refused' && state.lines.some(({ code }) => code === 'no_card');
      if (needsCard !== this.data.needsCard) this.setData({ needsCard });
    },
  },
  methods: {
    apply() {
      open(routes.apply);
    },
    link() {
      open(routes.link);
    },
    retry() {
      this.triggerEvent('retry');
    },
    action() {
      this.triggerEvent('action');
    },
  },
});
