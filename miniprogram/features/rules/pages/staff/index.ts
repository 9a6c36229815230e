import type { StaffRole } from '../../../../../typings/contract';
import { act, ask, type Output } from '../../../../lib/call';
import { acts } from '../../../../lib/screen/acts';
import { none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { wide } from '../../../../lib/screen/wide';
import type { Option } from '../../rule-inputs';
import { staffActs } from '../../staff-acts';
import {
  memberCards,
  memberForm,
  memberOf,
  nobody,
  roleRows,
  type MemberCard,
  type MemberForm,
  type RoleRow,
} from '../../staff-view';

Page(
  screen([wide, loads('rules.staff'), submits(), acts(staffActs)], {
    data: {
      branches: none<Option>(),
      cards: none<MemberCard>(),
      editing: false,
      member: nobody,
      roles: none<RoleRow>(),
    },
    undrawn: () => ({ typed: { staffId: '', name: '' } }),
    /** The branches are named on the cards: without them nothing else is missing. */
    async asked() {
      if (this.data.branches.length === 0) {
        const outcome = await ask('rules.policies', {});
        if (outcome.kind === 'value') this.setData({ branches: outcome.value.branches });
      }
      return {};
    },
    shown({ list }: Output<'rules.staff'>): Record<string, unknown> {
      return { cards: memberCards(list, this.data.branches) };
    },
    begin(member: MemberForm, roles: StaffRole[]) {
      this.undrawn.typed = { staffId: member.staffId, name: member.name };
      this.setData({ editing: true, member, roles: roleRows(roles), refusals: [] });
    },
    openMember(event: WechatMiniprogram.TouchEvent) {
      const card = this.data.cards[Number(dataOf(event).index)];
      if (card) this.begin(memberForm(card, this.data.branches), card.roles);
    },
    add() {
      this.begin(nobody, ['circulation']);
    },
    close() {
      if (!this.data.busy) this.setData({ editing: false });
    },
    type(event: WechatMiniprogram.Input) {
      const { what = '' } = dataOf(event);
      this.undrawn.typed = { ...this.undrawn.typed, [what]: event.detail.value };
    },
    pickBranch(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ 'member.branch': Number(event.detail.value) });
    },
    flipRole(event: WechatMiniprogram.TouchEvent) {
      const n = Number(dataOf(event).index);
      this.setData({ [`roles[${n}].on`]: !this.data.roles[n]?.on });
    },
    flipActive() {
      this.setData({ 'member.active': !this.data.member.active });
    },
    askClearPin() {
      const { staffId, name } = this.data.member;
      void this.start('clearPin', { staffId, name });
    },
    async acted() {
      this.setData({ editing: false });
      await this.load();
    },
    async save() {
      const { member, roles, branches } = this.data;
      const sent = memberOf(member, this.undrawn.typed, roles, branches);
      if (!sent) return this.missing('请填写姓名和微信身份编号。');
      const saved = await this.submit('save', '没有保存', () => act('rules.saveStaff', sent));
      if (!saved) return;
      this.setData({ editing: false });
      wx.showToast({ title: '已保存', icon: 'success' });
      await this.load();
    },
  }),
);
