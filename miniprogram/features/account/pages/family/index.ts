import type { FamilyMember } from '../../../../../typings/contract';
import type { AskField } from '../../../../components/ask-sheet/fields';
import { answerWith, asking, notAsking, type Asking } from '../../../../lib/asking';
import { act } from '../../../../lib/call';
import { FAMILY, memberRow, type MemberRow } from '../../../../lib/family';
import { keep } from '../../../../lib/keep';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { open, routes } from '../../../../lib/routes';
import { askMe, forgetReader } from '../../../../lib/session';
import { tell } from '../../../../lib/tell';

const cardFields: AskField[] = [
  {
    name: 'cardNumber',
    label: '读者证号',
    kind: 'text',
    value: '',
    required: true,
    placeholder: '印在读者证上',
  },
  {
    name: 'password',
    label: '密码',
    kind: 'password',
    value: '',
    required: true,
    placeholder: '6 位数字',
    hint: '没有设过密码的，请在原来的微信里设置，或到服务台办理',
  },
];

Page({
  data: {
    look: lookNow(),
    state: { kind: 'loading' },
    self: null as MemberRow | null,
    children: [] as MemberRow[],
    cards: [] as MemberRow[],
    /** Whose sheet is open. */
    chosen: null as MemberRow | null,
    sheet: false,
    ask: notAsking as Asking,
    /** Asks once more before a card is taken out. */
    parting: false,
    busy: '',
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
      action: 'account.family',
      input: {},
      keepAs: FAMILY,
      show: ({ list }) => shown(list),
    });
  },
  choose(event: WechatMiniprogram.TouchEvent) {
    const { self, children, cards } = this.data;
    const id = String(event.currentTarget.dataset.id);
    const chosen = [self, ...children, ...cards].find((row) => row?.readerId === id) ?? null;
    this.setData({ chosen, sheet: chosen !== null });
  },
  closeSheet() {
    this.setData({ sheet: false });
  },
  showCard() {
    this.setData({ sheet: false });
    if (this.data.chosen) open(routes.cardOf(this.data.chosen.readerId));
  },
  showLoans() {
    this.setData({ sheet: false });
    if (this.data.chosen) open(routes.loansOf(this.data.chosen.readerId));
  },
  async switchTo() {
    const readerId = this.data.chosen?.readerId;
    if (!readerId || this.data.busy) return;
    this.setData({ busy: 'switch' });
    const outcome = await act('account.switchTo', { readerId });
    this.setData({ busy: '', sheet: false });
    if (!tell(outcome, '已切换')) return;
    forgetReader();
    await Promise.all([askMe(), this.load()]);
  },
  askUnlink() {
    this.setData({ sheet: false, parting: true });
  },
  stay() {
    this.setData({ parting: false });
  },
  async unlink() {
    const readerId = this.data.chosen?.readerId;
    this.setData({ parting: false });
    if (!readerId || this.data.busy) return;
    this.setData({ busy: 'unlink' });
    const outcome = await act('account.unlink', { readerId });
    this.setData({ busy: '' });
    if (!tell(outcome, '已解绑')) return;
    forgetReader();
    await askMe();
    if (outcome.value.list.length === 0) open(routes.me);
    else this.show(outcome.value.list);
  },
  addCard() {
    this.setData({
      ask: asking('card', {
        heading: '绑定另一张读者证',
        note: '绑定后可以随时切换使用，也能替对方看借阅、出示读者证。',
        fields: cardFields,
        confirm: '绑定',
      }),
    });
  },
  closeAsk() {
    this.setData({ 'ask.visible': false });
  },
  async answered(event: WechatMiniprogram.CustomEvent<{ answers: Record<string, string> }>) {
    const { cardNumber = '', password = '' } = event.detail.answers;
    const input = { cardNumber: cardNumber.replace(/\s/g, ''), password: password.trim() };
    const value = await answerWith(this, () => act('account.linkAnother', input));
    if (!value) return;
    wx.showToast({ title: '已绑定', icon: 'success' });
    this.show(value.list);
  },
  show(list: FamilyMember[]) {
    keep(FAMILY, { list });
    this.setData(shown(list));
  },
  addChild() {
    open(routes.applyForChild);
  },
});

function shown(list: FamilyMember[]) {
  const rows = list.map(memberRow);
  const of = (relation: MemberRow['relation']) => rows.filter((row) => row.relation === relation);
  return { self: of('self')[0] ?? null, children: of('child'), cards: of('card') };
}
