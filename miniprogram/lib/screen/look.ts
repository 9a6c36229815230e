import { elderMode, keepLook, lookNow } from '../look';
import { offerUpdate } from '../update';
import type { Drawn, Part } from './part';

/** The theme and elder mode, as a class of the page root; a new version is offered where a page is shown. */
export const look: Part<{ look: string; elder: boolean }, object> = {
  name: 'look',
  data: () => ({ look: lookNow(), elder: elderMode() }),
  methods: {},
  hooks: {
    onShow(this: Drawn) {
      keepLook(this);
      offerUpdate();
    },
  },
};
