import { load } from '../../../../lib/load';
import { loadMore, type More } from '../../../../lib/more';
import { keepLook, lookNow } from '../../../../lib/look';
import { open } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { branchHere } from '../../branch';
import { shelfLine, type ShelfLine } from '../../lists-view';
import { deskRoutes } from '../../routes';
import { deskWidth } from '../../width';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    list: [] as ShelfLine[],
    next: '',
    more: 'idle' as More,
  },
  branchId: '',

  onResize() {
    this.setData({ width: deskWidth() });
  },
  onShow() {
    keepLook(this);
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    void this.loadMore();
  },
  async load() {
    this.branchId = await branchHere();
    const today = libraryToday();
    await load(this, {
      action: 'desk.holdShelf',
      input: { branchId: this.branchId },
      keepAs: `desk.holdShelf ${this.branchId}`,
      show: ({ list, next }) => ({
        list: list.map((row) => shelfLine(row, today)),
        next: next ?? '',
        more: 'idle',
      }),
    });
  },
  async loadMore() {
    const today = libraryToday();
    await loadMore(this, {
      action: 'desk.holdShelf',
      input: { branchId: this.branchId },
      rows: ({ list }) => list.map((row) => shelfLine(row, today)),
    });
  },
  checkIn() {
    open(deskRoutes.checkIn);
  },
});
