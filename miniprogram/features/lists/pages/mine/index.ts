import { answerWith, notAsking } from '../../../../lib/asking';
import { act } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { open, routes } from '../../../../lib/routes';
import { deskWidth } from '../../../../lib/width';
import { myCardView, type CardView } from '../../list-view';
import { askWords, wordsIn } from '../../words-ask';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    list: [] as CardView[],
    limit: 0,
    ask: notAsking,
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
      action: 'lists.mine',
      input: {},
      keepAs: 'lists.mine',
      show: ({ list, limit }) => ({ list: list.map(myCardView), limit }),
    });
  },
  openList(event: WechatMiniprogram.CustomEvent<{ listId: string }>) {
    open(routes.list(event.detail.listId));
  },
  others() {
    open(routes.lists);
  },
  begin() {
    this.setData({ ask: askWords('create', '新建书单', {}) });
  },
  stop() {
    this.setData({ 'ask.visible': false });
  },
  async create(event: WechatMiniprogram.CustomEvent<{ answers: Record<string, string> }>) {
    const made = await answerWith(this, () => act('lists.create', wordsIn(event.detail.answers)));
    if (made) open(routes.list(made.listId));
  },
});
