import { eventRow, type EventRow } from '../../../../components/event-row/event-view';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { loadMore, type More } from '../../../../lib/more';
import { open, routes } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';

Page({
  data: {
    look: lookNow(),
    state: { kind: 'loading' },
    list: [] as EventRow[],
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
  async load() {
    const [today, now] = [libraryToday(), Date.now()];
    await load(this, {
      action: 'events.list',
      input: { mine: true },
      keepAs: 'events.list mine',
      show: ({ list, next }) => ({
        list: list.map((event) => eventRow(event, today, now)),
        next: next ?? '',
        more: 'idle',
      }),
    });
  },
  async loadMore() {
    const [today, now] = [libraryToday(), Date.now()];
    await loadMore(this, {
      action: 'events.list',
      input: { mine: true },
      rows: ({ list }) => list.map((event) => eventRow(event, today, now)),
    });
  },
  openEvent(event: WechatMiniprogram.CustomEvent<{ eventId: string }>) {
    open(routes.event(event.detail.eventId));
  },
  events() {
    open(routes.events);
  },
});
