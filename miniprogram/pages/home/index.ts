import { load } from '../../lib/load';
import { clock } from '../../lib/dates';
import { keepLook, lookNow } from '../../lib/look';
import { open, routes } from '../../lib/routes';
import { searchScanned } from '../../lib/search-for';
import { noteHome } from '../../lib/session';
import { homeView } from './home-view';

Page({
  data: { look: lookNow(), elder: lookNow().includes('elder'), state: { kind: 'loading' } },
  onShow() {
    keepLook(this);
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  async load() {
    const outcome = await load(this, {
      action: 'home.show',
      input: {},
      keepAs: 'home.show',
      show: (home) => ({ ...homeView(home, Number(clock(new Date().toISOString()).slice(0, 2))) }),
    });
    if (outcome.kind === 'value') noteHome(outcome.value);
  },
  search() {
    open(routes.search);
  },
  scan() {
    wx.scanCode({
      scanType: ['barCode', 'qrCode'],
      success: ({ result }) => searchScanned(result),
    });
  },
  inbox() {
    open(routes.inbox);
  },
  desk() {
    open(routes.desk);
  },
  loans() {
    open(routes.myLoans);
  },
  holds() {
    open(routes.myHolds);
  },
  apply() {
    open(routes.apply);
  },
  link() {
    open(routes.link);
  },
  me() {
    open(routes.me);
  },
  events() {
    open(routes.events);
  },
  lectures() {
    open(routes.lectures);
  },
  lists() {
    open(routes.lists);
  },
  openTitle(event: WechatMiniprogram.TouchEvent) {
    open(routes.title(String(event.currentTarget.dataset.id)));
  },
  openEvent(event: WechatMiniprogram.TouchEvent) {
    open(routes.event(String(event.currentTarget.dataset.id)));
  },
  openLecture(event: WechatMiniprogram.TouchEvent) {
    open(routes.lecture(String(event.currentTarget.dataset.id)));
  },
});
