import type { Branch, FamilyMember } from '../../../../../typings/contract';
import type { Sharer } from '../../../../components/hold-options/index';
import { act, ask } from '../../../../lib/call';
import { FAMILY, sharersOf } from '../../../../lib/family';
import { keep, kept } from '../../../../lib/keep';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { open, routes } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import type { RefusalLine } from '../../../../lib/refusals';
import { headingOf, lines, tell } from '../../../../lib/tell';
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
    /** The hold whose branch, days and sharers are being changed. */
    changing: null as HoldRow | null,
    sheet: false,
    pickUp: [] as Branch[],
    chosen: '',
    startsOn: '',
    neededUntil: '',
    sharers: [] as Sharer[],
    today: libraryToday(),
    no: '',
    problem: [] as RefusalLine[],
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
  async askChange(event: WechatMiniprogram.TouchEvent) {
    const changing = this.data.list.find(({ holdId }) => holdId === event.currentTarget.dataset.id) ?? null;
    if (!changing) return;
    const branches = kept<{ list: Branch[] }>('catalogue.branches')?.value.list ?? [];
    const family = kept<{ list: FamilyMember[] }>(FAMILY)?.value.list ?? [];
    this.setData({
      changing,
      sheet: true,
      problem: [],
      today: libraryToday(),
      pickUp: branches.filter(({ pickUp }) => pickUp),
      chosen: changing.pickUpBranchId,
      startsOn: changing.startsOn,
      neededUntil: changing.neededUntil,
      sharers: sharersOf(family, changing.sharedWith),
    });
    // What is kept is shown at once; what the library says now comes after it.
    const [places, members] = await Promise.all([ask('catalogue.branches', {}), ask('account.family', {})]);
    if (places.kind === 'value') {
      keep('catalogue.branches', places.value);
      this.setData({ pickUp: places.value.list.filter(({ pickUp }) => pickUp) });
    } else if (this.data.pickUp.length === 0) this.setData({ problem: lines(places) ?? [], no: '' });
    if (members.kind === 'value' && family.length === 0) {
      keep(FAMILY, members.value);
      this.setData({ sharers: sharersOf(members.value.list, changing.sharedWith) });
    }
  },
  chooseBranch(event: WechatMiniprogram.CustomEvent<{ branchId: string }>) {
    this.setData({ chosen: event.detail.branchId });
  },
  setOptions(event: WechatMiniprogram.CustomEvent<Record<string, unknown>>) {
    this.setData({ ...event.detail, problem: [] });
  },
  closeChange() {
    if (!this.data.busy) this.setData({ sheet: false });
  },
  /** Only what was changed is sent: somebody who shares it and is no longer of the family stays as they are. */
  async change() {
    const { changing, chosen, startsOn, neededUntil, sharers } = this.data;
    if (!changing || this.data.busy) return;
    const names = sharers.filter(({ on }) => on).map(({ name }) => name);
    const known = changing.sharedWith.filter((name) => sharers.some((each) => each.name === name));
    const sharingChanged = names.join() !== known.join();
    const input = {
      holdId: changing.holdId,
      ...(chosen !== changing.pickUpBranchId && { pickUpBranchId: chosen }),
      ...(startsOn !== changing.startsOn && { startsOn: startsOn || null }),
      ...(neededUntil !== changing.neededUntil && { neededUntil: neededUntil || null }),
      ...(sharingChanged && {
        sharedWith: sharers.filter(({ on }) => on).map(({ readerId }) => readerId),
      }),
    };
    if (Object.keys(input).length === 1) {
      this.setData({ sheet: false });
      return;
    }
    this.setData({ busy: changing.holdId, problem: [] });
    const outcome = await act('holds.change', input);
    this.setData({ busy: '' });
    if (outcome.kind !== 'value') {
      this.setData({ problem: lines(outcome) ?? [], no: headingOf(outcome, '没有改成') });
      return;
    }
    this.setData({ sheet: false });
    wx.showToast({ title: '已更改', icon: 'success' });
    await this.load();
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
