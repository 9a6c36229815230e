import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { loadMore, type More } from '../../../../lib/more';
import { open, routes } from '../../../../lib/routes';
import { deskWidth } from '../../../../lib/width';
import { cardView, type CardView } from '../../list-view';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    by: 'library' as 'library' | 'reader',
    readersOpen: false,
    list: [] as CardView[],
    next: '',
    more: 'idle' as More,
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
  onReachBottom() {
    void this.loadMore();
  },
  onShareAppMessage() {
    return { title: '图书馆的书单', path: routes.lists };
  },
  async load() {
    const { by } = this.data;
    await load(this, {
      action: 'lists.public',
      input: { by },
      keepAs: `lists.public ${by}`,
      show: ({ list, next = '', readersOpen }) => ({
        list: list.map(cardView),
        next,
        readersOpen,
        more: 'idle',
      }),
    });
  },
  async loadMore() {
    await loadMore(this, {
      action: 'lists.public',
      input: { by: this.data.by },
      rows: ({ list }) => list.map(cardView),
    });
  },
  choose(event: WechatMiniprogram.TouchEvent) {
    const by = event.currentTarget.dataset.by as 'library' | 'reader';
    if (by === this.data.by) return;
    this.setData({ by, list: [], next: '', state: { kind: 'loading' } });
    void this.load();
  },
  openList(event: WechatMiniprogram.CustomEvent<{ listId: string }>) {
    open(routes.list(event.detail.listId));
  },
  mine() {
    open(routes.myLists);
  },
});
