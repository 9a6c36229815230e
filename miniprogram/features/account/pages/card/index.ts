import { ask } from '../../../../lib/call';
import { shortDate } from '../../../../lib/dates';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { open, routes } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { grouped } from '../../../../lib/words';
import { qrImage } from '../../qr';
import { refreshAfter } from '../../refresh';

type Card = Extract<Awaited<ReturnType<typeof ask<'account.card'>>>, { kind: 'value' }>['value'];

Page({
  data: {
    look: lookNow(),
    state: { kind: 'loading' } as { kind: string; offline?: boolean; failed?: boolean },
    stale: false,
    noCard: false,
    image: '',
    name: '',
    number: '',
    category: '',
    until: '',
  },
  timer: 0,

  onShow() {
    keepLook(this);
    void this.refresh();
  },
  onHide() {
    clearTimeout(this.timer);
  },
  onUnload() {
    clearTimeout(this.timer);
  },
  /** A code is good for about a minute: a new one comes before it runs out, while the page is looked at. */
  async refresh() {
    clearTimeout(this.timer);
    const outcome = await load(this, { action: 'account.card', input: {}, show: (card) => this.view(card) });
    const ok = outcome.kind === 'value';
    const noCard = outcome.kind === 'refused' && outcome.refusals.some(({ code }) => code === 'no_card');
    if (!ok) this.setData({ stale: true, noCard });
    if (noCard) return;
    const after = ok ? refreshAfter(outcome.value.validUntil, Date.now()) : refreshAfter('', 0);
    // Not setInterval: the next one is asked for only after this answer.
    this.timer = Number(setTimeout(() => void this.refresh(), after));
  },
  view(card: Card) {
    return {
      image: qrImage(card.code),
      stale: false,
      name: card.name,
      number: grouped(card.cardNumber),
      category: card.categoryName,
      until: `有效期至 ${shortDate(card.expiresOn, libraryToday())}`,
    };
  },
  apply() {
    wx.redirectTo({ url: routes.apply });
  },
  link() {
    wx.redirectTo({ url: routes.link });
  },
  loans() {
    open(routes.myLoans);
  },
});
