import { act } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { open, routes } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { tell } from '../../../../lib/tell';
import { holdsView, type HoldRow } from '../../holds-view';

Page({
  data: {
    look: lookNow(),
    state: { kind: 'loading' },
    list: [] as HoldRow[],
    count: '',
    /** The hold that is about to be given up. */
    leaving: null as HoldRow | null,
    confirming: false,
    busy: '',
  },
  onShow() {
    keepLook(this);
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  async load() {
    await load(this, {
      action: 'holds.list',
      input: {},
      keepAs: 'holds.list',
      show: (answer) => ({ ...holdsView(answer, libraryToday()) }),
    });
  },
  askCancel(event: WechatMiniprogram.TouchEvent) {
    const leaving = this.data.list.find(({ holdId }) => holdId === event.currentTarget.dataset.id) ?? null;
    this.setData({ leaving, confirming: leaving !== null });
  },
  stay() {
    this.setData({ confirming: false });
  },
  async cancel() {
    const holdId = this.data.leaving?.holdId;
    this.setData({ confirming: false });
    if (!holdId || this.data.busy) return;
    this.setData({ busy: holdId });
    const outcome = await act('holds.cancel', { holdId });
    this.setData({ busy: '' });
    tell(outcome, '已取消预约');
    await this.load();
  },
  card() {
    open(routes.card);
  },
  openTitle(event: WechatMiniprogram.CustomEvent<{ titleId: string }>) {
    open(routes.title(event.detail.titleId));
  },
  search() {
    open(routes.search);
  },
});
