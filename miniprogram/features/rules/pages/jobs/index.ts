import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { libraryToday } from '../../../../lib/session';
import { deskWidth } from '../../../../lib/width';
import { runDays } from '../../jobs-view';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    days: [] as ReturnType<typeof runDays>,
  },
  onShow() {
    keepLook(this);
    void this.load();
  },
  onResize() {
    this.setData({ width: deskWidth() });
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  async load() {
    await load(this, {
      action: 'rules.jobs',
      input: {},
      show: ({ list }) => ({ days: runDays(list, libraryToday()) }),
    });
  },
});
