import type { Outcome } from '../call';
import { fill } from '../load';
import { refresh, startLoading, type Loaded, type Loads } from './loads';
import type { Drawn, Part } from './part';

interface Gathers<T> {
  /** All that the page needs, or the first of it that did not come. */
  gather(): Promise<Outcome<T>>;
  /** What was gathered as the page's data. */
  shown(value: T): Record<string, unknown>;
}

/** Like `loads`, where several readings, and what the phone has kept, fill the page only together. */
export function gathers<T>(when: 'shown' | 'opened' = 'shown'): Part<Loaded, Loads, Gathers<T>> {
  return {
    name: 'gathers',
    data: () => ({ state: { kind: 'loading' } }),
    methods: {
      async load(this: Drawn & Gathers<T> & { data: Loaded }) {
        await fill<T>(this, { read: () => this.gather(), show: (value) => this.shown(value) });
      },
    },
    hooks: { onPullDownRefresh: refresh },
    afterwards: startLoading(when),
  };
}
