import { act } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { loadMore, type More } from '../../../../lib/more';
import { open, routes } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { tell } from '../../../../lib/tell';
import { noticeRow, type NoticeRow } from '../../inbox-view';

Page({
  data: {
    look: lookNow(),
    state: { kind: 'loading' },
    list: [] as NoticeRow[],
    next: '',
    more: 'idle' as More,
    unread: 0,
    busy: false,
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
    const today = libraryToday();
    await load(this, {
      action: 'notices.list',
      input: {},
      keepAs: 'notices.list',
      show: ({ list, next, unread }) => ({
        list: list.map((notice) => noticeRow(notice, today)),
        next: next ?? '',
        more: 'idle',
        unread,
      }),
    });
  },
  async loadMore() {
    const today = libraryToday();
    await loadMore(this, {
      action: 'notices.list',
      input: {},
      rows: ({ list }) => list.map((notice) => noticeRow(notice, today)),
    });
  },
  async openNotice(event: WechatMiniprogram.TouchEvent) {
    const i = Number(event.currentTarget.dataset.index);
    const notice = this.data.list[i];
    if (!notice) return;
    if (notice.link) open(notice.link);
    if (notice.read) return;
    this.setData({ [`list[${i}].read`]: true, unread: Math.max(0, this.data.unread - 1) });
    const outcome = await act('notices.markRead', { noticeId: notice.noticeId });
    // Not worth a dialog over the page that just opened: the dot simply comes back.
    if (outcome.kind !== 'value') {
      this.setData({ [`list[${i}].read`]: false, unread: this.data.unread + 1 });
    }
  },
  async readAll() {
    if (this.data.busy) return;
    this.setData({ busy: true });
    const outcome = await act('notices.markAllRead', {});
    this.setData({ busy: false });
    if (tell(outcome, '已全部标为已读')) await this.load();
  },
  settings() {
    open(routes.settings);
  },
});
