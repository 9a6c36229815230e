import type { Branch } from '../../../../../typings/contract';
import { ask } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { open } from '../../../../lib/routes';
import { tell } from '../../../../lib/tell';
import { askingToday, chooseBranch, deskHead, forgetBranch } from '../../branch';
import { deskRoutes } from '../../routes';
import { todayView, type TodayView } from '../../today-view';
import { deskWidth } from '../../width';

type Place = keyof typeof deskRoutes;

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    branchId: '',
    branchName: '',
    branches: [] as Branch[],
    choosing: false,
    rows: [] as TodayView['rows'],
    figures: [] as TodayView['figures'],
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
    const asking = askingToday();
    const outcome = await load(this, {
      ...asking,
      show: (today) => ({ ...deskHead(today), ...todayView(today) }),
    });
    const gone =
      outcome.kind === 'refused' && outcome.refusals.some(({ code }) => code === 'branch_not_found');
    // The branch that this device remembered was closed for good: back to the librarian's own.
    if (gone && asking.input.branchId) {
      forgetBranch();
      await this.load();
    }
  },
  go(event: WechatMiniprogram.TouchEvent) {
    open(deskRoutes[event.currentTarget.dataset.to as Place]);
  },
  async chooseBranch() {
    const outcome = await ask('catalogue.branches', {});
    if (tell(outcome)) this.setData({ branches: outcome.value.list, choosing: true });
  },
  closeBranches() {
    this.setData({ choosing: false });
  },
  setBranch(event: WechatMiniprogram.CustomEvent<{ branchId: string }>) {
    chooseBranch(event.detail.branchId);
    this.setData({ choosing: false, branchId: event.detail.branchId });
    void this.load();
  },
});
