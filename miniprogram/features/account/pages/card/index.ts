import type { FamilyMember } from '../../../../../typings/contract';
import { ask } from '../../../../lib/call';
import { shortDate } from '../../../../lib/dates';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { fromQuery, open, routes } from '../../../../lib/routes';
import { familyTabs, FAMILY } from '../../../../lib/family';
import { keep, kept } from '../../../../lib/keep';
import { libraryToday } from '../../../../lib/session';
import { grouped } from '../../../../lib/words';
import { qrImage } from '../../../../lib/qr';
import { refreshAfter } from '../../refresh';

type Card = Extract<Awaited<ReturnType<typeof ask<'account.card'>>>, { kind: 'value' }>['value'];

/** Less is a tap that slipped. */
const SWIPE_PX = 60;

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
    /** Cards that can be shown: one's own, the children's, the other linked ones. */
    tabs: [] as { readerId: string; name: string }[],
    /** '' is the acting reader's own. */
    readerId: '',
  },
  timer: 0,

  onLoad(query: Record<string, string | undefined>) {
    this.setData({ readerId: fromQuery(query, 'readerId') });
  },
  onShow() {
    keepLook(this);
    void this.refresh();
    void this.loadFamily();
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
    const outcome = await load(this, {
      action: 'account.card',
      input: this.data.readerId ? { readerId: this.data.readerId } : {},
      show: (card) => this.view(card),
    });
    const ok = outcome.kind === 'value';
    const noCard = outcome.kind === 'refused' && outcome.refusals.some(({ code }) => code === 'no_card');
    if (!ok) this.setData({ stale: true, noCard });
    if (noCard) return;
    const after = ok ? refreshAfter(outcome.value.validUntil, Date.now()) : refreshAfter('', 0);
    // Not setInterval: the next one is asked for only after this answer.
    this.timer = Number(setTimeout(() => void this.refresh(), after));
  },
  async loadFamily() {
    const known = kept<{ list: FamilyMember[] }>(FAMILY);
    if (known) this.showTabs(known.value.list);
    const outcome = await ask('account.family', {});
    if (outcome.kind !== 'value') return;
    keep(FAMILY, outcome.value);
    this.showTabs(outcome.value.list);
  },
  showTabs(list: FamilyMember[]) {
    const tabs = familyTabs(list);
    this.setData({ tabs, readerId: this.data.readerId || (tabs[0]?.readerId ?? '') });
  },
  choose(event: WechatMiniprogram.TouchEvent) {
    this.show(String(event.currentTarget.dataset.id));
  },
  /** A swipe over the card goes to the next one of the family. */
  startSwipe(event: WechatMiniprogram.TouchEvent) {
    this.swipeFrom = event.touches[0]?.clientX ?? 0;
  },
  endSwipe(event: WechatMiniprogram.TouchEvent) {
    const moved = (event.changedTouches[0]?.clientX ?? this.swipeFrom) - this.swipeFrom;
    if (Math.abs(moved) < SWIPE_PX) return;
    const { tabs, readerId } = this.data;
    const at = tabs.findIndex((tab) => tab.readerId === readerId);
    const next = tabs[at + (moved < 0 ? 1 : -1)];
    if (next) this.show(next.readerId);
  },
  swipeFrom: 0,
  show(readerId: string) {
    if (readerId === this.data.readerId) return;
    // The former card must not be shown under the new name for a moment.
    this.setData({ readerId, image: '', state: { kind: 'loading' } });
    void this.refresh();
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
    open(this.data.readerId ? routes.loansOf(this.data.readerId) : routes.myLoans);
  },
});
