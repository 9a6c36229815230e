import { act } from '../../../../lib/call';
import { forgetKept } from '../../../../lib/keep';
import { fromQuery, open, routes } from '../../../../lib/routes';
import { maybe, one } from '../../../../lib/screen/empty';
import { dataOf, type Said } from '../../../../lib/screen/event';
import type { Query } from '../../../../lib/screen/part';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { askMe, knownOrAskedMe, libraryToday } from '../../../../lib/session';
import { appliedView, type AppliedView } from '../../apply-view';
import { applicationOf, check, fromInvalid, likelyBirthDate, needsGuardian, TOO_OLD } from '../../form';
import type { Messages } from '../../form';
import { childText, privacyText } from '../../texts';

Page(
  screen([submits()], {
    data: {
      name: '',
      birthDate: '',
      phone: '',
      guardianCard: '',
      agreed: false,
      agreedForChild: false,
      guardian: false,
      today: libraryToday(),
      messages: one<Messages>({}),
      done: maybe<AppliedView>(),
      /** A guardian applies for a child: the card becomes one of the family. */
      forChild: false,
      /** Where the wheels of the birth date begin. */
      likely: '1990-01-01',
      /** The text that is read now. */
      reading: one<'' | 'privacy' | 'child'>(''),
      texts: { privacy: privacyText, child: childText },
    },
    onLoad(query: Query) {
      if (fromQuery(query, 'for') !== 'child') return;
      wx.setNavigationBarTitle({ title: '给孩子办证' });
      this.setData({ forChild: true, guardian: true, likely: likelyBirthDate(libraryToday()) });
      void this.fillGuardian();
    },
    /** The guardian who asks is known: their own card stands in the form already. */
    async fillGuardian() {
      const reader = (await knownOrAskedMe())?.reader;
      if (reader && !this.data.guardianCard) this.setData({ guardianCard: reader.cardNumber });
    },
    type(event: Said<{ value: string }>) {
      const { field = '' } = dataOf(event);
      this.setData({ [field]: event.detail.value, [`messages.${field}`]: '' });
    },
    pickBirthDate(event: Said<{ value: string }>) {
      const birthDate = event.detail.value;
      const guardian = needsGuardian(birthDate, libraryToday());
      const { forChild } = this.data;
      this.setData({
        birthDate,
        guardian: guardian || forChild,
        'messages.birthDate': forChild && !guardian ? TOO_OLD : '',
      });
    },
    scanGuardian() {
      wx.scanCode({
        success: ({ result }) => this.setData({ guardianCard: result.trim(), 'messages.guardianCard': '' }),
      });
    },
    async send() {
      if (this.data.busy) return;
      const messages = check(this.data, this.data, libraryToday());
      this.setData({ messages, refusals: [] });
      if (Object.values(messages).some(Boolean)) return;
      const reader = await this.submit(
        'apply',
        '办证未完成',
        async () => {
          const outcome = await act('account.apply', applicationOf(this.data, this.data.guardian));
          if (outcome.kind !== 'value') return outcome;
          forgetKept();
          await askMe();
          return outcome;
        },
        (outcome) => {
          if (outcome.kind === 'refused') {
            const young = outcome.refusals.some(({ code }) => code === 'guardian_needed');
            return { guardian: this.data.guardian || young };
          }
          if (outcome.kind !== 'invalid') return {};
          const told = fromInvalid(outcome.fields);
          return { messages: told, no: '填写有误', ...(Object.keys(told).length > 0 && { refusals: [] }) };
        },
      );
      if (reader) this.setData({ done: appliedView(reader) });
    },
    tick(event: WechatMiniprogram.TouchEvent) {
      const { field = '' } = dataOf(event);
      const ticked = field === 'agreed' ? this.data.agreed : this.data.agreedForChild;
      this.setData({ [field]: !ticked, [`messages.${field}`]: '' });
    },
    read(event: WechatMiniprogram.TouchEvent) {
      this.setData({ reading: dataOf(event).text === 'child' ? 'child' : 'privacy' });
    },
    closeText() {
      this.setData({ reading: '' });
    },
    everything() {
      this.closeText();
      open(routes.kept);
    },
    card() {
      wx.redirectTo({ url: this.data.forChild ? routes.family : routes.card });
    },
    goOn() {
      if (getCurrentPages().length > 1) wx.navigateBack();
      else open(routes.search);
    },
  }),
);
