import { act } from '../../../../lib/call';
import { forgetKept } from '../../../../lib/keep';
import { open, routes } from '../../../../lib/routes';
import { maybe, one } from '../../../../lib/screen/empty';
import { dataOf, type Said } from '../../../../lib/screen/event';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { askMe } from '../../../../lib/session';
import { grouped } from '../../../../lib/words';

Page(
  screen([submits()], {
    data: {
      cardNumber: '',
      password: '',
      messages: one<{ cardNumber?: string; password?: string }>({}),
      done: maybe<{ name: string; number: string }>(),
    },
    type(event: Said<{ value: string }>) {
      const { field = '' } = dataOf(event);
      this.setData({ [field]: event.detail.value, [`messages.${field}`]: '' });
    },
    scan() {
      wx.scanCode({
        success: ({ result }) => this.setData({ cardNumber: result.trim(), 'messages.cardNumber': '' }),
      });
    },
    async send() {
      if (this.data.busy) return;
      const { password } = this.data;
      const cardNumber = this.data.cardNumber.replace(/\s/g, '');
      const messages = {
        cardNumber: cardNumber ? '' : '请填写读者证号',
        password: /^\d{6}$/.test(password) ? '' : '密码是 6 位数字',
      };
      this.setData({ messages, refusals: [] });
      if (messages.cardNumber || messages.password) return;
      const reader = await this.submit(
        'link',
        '绑定未完成',
        async () => {
          const outcome = await act('account.link', { cardNumber, password });
          if (outcome.kind !== 'value') return outcome;
          forgetKept();
          await askMe();
          return outcome;
        },
        // A wrong password is typed anew; a lost answer keeps it, so that the same try is asked for again.
        ({ kind }) => (kind === 'refused' ? { password: '' } : {}),
      );
      if (reader) this.setData({ done: { name: reader.name, number: grouped(reader.cardNumber) } });
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
  }),
);
