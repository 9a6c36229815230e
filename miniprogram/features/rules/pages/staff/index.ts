import type { StaffRole } from '../../../../../typings/contract';
import { act, ask } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import type { RefusalLine } from '../../../../lib/refusals';
import { headingOf, lines } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import type { Option } from '../../rule-inputs';
import { memberCards, ROLE_NAMES, type MemberCard } from '../../staff-view';

const NOBODY = { staffId: '', name: '', branch: 0, active: true, isNew: true };

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    branches: [] as Option[],
    cards: [] as MemberCard[],
    editing: false,
    member: NOBODY,
    roles: [] as { id: StaffRole; name: string; about: string; on: boolean }[],
    refusals: [] as RefusalLine[],
    no: '',
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
    if (this.data.branches.length === 0) {
      const outcome = await ask('rules.policies', {});
      if (outcome.kind === 'value') this.setData({ branches: outcome.value.branches });
    }
    await load(this, {
      action: 'rules.staff',
      input: {},
      show: ({ list }) => ({ cards: memberCards(list, this.data.branches) }),
    });
  },
  begin(member: typeof NOBODY, roles: StaffRole[]) {
    typed.set(this, { staffId: member.staffId, name: member.name });
    this.setData({
      editing: true,
      member,
      roles: ROLE_NAMES.map((role) => ({ ...role, on: roles.includes(role.id) })),
      refusals: [],
    });
  },
  openMember(event: WechatMiniprogram.TouchEvent) {
    const card = this.data.cards[Number(event.currentTarget.dataset.index)];
    if (!card) return;
    const { staffId, name, branchId, active } = card;
    const branch = Math.max(
      0,
      this.data.branches.findIndex(({ id }) => id === branchId),
    );
    this.begin({ staffId, name, branch, active, isNew: false }, card.roles);
  },
  add() {
    this.begin(NOBODY, ['circulation']);
  },
  close() {
    if (!this.data.busy) this.setData({ editing: false });
  },
  type(event: WechatMiniprogram.Input) {
    const known = typed.get(this) ?? { staffId: '', name: '' };
    typed.set(this, { ...known, [String(event.currentTarget.dataset.what)]: event.detail.value });
  },
  pickBranch(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ 'member.branch': Number(event.detail.value) });
  },
  flipRole(event: WechatMiniprogram.TouchEvent) {
    const n = Number(event.currentTarget.dataset.index);
    this.setData({ [`roles[${n}].on`]: !this.data.roles[n]?.on });
  },
  flipActive() {
    this.setData({ 'member.active': !this.data.member.active });
  },
  async save() {
    const { busy, member, roles, branches } = this.data;
    const { staffId = '', name = '' } = typed.get(this) ?? {};
    if (busy) return;
    if (!staffId.trim() || !name.trim()) {
      this.setData({ refusals: [{ code: 'empty', text: '请填写姓名和微信身份编号。' }], no: '' });
      return;
    }
    this.setData({ busy: true, refusals: [] });
    const outcome = await act('rules.saveStaff', {
      staffId: staffId.trim(),
      name: name.trim(),
      branchId: branches[member.branch]?.id ?? '',
      roles: roles.filter(({ on }) => on).map(({ id }) => id),
      active: member.active,
    });
    this.setData({ busy: false });
    if (outcome.kind !== 'value') {
      this.setData({ refusals: lines(outcome) ?? [], no: headingOf(outcome, '没有保存') });
      return;
    }
    this.setData({ editing: false });
    wx.showToast({ title: '已保存', icon: 'success' });
    await this.load();
  },
});

const typed = new WeakMap<object, { staffId: string; name: string }>();
