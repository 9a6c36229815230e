import { load } from '../../../../lib/load';
import { loadMore, type More } from '../../../../lib/more';
import { keepLook, lookNow } from '../../../../lib/look';
import { open } from '../../../../lib/routes';
import { branchHere } from '../../branch';
import { fetchLine, inShelfOrder, type FetchLine } from '../../lists-view';
import { deskRoutes } from '../../routes';
import { deskWidth } from '../../width';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    list: [] as FetchLine[],
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
    await load(this, {
      action: 'desk.toFetch',
      input: { branchId: this.branchId },
      keepAs: `desk.toFetch ${this.branchId}`,
      show: ({ list, next }) => ({ list: inShelfOrder(list.map(fetchLine)), next: next ?? '', more: 'idle' }),
    });
  },
  async loadMore() {
    await loadMore(this, {
      action: 'desk.toFetch',
      input: { branchId: this.branchId },
      rows: ({ list }) => inShelfOrder(list.map(fetchLine)),
    });
  },
  checkIn() {
    open(deskRoutes.checkIn);
  },
});
