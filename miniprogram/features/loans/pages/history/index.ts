import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { loadMore, type More } from '../../../../lib/more';
import { open, routes } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { pastRows, type PastRow } from '../../loans-view';

Page({
  data: {
    look: lookNow(),
    state: { kind: 'loading' },
    kept: false,
    list: [] as PastRow[],
    next: '',
    more: 'idle' as More,
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
  /** Not kept on the phone: what somebody has read is theirs alone, and the phone may be lent. */
  async load() {
    await load(this, {
      action: 'loans.history',
      input: {},
      show: ({ kept, list, next }) => ({
        kept,
        list: pastRows(list, libraryToday()),
        next: next ?? '',
        more: 'idle',
      }),
    });
  },
  async loadMore() {
    await loadMore(this, {
      action: 'loans.history',
      input: {},
      rows: ({ list }) => pastRows(list, libraryToday()),
    });
  },
  openTitle(event: WechatMiniprogram.CustomEvent<{ titleId: string }>) {
    open(routes.title(event.detail.titleId));
  },
  preferences() {
    open(routes.preferences);
  },
});
