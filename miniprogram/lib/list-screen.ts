import type { LocalDate } from '../../typings/contract';
import type { Input, Output } from './call';
import { load } from './load';
import { keepLook, lookNow } from './look';
import { loadMore, type ListAction, type More } from './more';
import { libraryToday } from './session';

export interface ListOf<A extends ListAction> {
  action: A;
  /** What the list is asked with, without where a page starts; a page with filters keeps them in its data. */
  input: (page: { data: object }) => Omit<Input<A>, 'after'> | Promise<Omit<Input<A>, 'after'>>;
  rows: (list: Output<A>['list'], today: LocalDate) => object[];
}

/** What every page that is one list shares: its first page on show and on pulling down, the next ones on reaching the end. */
export function listScreen<A extends ListAction>({ action, input, rows }: ListOf<A>) {
  const shown = ({ list }: Output<ListAction>): object[] => rows(list as Output<A>['list'], libraryToday());
  return {
    data: {
      look: lookNow(),
      state: { kind: 'loading' },
      list: [] as object[],
      next: '',
      more: 'idle' as More,
    },
    onShow(this: ListScreen) {
      keepLook(this);
      void this.load();
    },
    async onPullDownRefresh(this: ListScreen) {
      await this.load();
      wx.stopPullDownRefresh();
    },
    onReachBottom(this: ListScreen) {
      void this.loadMore();
    },
    async load(this: ListScreen) {
      const asked = await input(this);
      await load<ListAction>(this, {
        action,
        input: asked as Input<ListAction>,
        keepAs: `${action} ${JSON.stringify(asked)}`,
        show: (value) => ({ list: shown(value), next: value.next ?? '', more: 'idle' }),
      });
    },
    async loadMore(this: ListScreen) {
      await loadMore<ListAction>(this, {
        action,
        input: (await input(this)) as Input<ListAction>,
        rows: shown,
      });
    },
  };
}

/** The page as these functions see it. */
interface ListScreen {
  data: { look: string; state: unknown; list: object[]; next: string; more: More };
  setData(data: Record<string, unknown>): void;
  load(): Promise<void>;
  loadMore(): Promise<void>;
}
