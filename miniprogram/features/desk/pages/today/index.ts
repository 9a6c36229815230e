import type { Branch } from '../../../../../typings/contract';
import { ask } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { open, routes } from '../../../../lib/routes';
import { tell } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import { askingToday, chooseBranch, deskHead, forgetBranch } from '../../branch';
import { deskRoutes } from '../../routes';
import { todayView, type TodayView } from '../../today-view';

/** Where a tile leads: pages of the desk, and those of its neighbours. */
const PLACES: Record<string, string> = {
  checkOut: deskRoutes.checkOut,
  checkIn: deskRoutes.checkIn,
  holdShelf: deskRoutes.holdShelf,
  expiredShelf: deskRoutes.expiredShelf,
  toFetch: deskRoutes.toFetch,
  transit: deskRoutes.transit,
  overdue: deskRoutes.overdue,
  owing: routes.owing,
  applications: deskRoutes.applications,
  conflicts: deskRoutes.conflicts,
  reviews: routes.waitingReviews,
  find: deskRoutes.find,
  copy: deskRoutes.copy,
  newCard: deskRoutes.newCard,
  log: deskRoutes.log,
  help: deskRoutes.help,
  stocktake: '/features/stocktake/pages/list/index',
  cataloguing: routes.cataloguing,
  imports: '/features/imports/pages/list/index',
  lists: '/features/lists/pages/desk/index',
  resources: '/features/resources/pages/desk/index',
  rules: '/features/rules/pages/matrix/index',
  calendar: '/features/rules/pages/calendar/index',
  staff: '/features/rules/pages/staff/index',
};

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    branchId: '',
    branchName: '',
    branches: [] as Branch[],
    choosing: false,
    line: '',
    lends: false,
    work: [] as TodayView['work'],
    tools: [] as TodayView['tools'],
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
    const place = PLACES[String(event.currentTarget.dataset.to)];
    if (place) open(place);
  },
  /** Scans of before are being sent: the counts are out of date. */
  settled() {
    void this.load();
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
