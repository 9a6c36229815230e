import type { TitlePage } from '../../../../../typings/contract';
import { ask } from '../../../../lib/call';
import { rememberTitle } from '../../../../lib/phone-taste';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none, one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { cardSheet } from '../../../../lib/screen/card-sheet';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import type { Query } from '../../../../lib/screen/part';
import { opensTitle } from '../../../../lib/screen/opens-title';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { searchFor } from '../../../../lib/search-for';
import { noteStep } from '../../../../lib/search-trail';
import { knownMe, libraryToday } from '../../../../lib/session';
import { holdActs } from '../../hold-acts';
import { NO_BRANCH, opened, openAtFirst, pageOfBranch } from '../../holdings-view';
import { places } from '../../placing-part';
import { bookInLink, isSinglePage, messageOf, timelineOf } from '../../sharing';
import { titleView, type TitleView } from '../../title-view';

const title = loads('catalogue.title', undefined, { keep: ({ titleId }) => `title-page ${titleId}` });

Page(
  screen([given('titleId'), title, submits(), acts(holdActs), places, cardSheet, opensTitle], {
    data: {
      /** Opened from 朋友圈: the cover and the name, nothing that needs the cloud. */
      single: false,
      book: maybe<TitleView['book']>(),
      primary: one<TitleView['primary']>({ kind: 'none', text: '', note: '' }),
      branches: none<TitleView['branches'][number]>(),
      branch: NO_BRANCH,
      allSummary: false,
      /** A name of two hundred characters is cut after some lines until it is tapped. */
      allTitle: false,
      /**
       * Count what is to be loaded with the page: reviews each time, related titles once and on pulling down.
       */
      turn: 0,
      relatedTurn: 0,
    },
    undrawn: () => ({
      page: one<TitlePage | undefined>(undefined),
      unfolded: { people: false, branches: false },
      looked: false,
    }),
    onLoad(query: Query) {
      const single = isSinglePage();
      this.setData({ single });
      if (!single) return;
      const book = bookInLink(query);
      this.setData(book ? { book, state: { kind: 'ready' } } : { state: { kind: 'offline' } });
    },
    onPullDownRefresh() {
      if (!this.data.single) this.setData({ relatedTurn: this.data.relatedTurn + 1 });
    },
    /** Without a picture of our own WeChat takes one of the page, whose head is the cover. */
    onShareAppMessage() {
      const { book, titleId } = this.data;
      const onShelf = this.undrawn.page?.availability.onShelf ?? 0;
      return messageOf(book, titleId, onShelf > 0 ? `在架 ${onShelf} 册，来馆可借` : '可以预约');
    },
    onShareTimeline() {
      return timelineOf(this.data.book, this.data.titleId);
    },
    asked() {
      const { single, titleId } = this.data;
      return single ? undefined : { titleId };
    },
    shown(page: TitlePage) {
      this.undrawn.page = page;
      rememberTitle(page.titleId);
      noteStep({ kind: 'title', titleId: page.titleId }, `《${page.title}》`);
      return { ...this.viewOf(page), branch: this.branchAfter(page) };
    },
    /** Without an answer the parts show what they knew, or that they do not. */
    loaded() {
      const { turn, relatedTurn } = this.data;
      if (this.undrawn.page) this.setData({ turn: turn + 1, relatedTurn: Math.max(1, relatedTurn) });
    },
    viewOf(page: TitlePage): TitleView {
      return titleView(page, knownMe(), libraryToday(), this.undrawn.unfolded);
    },
    /** The branch that was open stays open with its first copies; at the first time it is the first one. */
    branchAfter(page: TitlePage) {
      const today = libraryToday();
      const { branchId } = this.data.branch;
      const same = page.branches.find((branch) => branch.branchId === branchId);
      const first = this.undrawn.looked ? NO_BRANCH : openAtFirst(page.branches, today);
      this.undrawn.looked = true;
      return same ? opened(same, today) : first;
    },

    everybody() {
      this.unfold('people');
    },
    allBranches() {
      this.unfold('branches');
    },
    unfold(what: 'people' | 'branches') {
      this.undrawn.unfolded = { ...this.undrawn.unfolded, [what]: true };
      if (this.undrawn.page) this.setData({ ...this.viewOf(this.undrawn.page) });
    },
    wholeTitle() {
      this.setData({ allTitle: !this.data.allTitle });
    },
    wholeSummary() {
      this.setData({ allSummary: !this.data.allSummary });
    },
    toggleBranch(event: WechatMiniprogram.TouchEvent) {
      const { branch: branchId } = dataOf(event);
      const chosen = this.undrawn.page?.branches.find((branch) => branch.branchId === branchId);
      const isOpen = this.data.branch.branchId === branchId;
      this.setData({ branch: chosen && !isOpen ? opened(chosen, libraryToday()) : NO_BRANCH });
    },
    /** Another page of the copies of the branch that is open. */
    async turnTo(event: WechatMiniprogram.TouchEvent) {
      const { titleId, branch } = this.data;
      const { branchId, state } = branch;
      const { after = '' } = dataOf(event);
      if (state === 'loading') return;
      this.setData({ 'branch.state': 'loading' });
      const outcome = await ask('catalogue.items', { titleId, branchId, ...(after && { after }) });
      if (this.data.branch.branchId !== branchId) return;
      if (outcome.kind !== 'value') this.setData({ 'branch.state': 'failed' });
      else this.setData({ branch: pageOfBranch(branchId, Number(after), outcome.value, libraryToday()) });
    },
    searchWords(event: WechatMiniprogram.TouchEvent) {
      searchFor(dataOf(event).words ?? '');
    },
    searchInClass(event: WechatMiniprogram.TouchEvent) {
      const { clc } = dataOf(event);
      if (clc) open(routes.classOf(clc));
    },
    openShelf() {
      const branchId = this.data.branch.branchId || this.undrawn.page?.branches[0]?.branchId;
      if (branchId) open(routes.shelf(this.data.titleId, branchId));
    },
    openBranch(event: WechatMiniprogram.TouchEvent) {
      open(routes.branch(dataOf(event).branch ?? ''));
    },
    openReviews() {
      open(routes.reviews(this.data.titleId));
    },
    toLists() {
      this.setData({ sheet: 'lists' });
    },
    primary() {
      switch (this.data.primary.kind) {
        case 'place':
          void this.beginHold();
          return;
        case 'refused':
          this.showWhyNot();
          return;
        case 'cancel':
          this.askCancel();
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
    askCancel() {
      const hold = this.undrawn.page?.myHold;
      if (hold) void this.start('cancel', hold);
    },
    async acted() {
      await this.load();
    },
    async notActed() {
      await this.load();
    },
  }),
);
