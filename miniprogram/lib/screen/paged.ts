import type { LocalDate } from '../../../typings/contract';
import type { Input, Output } from '../call';
import { load } from '../load';
import { loadMore, type ListAction, type More } from '../more';
import { libraryToday } from '../session';
import {
  askedOf,
  keptAs,
  refresh,
  startLoading,
  type Asks,
  type Loaded,
  type LoadOptions,
  type Loading,
  type Loads,
} from './loads';
import type { Part } from './part';

/** A list is asked for without where a page of it starts. */
type Asked<A extends ListAction> = Omit<Input<A>, 'after'>;

type Heads<A extends ListAction> = Asks<A, Asked<A>> & {
  /** What of the first answer is shown beside the list. */
  head?(value: Output<A>, today: LocalDate): Record<string, unknown>;
};

export interface PagedData<Row extends object> extends Loaded {
  list: Row[];
  next: string;
  more: More;
}

export interface Paged extends Loads {
  loadMore(): Promise<void>;
  /** Another list on the same page: what chooses it changes, and the former one goes at once. */
  afresh(changed: Record<string, unknown>): Promise<void>;
}

interface Rows<A extends ListAction, Row> {
  /** What is drawn of an answer, where that needs something of the page. */
  rowsOf(value: Output<A>, today: LocalDate): Row[];
}

/**
 * A page that is one list: its first page like `loads`, the next ones on reaching the end (`list-foot`).
 * `rows` makes what is drawn of an answer; left out, the page's own `rowsOf` does.
 */
export function paged<A extends ListAction, Row extends object>(
  action: A,
  rows: (value: Output<A>, today: LocalDate) => Row[],
  options?: Pick<LoadOptions<A>, 'keep' | 'when'>,
): Part<PagedData<Row>, Paged, Heads<A>>;
export function paged<A extends ListAction, Row extends object>(
  action: A,
  rows?: undefined,
  options?: Pick<LoadOptions<A>, 'keep' | 'when'>,
): Part<PagedData<Row>, Paged, Heads<A> & Rows<A, Row>>;
export function paged<A extends ListAction, Row extends object>(
  action: A,
  rows?: (value: Output<A>, today: LocalDate) => Row[],
  { keep = false, when = 'shown' }: Pick<LoadOptions<A>, 'keep' | 'when'> = {},
): Part<PagedData<Row>, Paged, Heads<A>> {
  type Page = Loading<A, Asked<A>> & Heads<A> & Rows<A, Row> & Paged & { data: PagedData<Row> };
  const drawn = (page: Page, value: Output<A>): Row[] =>
    rows ? rows(value, libraryToday()) : page.rowsOf(value, libraryToday());
  // `after` may always be left out: what remains asks for the first page.
  const first = (asked: Asked<A>) => asked as Input<A>;
  return {
    name: `paged(${action})`,
    data: () => ({ state: { kind: 'loading' }, list: [], next: '', more: 'idle' }),
    methods: {
      async load(this: Page) {
        const beside = this.beside?.();
        const asked = await askedOf(this);
        if (asked !== undefined) {
          const input = first(asked);
          const outcome = await load<A>(this, {
            action,
            input,
            ...(keep ? { keepAs: keptAs(action, input, keep) } : {}),
            show: (value) => {
              const today = libraryToday();
              const { next = '' }: { next?: string } = value;
              return { ...this.head?.(value, today), list: drawn(this, value), next, more: 'idle' };
            },
          });
          await this.loaded?.(outcome);
        }
        await beside;
      },
      async loadMore(this: Page) {
        const asked = await askedOf(this);
        if (asked === undefined) return;
        await loadMore<A>(this, { action, input: asked, rows: (value) => drawn(this, value) });
      },
      async afresh(this: Page, changed: Record<string, unknown>) {
        this.setData({ ...changed, list: [], next: '', more: 'idle', state: { kind: 'loading' } });
        await this.load();
      },
    },
    hooks: {
      onPullDownRefresh: refresh,
      onReachBottom(this: Paged) {
        void this.loadMore();
      },
    },
    afterwards: startLoading(when),
  };
}
