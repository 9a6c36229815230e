import type { Acted } from '../../../../lib/acts';
import type { MemberRow } from '../../../../lib/family';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { askMe, forgetReader, libraryToday } from '../../../../lib/session';
import { familyActs, NOBODY, type Member } from '../../family-acts';
import { familyView, type RequestRow } from '../../family-view';

const family = loads('account.family', (answer) => familyView(answer, libraryToday()), { keep: true });

Page(
  screen([family, acts(familyActs)], {
    data: {
      self: maybe<MemberRow>(),
      children: none<MemberRow>(),
      cards: none<MemberRow>(),
      /** Children who ask this reader to be their guardian. */
      requests: none<RequestRow>(),
      awaitsGuardian: false,
      /** A child's own WeChat offers no card for children. */
      mayAddChild: false,
      /** Whose sheet is open. */
      chosen: maybe<MemberRow>(),
      sheet: false,
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { self, children, cards } = this.data;
      const { id } = dataOf(event);
      const chosen = [self, ...children, ...cards].find((row) => row?.readerId === id) ?? null;
      this.setData({ chosen, sheet: chosen !== null });
    },
    closeSheet() {
      this.setData({ sheet: false });
    },
    showCard() {
      this.closeSheet();
      if (this.data.chosen) open(routes.cardOf(this.data.chosen.readerId));
    },
    showFinds() {
      this.closeSheet();
      if (this.data.chosen) open(routes.childHome(this.data.chosen.readerId));
    },
    showLoans() {
      this.closeSheet();
      if (this.data.chosen) open(routes.loansOf(this.data.chosen.readerId));
    },
    switchTo() {
      if (this.data.chosen) void this.start('switch', this.data.chosen);
    },
    askUnlink() {
      this.closeSheet();
      if (this.data.chosen) void this.start('unlink', this.data.chosen);
    },
    askRelease() {
      this.closeSheet();
      if (this.data.chosen) void this.start('release', this.data.chosen);
    },
    answer(event: WechatMiniprogram.TouchEvent) {
      const { id, act = '' } = dataOf(event);
      const request = this.data.requests.find(({ requestId }) => requestId === id);
      if (request) void this.start(act, { ...NOBODY, ...request });
    },
    readForChild() {
      open(routes.keptOfChildren);
    },
    askAgain() {
      void this.start('askGuardian', NOBODY);
    },
    addCard() {
      void this.start('add', NOBODY);
    },
    async acted({ id, value }: Acted<Member, typeof familyActs>) {
      this.closeSheet();
      if (id === 'switch' || id === 'unlink') {
        forgetReader();
        await askMe();
      }
      if (id === 'unlink' && value.list.length === 0) open(routes.me);
      else await this.load();
    },
    notActed() {
      this.closeSheet();
    },
    addChild() {
      open(routes.applyForChild);
    },
  }),
);
