import type { BranchItems, TitlePage } from '../../../../../typings/contract';
import { ask } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { fromQuery, open, routes } from '../../../../lib/routes';
import { searchFor } from '../../../../lib/search-for';
import { knownMe, libraryToday } from '../../../../lib/session';
import { holding } from '../../holding';
import { NO_BRANCH, opened, openAtFirst, pageOfBranch } from '../../holdings-view';
import { bookInLink, isSinglePage, messageOf, timelineOf } from '../../sharing';
import { titleView, type TitleView } from '../../title-view';

Page({
  ...holding,
  data: {
    ...holding.data,
    look: lookNow(),
    state: { kind: 'loading' },
    titleId: '',
    /** Opened from 朋友圈: the cover and the name, nothing that needs the cloud. */
    single: false,
    book: null as TitleView['book'] | null,
    primary: { kind: 'none', text: '', note: '' } as TitleView['primary'],
    branches: [] as TitleView['branches'],
    branch: NO_BRANCH,
    allSummary: false,
    /** A name of two hundred characters is cut after some lines until it is tapped. */
    allTitle: false,
    /** Count what is to be loaded with the page: reviews each time, related titles once and on pulling down. */
    turn: 0,
    relatedTurn: 0,
  },
  titleId: '',
  page: undefined as TitlePage | undefined,
  unfolded: { people: false, branches: false },
  looked: false,

  onLoad(query: Record<string, string | undefined>) {
    this.titleId = fromQuery(query, 'titleId');
    const single = isSinglePage();
    this.setData({ titleId: this.titleId, single });
    if (!single) return;
    const book = bookInLink(query);
    this.setData(book ? { book, state: { kind: 'ready' } } : { state: { kind: 'offline' } });
  },
  onShow() {
    keepLook(this);
    if (!this.data.single) void this.load();
  },
  async onPullDownRefresh() {
    if (!this.data.single) {
      await this.load();
      this.setData({ relatedTurn: this.data.relatedTurn + 1 });
    }
    wx.stopPullDownRefresh();
  },
  /** Without a picture of our own WeChat takes one of the page, whose head is the cover. */
  onShareAppMessage() {
    const onShelf = this.page?.availability.onShelf ?? 0;
    return messageOf(this.data.book, this.titleId, onShelf > 0 ? `在架 ${onShelf} 册，来馆可借` : '可以预约');
  },
  onShareTimeline() {
    return timelineOf(this.data.book, this.titleId);
  },
  async load() {
    await load(this, {
      action: 'catalogue.title',
      input: { titleId: this.titleId },
      keepAs: `title-page ${this.titleId}`,
      show: (page) => {
        this.page = page;
        const view = titleView(page, knownMe(), libraryToday(), this.unfolded);
        return { ...view, branch: this.branchAfter(page) };
      },
    });
    // Without an answer the parts show what they knew, or that they do not.
    const { turn, relatedTurn } = this.data;
    if (this.page) this.setData({ turn: turn + 1, relatedTurn: Math.max(1, relatedTurn) });
  },
  /** The branch that was open stays open with its first copies; at the first time it is the first one. */
  branchAfter(page: TitlePage) {
    const today = libraryToday();
    const { branchId } = this.data.branch;
    const same = page.branches.find((branch) => branch.branchId === branchId);
    const first = this.looked ? NO_BRANCH : openAtFirst(page.branches, today);
    this.looked = true;
    return same ? opened(same, today) : first;
  },
  showAgain() {
    if (this.page) this.setData({ ...titleView(this.page, knownMe(), libraryToday(), this.unfolded) });
  },

  everybody() {
    this.unfolded = { ...this.unfolded, people: true };
    this.showAgain();
  },
  allBranches() {
    this.unfolded = { ...this.unfolded, branches: true };
    this.showAgain();
  },
  wholeTitle() {
    this.setData({ allTitle: !this.data.allTitle });
  },
  wholeSummary() {
    this.setData({ allSummary: !this.data.allSummary });
  },
  toggleBranch(event: WechatMiniprogram.TouchEvent) {
    const branchId = String(event.currentTarget.dataset.branch);
    const chosen = this.page?.branches.find((branch: BranchItems) => branch.branchId === branchId);
    const isOpen = this.data.branch.branchId === branchId;
    this.setData({ branch: chosen && !isOpen ? opened(chosen, libraryToday()) : NO_BRANCH });
  },
  /** Another page of the copies of the branch that is open. */
  async turnTo(event: WechatMiniprogram.TouchEvent) {
    const { branchId, state } = this.data.branch;
    const after = String(event.currentTarget.dataset.after ?? '');
    if (state === 'loading') return;
    this.setData({ 'branch.state': 'loading' });
    const outcome = await ask('catalogue.items', {
      titleId: this.titleId,
      branchId,
      ...(after && { after }),
    });
    if (this.data.branch.branchId !== branchId) return;
    if (outcome.kind !== 'value') this.setData({ 'branch.state': 'failed' });
    else this.setData({ branch: pageOfBranch(branchId, Number(after), outcome.value, libraryToday()) });
  },
  searchWords(event: WechatMiniprogram.TouchEvent) {
    searchFor(String(event.currentTarget.dataset.words));
  },
  searchInClass(event: WechatMiniprogram.TouchEvent) {
    const clc = String(event.currentTarget.dataset.clc ?? '');
    if (clc) open(routes.classOf(clc));
  },
  openShelf() {
    const branchId = this.data.branch.branchId || this.page?.branches[0]?.branchId;
    if (branchId) open(routes.shelf(this.titleId, branchId));
  },
  openTitle(event: WechatMiniprogram.CustomEvent<{ titleId: string }>) {
    open(routes.title(event.detail.titleId));
  },
  openReviews() {
    open(routes.reviews(this.titleId));
  },
  toLists() {
    this.setData({ sheet: 'lists' });
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
});
