import type { FamilyMember } from '../../../../../typings/contract';
import type { Acted } from '../../../../lib/acts';
import { FAMILY, type MemberRow } from '../../../../lib/family';
import { keep } from '../../../../lib/keep';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { askMe, forgetReader } from '../../../../lib/session';
import { familyActs, NOBODY, type Member } from '../../family-acts';
import { familyView } from '../../family-view';

const family = loads('account.family', ({ list }) => familyView(list), { keep: true });

Page(
  screen([family, acts(familyActs)], {
    data: {
      self: maybe<MemberRow>(),
      children: none<MemberRow>(),
      cards: none<MemberRow>(),
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
    addCard() {
      void this.start('add', NOBODY);
    },
    async acted({ id, value }: Acted<Member, typeof familyActs>) {
      this.closeSheet();
      if (id !== 'add') forgetReader();
      if (id === 'switch') await Promise.all([askMe(), this.load()]);
      else {
        if (id === 'unlink') await askMe();
        if (value.list.length === 0) open(routes.me);
        else this.show(value.list);
      }
    },
    notActed() {
      this.closeSheet();
    },
    show(list: FamilyMember[]) {
      keep(FAMILY, { list });
      this.setData({ ...familyView(list) });
    },
    addChild() {
      open(routes.applyForChild);
    },
  }),
);
