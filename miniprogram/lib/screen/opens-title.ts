import { open, routes } from '../routes';
import { dataOf, type Said } from './event';
import type { Part } from './part';

interface OpensTitle {
  /** `bind:open` of a component that shows a title, or `bind:tap` of what carries its `data-id`. */
  openTitle(event: Said<{ titleId?: string }>): void;
}

/** Titles on the page lead to their own page. */
export const opensTitle: Part<object, OpensTitle> = {
  name: 'opensTitle',
  data: () => ({}),
  methods: {
    openTitle(event) {
      const titleId = event.detail.titleId ?? dataOf(event).id;
      if (titleId) open(routes.title(titleId));
    },
  },
};
