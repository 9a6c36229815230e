import { act } from '../../../../lib/call';
import { forgetKept } from '../../../../lib/keep';
import { keepLook, lookNow } from '../../../../lib/look';
import type { RefusalLine } from '../../../../lib/refusals';
import { fromQuery, open, routes } from '../../../../lib/routes';
import { askMe, knownMe, libraryToday } from '../../../../lib/session';
import { headingOf, lines } from '../../../../lib/tell';
import { grouped } from '../../../../lib/words';
import { privacyText } from '../../texts';
import { check, fromInvalid, needsGuardian, type Messages } from '../../form';

/** A child who gets a card is likely of this age. */
const CHILD_AGE = 7;

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
    done: null as { name: string; number: string; pending: boolean } | null,
    /** A guardian applies for a child: the card becomes one of the family. */
    forChild: false,
    /** Where the wheels of the birth date begin. */
    likely: '1990-01-01',
    reading: false,
    privacyText,
  },
  onLoad(query: Record<string, string | undefined>) {
    if (fromQuery(query, 'for') !== 'child') return;
    wx.setNavigationBarTitle({ title: '给孩子办证' });
    const likely = `${Number(libraryToday().slice(0, 4)) - CHILD_AGE}-01-01`;
    this.setData({ forChild: true, guardian: true, likely });
    void this.fillGuardian();
  },
  /** The guardian who asks is known: their own card stands in the form already. */
  async fillGuardian() {
    const known = knownMe()?.reader;
    const outcome = known ? undefined : await askMe();
    const reader = known ?? (outcome?.kind === 'value' ? outcome.value.reader : null);
    if (reader && !this.data.guardianCard) this.setData({ guardianCard: reader.cardNumber });
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
    const guardian = needsGuardian(birthDate, libraryToday());
    const tooOld = this.data.forChild && !guardian;
    this.setData({
      birthDate,
      guardian: guardian || this.data.forChild,
      'messages.birthDate': tooOld ? '满 14 周岁请在本人微信里办证' : '',
    });
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
    if (this.data.forChild && birthDate && !needsGuardian(birthDate, libraryToday()))
      messages.birthDate = '满 14 周岁请在本人微信里办证';
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
      const { name: given, cardNumber, standing } = outcome.value;
      forgetKept();
      await askMe();
      this.setData({ done: { name: given, number: grouped(cardNumber), pending: standing === 'pending' } });
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
  readPrivacy() {
    this.setData({ reading: true });
  },
  closePrivacy() {
    this.setData({ reading: false });
  },
  card() {
    wx.redirectTo({ url: this.data.forChild ? routes.family : routes.card });
  },
  goOn() {
    if (getCurrentPages().length > 1) wx.navigateBack();
    else open(routes.search);
  },
});
