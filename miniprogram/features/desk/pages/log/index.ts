import { load } from '../../../../lib/load';
import { loadMore, type More } from '../../../../lib/more';
import { keepLook, lookNow } from '../../../../lib/look';
import { libraryToday } from '../../../../lib/session';
import { branchHere } from '../../branch';
import { logLine, type LogLine } from '../../lists-view';
import { deskWidth } from '../../width';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    list: [] as LogLine[],
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
      action: 'desk.log',
      input: { branchId: this.branchId },
      keepAs: `desk.log ${this.branchId}`,
      show: ({ list, next }) => ({
        list: list.map((row) => logLine(row, today)),
        next: next ?? '',
        more: 'idle',
      }),
    });
  },
  async loadMore() {
    const today = libraryToday();
    await loadMore(this, {
      action: 'desk.log',
      input: { branchId: this.branchId },
      rows: ({ list }) => list.map((row) => logLine(row, today)),
    });
  },
});
