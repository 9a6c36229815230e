import { act } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { open } from '../../../../lib/routes';
import { tell } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import { groupsOf, type ResourceGroup } from '../../resource-view';
import { editResource } from '../../routes';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    groups: [] as ResourceGroup[],
    busy: false,
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
      action: 'resourceDesk.list',
      input: {},
      show: ({ list }) => ({ groups: groupsOf(list, '', '') }),
    });
  },
  openOne(event: WechatMiniprogram.TouchEvent) {
    open(editResource(String(event.currentTarget.dataset.id)));
  },
  begin() {
    open(editResource());
  },
  /** Two neighbours of a group change places. */
  async move(event: WechatMiniprogram.TouchEvent) {
    const { group, index, by } = event.currentTarget.dataset as { group: number; index: number; by: number };
    const list = this.data.groups[group]?.list ?? [];
    const one = list[index];
    const other = list[index + by];
    if (!one || !other || this.data.busy) return;
    this.setData({ busy: true });
    const outcome = await act('resourceDesk.exchange', {
      resourceId: one.resourceId,
      withResourceId: other.resourceId,
    });
    this.setData({ busy: false });
    if (tell(outcome))
      this.setData({
        [`groups[${group}].list[${index}]`]: other,
        [`groups[${group}].list[${index + by}]`]: one,
      });
  },
});
