import { elderMode, keepLook, lookNow } from '../look';
import type { Drawn, Part } from './part';

/** The theme and elder mode, as a class of the page root. */
export const look: Part<{ look: string; elder: boolean }, object> = {
  name: 'look',
  data: () => ({ look: lookNow(), elder: elderMode() }),
  methods: {},
  hooks: {
    onShow(this: Drawn) {
      keepLook(this);
    },
  },
};
