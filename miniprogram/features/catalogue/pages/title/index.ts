import type { Branch, BranchItems, FamilyMember, TitlePage } from '../../../../../typings/contract';
import type { Sharer } from '../../../../components/hold-options/index';
import { act, ask } from '../../../../lib/call';
import { FAMILY, sharersOf } from '../../../../lib/family';
import { keep, kept } from '../../../../lib/keep';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import type { RefusalLine } from '../../../../lib/refusals';
import { fromQuery, open, routes } from '../../../../lib/routes';
import { askMe, knownMe, libraryToday } from '../../../../lib/session';
import { offerMessages, prepareMessages } from '../../../../lib/subscribe';
import { headingOf, lines, tell } from '../../../../lib/tell';
import {
  branchRow,
  FIRST_ITEMS,
  honestWords,
  MORE_ITEMS,
  namesOf,
  titleView,
  type TitleView,
} from '../../title-view';

const BRANCHES = 'catalogue.branches';

Page({
  data: {
    look: lookNow(),
    state: { kind: 'loading' },
    book: null as TitleView['book'] | null,
    primary: { kind: 'none', text: '', note: '' } as TitleView['primary'],
    branches: [] as TitleView['branches'],
    allPeople: false,
    allSummary: false,
    sheet: '' as '' | 'place' | 'placed' | 'card',
    pickUp: [] as Branch[],
    pickUpNotes: {} as Record<string, string>,
    chosen: '',
    words: '',
    refusals: [] as RefusalLine[],
    /** The library said no: only the reasons are shown, as trying again cannot help. Without an answer it can. */
    refused: false,
    no: '',
    needsCard: false,
    placed: '',
    /** From when, until when, who may collect it: folded away until wanted. */
    options: false,
    startsOn: '',
    neededUntil: '',
    sharers: [] as Sharer[],
    today: libraryToday(),
    busy: false,
    confirming: false,
    messages: 'offer' as 'offer' | 'asked',
  },
  titleId: '',
  page: undefined as TitlePage | undefined,

  onLoad(query: Record<string, string | undefined>) {
    this.titleId = fromQuery(query, 'titleId');
  },
  onShow() {
    keepLook(this);
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  onShareAppMessage() {
    return { title: this.page?.title ?? '书香', path: routes.title(this.titleId) };
  },
  async load() {
    await load(this, {
      action: 'catalogue.title',
      input: { titleId: this.titleId },
      keepAs: `catalogue.title ${this.titleId}`,
      show: (page) => {
        this.page = page;
        return { ...titleView(page, knownMe(), libraryToday()) };
      },
    });
  },

  everybody() {
    if (this.page) this.setData({ people: namesOf(this.page).join(' / '), peopleRest: 0 });
  },
  wholeSummary() {
    this.setData({ allSummary: !this.data.allSummary });
  },
  toggleBranch(event: WechatMiniprogram.TouchEvent) {
    const i = Number(event.currentTarget.dataset.index);
    this.showBranch(i, !this.data.branches[i]?.open, FIRST_ITEMS);
  },
  moreItems(event: WechatMiniprogram.TouchEvent) {
    const i = Number(event.currentTarget.dataset.index);
    this.showBranch(i, true, (this.data.branches[i]?.items.length ?? 0) + MORE_ITEMS);
  },
  showBranch(i: number, isOpen: boolean, shown: number) {
    const branch = this.page?.branches[i];
    if (branch) this.setData({ [`branches[${i}]`]: branchRow(branch, isOpen, shown, libraryToday()) });
  },

  primary() {
    switch (this.data.primary.kind) {
      case 'place':
        void this.beginHold();
        return;
      case 'cancel':
        this.setData({ confirming: true });
        return;
      case 'ready':
        open(routes.myHolds);
        return;
      case 'borrowed':
        open(routes.myLoans);
        return;
      case 'none':
        return;
    }
  },
  async beginHold() {
    // The sheet with the reasons for a card comes before a form that could only be refused.
    const me =
      knownMe() ?? (await askMe().then((outcome) => (outcome.kind === 'value' ? outcome.value : undefined)));
    if (me && !me.reader) {
      this.setData({ sheet: 'card' });
      return;
    }
    void prepareMessages();
    const page = this.page;
    if (!page) return;
    this.showPickUp(kept<{ list: Branch[] }>(BRANCHES)?.value.list ?? []);
    this.setData({
      sheet: 'place',
      words: honestWords(page, libraryToday()),
      refusals: [],
      refused: false,
      needsCard: false,
      today: libraryToday(),
    });
    void this.loadSharers();
    const outcome = await ask('catalogue.branches', {});
    if (outcome.kind === 'value') {
      keep(BRANCHES, outcome.value);
      this.showPickUp(outcome.value.list);
    } else if (this.data.pickUp.length === 0) this.setData({ refusals: lines(outcome) ?? [], no: '' });
  },
  async loadSharers() {
    const known = kept<{ list: FamilyMember[] }>(FAMILY);
    if (known) this.setData({ sharers: sharersOf(known.value.list) });
    const outcome = await ask('account.family', {});
    if (outcome.kind !== 'value') return;
    keep(FAMILY, outcome.value);
    const chosen = this.data.sharers.filter(({ on }) => on).map(({ name }) => name);
    this.setData({ sharers: sharersOf(outcome.value.list, chosen) });
  },
  unfoldOptions() {
    this.setData({ options: !this.data.options });
  },
  setOptions(event: WechatMiniprogram.CustomEvent<Record<string, unknown>>) {
    this.setData({ ...event.detail, refusals: [], refused: false });
  },
  showPickUp(branches: Branch[]) {
    const pickUp = branches.filter((branch) => branch.pickUp);
    const here: BranchItems[] = this.page?.branches ?? [];
    const notes = here
      .filter(({ onShelf }) => onShelf > 0)
      .map((b) => [b.branchId, `此馆在架 ${b.onShelf} 册`]);
    const first = pickUp.find(({ branchId }) => here.some((b) => b.branchId === branchId && b.onShelf > 0));
    this.setData({
      pickUp,
      pickUpNotes: Object.fromEntries(notes),
      chosen: this.data.chosen || first?.branchId || pickUp[0]?.branchId || '',
    });
  },
  choose(event: WechatMiniprogram.CustomEvent<{ branchId: string }>) {
    this.setData({ chosen: event.detail.branchId });
  },
  async place() {
    if (this.data.busy || !this.data.chosen) return;
    this.setData({ busy: true, refusals: [], refused: false });
    const { chosen, startsOn, neededUntil, sharers } = this.data;
    const sharedWith = sharers.filter(({ on }) => on).map(({ readerId }) => readerId);
    const outcome = await act('holds.place', {
      titleId: this.titleId,
      pickUpBranchId: chosen,
      ...(startsOn && { startsOn }),
      ...(neededUntil && { neededUntil }),
      ...(sharedWith.length > 0 && { sharedWith }),
    });
    if (outcome.kind !== 'value') {
      const needsCard = outcome.kind === 'refused' && outcome.refusals.some(({ code }) => code === 'no_card');
      this.setData({
        busy: false,
        refusals: lines(outcome) ?? [],
        refused: outcome.kind === 'refused',
        no: headingOf(outcome, '这次没有预约成'),
        needsCard,
      });
      return;
    }
    const hold = outcome.value;
    const placed =
      hold.status === 'ready'
        ? `书已在${hold.pickUpBranchName}的预约架上，可以去取了。`
        : `第 ${hold.position} 位，到馆后在${hold.pickUpBranchName}取书。`;
    this.setData({ busy: false, sheet: 'placed', placed, messages: 'offer' });
    await this.load();
  },
  async remind() {
    const accepted = await offerMessages(['hold_ready', 'hold_expired']);
    this.setData({ messages: 'asked', sheet: '' });
    if (accepted.length > 0) wx.showToast({ title: '到书时会提醒您', icon: 'none' });
  },
  async cancelHold() {
    const holdId = this.page?.myHold?.holdId;
    this.setData({ confirming: false });
    if (!holdId || this.data.busy) return;
    this.setData({ busy: true });
    const outcome = await act('holds.cancel', { holdId });
    this.setData({ busy: false });
    tell(outcome, '已取消预约');
    await this.load();
  },
  keepHold() {
    this.setData({ confirming: false });
  },
  closeSheet() {
    this.setData({ sheet: '' });
  },
  apply() {
    this.setData({ sheet: '' });
    open(routes.apply);
  },
  link() {
    this.setData({ sheet: '' });
    open(routes.link);
  },
});
