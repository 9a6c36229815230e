import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { open } from '../../../../lib/routes';
import { deskWidth } from '../../../../lib/width';
import { staffHere } from '../../here';
import { rowCards, type RowCard } from '../../matrix-view';
import { rulesRoutes } from '../../routes';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    cards: [] as RowCard[],
    manages: false,
  },
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
  async load() {
    const [{ manages }] = await Promise.all([
      staffHere(),
      load(this, {
        action: 'rules.policies',
        input: {},
        keepAs: 'rules.policies',
        show: ({ list, ...names }) => ({ cards: rowCards(list, names) }),
      }),
    ]);
    this.setData({ manages });
  },
  openRow(event: WechatMiniprogram.TouchEvent) {
    open(rulesRoutes.row(String(event.currentTarget.dataset.id)));
  },
  add() {
    open(rulesRoutes.newRow);
  },
});
