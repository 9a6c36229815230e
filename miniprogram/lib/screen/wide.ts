import { deskWidth } from '../width';
import type { Drawn, Part } from './part';

/** Pages of staff have two columns where there is room: `width` is a class of the page root. */
export const wide: Part<{ width: '' | 'wide' }, object> = {
  name: 'wide',
  data: () => ({ width: deskWidth() }),
  methods: {},
  hooks: {
    onResize(this: Drawn) {
      this.setData({ width: deskWidth() });
    },
  },
};
