import type { LocalDate } from '../../../typings/contract';
import type { Output } from '../../lib/call';
import { load } from '../../lib/load';
import { keepLook, lookNow } from '../../lib/look';
import { loadMore, type More } from '../../lib/more';
import { open } from '../../lib/routes';
import { libraryToday } from '../../lib/session';
import { branchHere } from './branch';
import { deskRoutes } from './routes';
import { deskWidth } from './width';

type DeskList = 'desk.holdShelf' | 'desk.toFetch' | 'desk.log';

type RowsOf<A extends DeskList> = (list: Output<A>['list'], today: LocalDate) => object[];

/** What the pages of the desk's lists share: the list of this branch, its next pages, and the way to the check-in. */
export function deskListScreen<A extends DeskList>(action: A, rowsOf: RowsOf<A>) {
  const rows = ({ list }: Output<A>): object[] => rowsOf(list, libraryToday());
  return {
    data: {
      look: lookNow(),
      width: deskWidth(),
      state: { kind: 'loading' },
      list: [] as object[],
      next: '',
      more: 'idle' as More,
    },
    branchId: '',

    onResize(this: DeskListScreen) {
      this.setData({ width: deskWidth() });
    },
    onShow(this: DeskListScreen) {
      keepLook(this);
      void this.load();
    },
    async onPullDownRefresh(this: DeskListScreen) {
      await this.load();
      wx.stopPullDownRefresh();
    },
    onReachBottom(this: DeskListScreen) {
      void this.loadMore();
    },
    async load(this: DeskListScreen) {
      this.branchId = await branchHere();
      await load<DeskList>(this, {
        action,
        input: { branchId: this.branchId },
        keepAs: `${action} ${this.branchId}`,
        show: (value) => ({ list: rows(value as Output<A>), next: value.next ?? '', more: 'idle' }),
      });
    },
    async loadMore(this: DeskListScreen) {
      await loadMore<DeskList>(this, {
        action,
        input: { branchId: this.branchId },
        rows: (value) => rows(value as Output<A>),
      });
    },
    checkIn() {
      open(deskRoutes.checkIn);
    },
  };
}

/** The page as its own functions see it. */
interface DeskListScreen {
  data: { look: string; state: unknown; list: object[]; next: string; more: More };
  branchId: string;
  setData(data: Record<string, unknown>): void;
  load(): Promise<void>;
  loadMore(): Promise<void>;
}
