import type { Refusal } from '../../../typings/contract';
import type { Outcome } from '../call';
import { refusalLines, type RefusalLine } from '../refusals';
import { headingOf, lines } from '../tell';
import type { Once } from './once';
import type { Drawn, Part } from './part';

export interface Submits {
  /**
   * Sends what was filled in, once. Why not is told in place: `refusals` under the heading `no`, for a
   * `refusal-list` near the button. `more`: what the page shows beside that, or in its place. Resolves to the
   * value, or undefined.
   */
  submit<T>(
    what: string,
    no: string,
    run: () => Promise<Outcome<T>>,
    more?: (outcome: Exclude<Outcome<T>, { kind: 'value' }>) => Record<string, unknown>,
  ): Promise<T | undefined>;
  /**
   * Tells in place why something did not come about, with what the page shows beside; of what did, nothing.
   */
  explain<T>(outcome: Outcome<T>, no: string, beside?: Record<string, unknown>): void;
  /** The page itself sees what is missing: said in the same place, and nothing is sent. */
  missing(text: string): void;
}

/**
 * A form: its WXML shows `refusals` and `no`. `said`: the words of refusals where they are not the readers'.
 */
export function submits(
  said: (refusals: Refusal[]) => RefusalLine[] = refusalLines,
): Part<{ refusals: RefusalLine[]; no: string }, Submits> {
  return {
    name: 'submits',
    data: () => ({ refusals: [], no: '' }),
    methods: {
      async submit<T>(
        this: Drawn & Once & Submits,
        what: string,
        no: string,
        run: () => Promise<Outcome<T>>,
        more?: (outcome: Exclude<Outcome<T>, { kind: 'value' }>) => Record<string, unknown>,
      ) {
        const outcome = await this.once(what, () => {
          this.setData({ refusals: [] });
          return run();
        });
        if (!outcome) return undefined;
        if (outcome.kind === 'value') return outcome.value;
        this.explain(outcome, no, more?.(outcome));
        return undefined;
      },
      explain<T>(this: Drawn, outcome: Outcome<T>, no: string, beside = {}) {
        if (outcome.kind === 'value') return;
        const refusals = outcome.kind === 'refused' ? said(outcome.refusals) : (lines(outcome) ?? []);
        this.setData({ refusals, no: headingOf(outcome, no), ...beside });
      },
      missing(this: Drawn, text: string) {
        this.setData({ refusals: [{ code: 'missing', text }], no: '' });
      },
    },
  };
}
