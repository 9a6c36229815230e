import { act } from '../../../../lib/call';
import { forgetKept } from '../../../../lib/keep';
import { keepLook, lookNow } from '../../../../lib/look';
import type { RefusalLine } from '../../../../lib/refusals';
import { open, routes } from '../../../../lib/routes';
import { askMe, libraryToday } from '../../../../lib/session';
import { headingOf, lines } from '../../../../lib/tell';
import { grouped } from '../../../../lib/words';
import { check, fromInvalid, needsGuardian, type Messages } from '../../form';

Page({
  data: {
    look: lookNow(),
    name: '',
    birthDate: '',
    phone: '',
    guardianCard: '',
    guardian: false,
    today: libraryToday(),
    messages: {} as Messages,
    refusals: [] as RefusalLine[],
    no: '',
    busy: false,
    done: null as { name: string; number: string } | null,
  },
  onShow() {
    keepLook(this);
  },
  type(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const field = String(event.currentTarget.dataset.field);
    this.setData({ [field]: event.detail.value, [`messages.${field}`]: '' });
  },
  pickBirthDate(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const birthDate = event.detail.value;
    this.setData({ birthDate, guardian: needsGuardian(birthDate, libraryToday()), 'messages.birthDate': '' });
  },
  scanGuardian() {
    wx.scanCode({
      success: ({ result }) => this.setData({ guardianCard: result.trim(), 'messages.guardianCard': '' }),
    });
  },
  async submit() {
    if (this.data.busy) return;
    const { name, birthDate, phone, guardianCard, guardian } = this.data;
    const messages = check({ name, birthDate, phone, guardianCard }, guardian, libraryToday());
    this.setData({ messages, refusals: [] });
    if (Object.values(messages).some(Boolean)) return;
    this.setData({ busy: true });
    const outcome = await act('account.apply', {
      name: name.trim(),
      birthDate,
      phone: phone.trim(),
      ...(guardian ? { guardianCard: guardianCard.trim() } : {}),
    });
    this.setData({ busy: false });
    if (outcome.kind === 'value') {
      forgetKept();
      await askMe();
      this.setData({ done: { name: outcome.value.name, number: grouped(outcome.value.cardNumber) } });
      return;
    }
    if (outcome.kind === 'invalid') {
      const told = fromInvalid(outcome.fields);
      this.setData({
        messages: told,
        refusals: Object.keys(told).length ? [] : (lines(outcome) ?? []),
        no: '填写有误',
      });
      return;
    }
    const young =
      outcome.kind === 'refused' && outcome.refusals.some(({ code }) => code === 'guardian_needed');
    const no = headingOf(outcome, '还没有办成');
    this.setData({ refusals: lines(outcome) ?? [], no, guardian: this.data.guardian || young });
  },
  card() {
    wx.redirectTo({ url: routes.card });
  },
  goOn() {
    if (getCurrentPages().length > 1) wx.navigateBack();
    else open(routes.search);
  },
});
