import type { Part } from './part';

interface Acted {
  acted(): Promise<void>;
  notActed(): Promise<void>;
}

interface Loads {
  load(): Promise<void>;
}

/** Whatever became of an act: a page that loads looks again at what stands there now. */
export const loadsAgain: Part<object, Acted> = {
  name: 'loadsAgain',
  data: () => ({}),
  methods: {
    async acted(this: Loads) {
      await this.load();
    },
    async notActed(this: Loads) {
      await this.load();
    },
  },
};
