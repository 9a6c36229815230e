import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { fromQuery, routes } from '../../../../lib/routes';
import { deskWidth } from '../../../../lib/width';
import { resourceView, type ResourceView } from '../../resource-view';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    resourceId: '',
    it: null as ResourceView | null,
    /** The sheet that says what to do with the address. */
    opening: false,
    copied: false,
  },
  onLoad(query: Record<string, string | undefined>) {
    this.setData({ resourceId: fromQuery(query, 'resourceId') });
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
  onShareAppMessage() {
    const { it, resourceId } = this.data;
    return { title: it?.name ?? '数据库与特色馆藏', path: routes.resource(resourceId) };
  },
  async load() {
    const { resourceId } = this.data;
    await load(this, {
      action: 'resources.get',
      input: { resourceId },
      keepAs: `resources.get ${resourceId}`,
      show: (resource) => ({ it: resourceView(resource) }),
    });
  },
  /** A mini program opens no site of others: the address goes to the clipboard, with a word of what to do next. */
  use() {
    const { it } = this.data;
    if (!it?.url) return;
    wx.setClipboardData({
      data: it.url,
      success: () => this.setData({ opening: true, copied: true }),
      // Refused or not declared: the address can still be read and marked by hand.
      fail: () => this.setData({ opening: true, copied: false }),
    });
  },
  close() {
    this.setData({ opening: false });
  },
});
