import { open, routes } from '../routes';
import type { Drawn, Part } from './part';

interface CardSheet {
  closeSheet(): void;
  apply(): void;
  link(): void;
}

type Page = Drawn & CardSheet;

/** The sheets of a page, one at a time by `sheet`; where a card is needed, the two ways to one. */
export const cardSheet: Part<object, CardSheet> = {
  name: 'cardSheet',
  data: () => ({}),
  methods: {
    closeSheet(this: Page) {
      this.setData({ sheet: '' });
    },
    apply(this: Page) {
      this.closeSheet();
      open(routes.apply);
    },
    link(this: Page) {
      this.closeSheet();
      open(routes.link);
    },
  },
};
