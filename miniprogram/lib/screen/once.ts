import type { Outcome } from '../call';
import { tell } from '../tell';
import type { Part } from './part';

interface Busy {
  data: { busy: string };
  setData(data: { busy: string }): void;
}

export interface Once {
  /**
   * Does one thing at a time: a tap while another is under way does nothing and resolves to undefined. `busy`
   * in the page's data says which is (`what`), so that its button can show it.
   */
  once<T>(what: string, run: () => Promise<T>): Promise<T | undefined>;
  /**
   * The same for a write that has no better place to say what became of it: `done` in a toast, or why not in
   * a dialog. Resolves to the value, or undefined.
   */
  does<T>(what: string, run: () => Promise<Outcome<T>>, done?: string): Promise<T | undefined>;
}

/** Two taps are one. */
export const once: Part<{ busy: string }, Once> = {
  name: 'once',
  data: () => ({ busy: '' }),
  methods: {
    async once<T>(this: Busy, what: string, run: () => Promise<T>): Promise<T | undefined> {
      if (this.data.busy) return undefined;
      this.setData({ busy: what });
      try {
        return await run();
      } finally {
        this.setData({ busy: '' });
      }
    },
    async does<T>(
      this: Busy & Once,
      what: string,
      run: () => Promise<Outcome<T>>,
      done?: string,
    ): Promise<T | undefined> {
      const outcome = await this.once(what, run);
      return outcome && tell(outcome, done) ? outcome.value : undefined;
    },
  },
};
