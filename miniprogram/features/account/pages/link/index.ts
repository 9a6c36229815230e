import { act } from '../../../../lib/call';
import { forgetKept } from '../../../../lib/keep';
import { keepLook, lookNow } from '../../../../lib/look';
import type { RefusalLine } from '../../../../lib/refusals';
import { open, routes } from '../../../../lib/routes';
import { askMe } from '../../../../lib/session';
import { headingOf, lines } from '../../../../lib/tell';
import { grouped } from '../../../../lib/words';

Page({
  data: {
    look: lookNow(),
    cardNumber: '',
    password: '',
    messages: {} as { cardNumber?: string; password?: string },
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
  scan() {
    wx.scanCode({
      success: ({ result }) => this.setData({ cardNumber: result.trim(), 'messages.cardNumber': '' }),
    });
  },
  async submit() {
    if (this.data.busy) return;
    const cardNumber = this.data.cardNumber.replace(/\s/g, '');
    const messages = {
      cardNumber: cardNumber ? '' : '请填写读者证号',
      password: /^\d{6}$/.test(this.data.password) ? '' : '密码是 6 位数字',
    };
    this.setData({ messages, refusals: [] });
    if (messages.cardNumber || messages.password) return;
    this.setData({ busy: true });
    const outcome = await act('account.link', { cardNumber, password: this.data.password });
    if (outcome.kind === 'value') {
      forgetKept();
      await askMe();
      this.setData({
        busy: false,
        done: { name: outcome.value.name, number: grouped(outcome.value.cardNumber) },
      });
      return;
    }
    const no = headingOf(outcome, '还没有绑定成');
    // A wrong password is typed anew; a lost answer keeps it, so that the same try is asked for again.
    const typedAnew = outcome.kind === 'refused' ? { password: '' } : {};
    this.setData({ busy: false, refusals: lines(outcome) ?? [], no, ...typedAnew });
  },
  card() {
    wx.redirectTo({ url: routes.card });
  },
  goOn() {
    if (getCurrentPages().length > 1) wx.navigateBack();
    else open(routes.home);
  },
  apply() {
    wx.redirectTo({ url: routes.apply });
  },
});
