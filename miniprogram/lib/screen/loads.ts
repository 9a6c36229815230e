import type { LocalDate } from '../../../typings/contract';
import type { Action, Input, Outcome, Output } from '../call';
import { load, type PageState } from '../load';
import { libraryToday } from '../session';
import type { Drawn, Part } from './part';

/** What the page answers for a part that loads. */
interface Answers<A extends Action, Asked = Input<A>> {
  /** What is asked with, from the page's data; undefined while that is not known. Left out: nothing. */
  asked?(): Asked | undefined | Promise<Asked | undefined>;
  /** What is done with what came beside showing it, whichever it is. */
  loaded?(outcome: Outcome<Output<A>>): void | Promise<void>;
  /** What is loaded beside it, and fails by itself. */
  beside?(): Promise<void>;
}

/** An action that can be asked with nothing needs no `asked` on its page; every other one does. */
export type Asks<A extends Action, Asked = Input<A>> = Answers<A, Asked> &
  (Record<never, never> extends Asked ? unknown : Required<Pick<Answers<A, Asked>, 'asked'>>);

type Shows<A extends Action> = Asks<A> & {
  /** The answer as the page's data. */
  shown(value: Output<A>): Record<string, unknown>;
};

export interface LoadOptions<A extends Action> {
  /** The answer is kept on the phone: shown at once the next time, and alone without a network. */
  keep?: boolean | ((input: Input<A>) => string);
  /** "shown": whenever the page comes up, so that it is never stale; "opened": once. */
  when?: 'shown' | 'opened';
  /** See `replaces` of lib/load.ts. */
  replaces?: boolean;
}

export interface Loads {
  /** Asks for the page's content anew; what stands stays until the answer is there. */
  load(): Promise<void>;
}

export interface Loaded {
  state: PageState;
}

/** What the parts that load see of their page. */
export interface Loading<A extends Action, Asked = Input<A>> extends Drawn, Loads, Answers<A, Asked> {
  data: Loaded;
}

/**
 * One reading call fills the page: loading, slow, refused, failed, offline, the last known answer, pulling
 * down. Its WXML stands in a `page-state`, whose `retry` is `load`.
 */
export function loads<A extends Action, Shown extends object>(
  action: A,
  show: (value: Output<A>, today: LocalDate) => Shown,
  options?: LoadOptions<A>,
): Part<Loaded & Partial<Shown>, Loads, Asks<A>>;
export function loads<A extends Action>(
  action: A,
  show?: undefined,
  options?: LoadOptions<A>,
): Part<Loaded, Loads, Shows<A>>;
export function loads<A extends Action>(
  action: A,
  show?: (value: Output<A>, today: LocalDate) => object,
  { keep = false, when = 'shown', replaces = false }: LoadOptions<A> = {},
): Part<Loaded, Loads> {
  return {
    name: `loads(${action})`,
    data: () => ({ state: { kind: 'loading' } }),
    methods: {
      async load(this: Loading<A> & Shows<A>) {
        const beside = this.beside?.();
        const input = await askedOf(this);
        if (input !== undefined) {
          const outcome = await load(this, {
            action,
            input,
            show: (value) => ({ ...(show ? show(value, libraryToday()) : this.shown(value)) }),
            ...(keep ? { keepAs: keptAs(action, input, keep) } : {}),
            replaces,
          });
          await this.loaded?.(outcome);
        }
        await beside;
      },
    },
    hooks: { onPullDownRefresh: refresh },
    afterwards: startLoading(when),
  };
}

/** What a page is asked with: an action that needs nothing is asked with nothing. */
export async function askedOf<A extends Action, Asked>(page: Loading<A, Asked>): Promise<Asked | undefined> {
  // Where `asked` may be left out, an empty input is one of the action's: Asks<A> holds that.
  return page.asked ? page.asked() : ({} as Asked);
}

/** Under which an answer is kept: the action with what it was asked. */
export function keptAs<A extends Action>(
  action: A,
  input: Input<A>,
  keep: true | ((input: Input<A>) => string),
): string {
  if (keep !== true) return keep(input);
  const text = JSON.stringify(input);
  return text === '{}' ? action : `${action} ${text}`;
}

export async function refresh(this: Loads): Promise<void> {
  await this.load();
  wx.stopPullDownRefresh();
}

export function startLoading(when: 'shown' | 'opened') {
  const start = function (this: Loads) {
    return this.load();
  };
  return when === 'shown' ? { onShow: start } : { onLoad: start };
}
