import { askBeside } from '../../../../lib/beside';
import type { Outcome, Output } from '../../../../lib/call';
import { familyTabs } from '../../../../lib/family';
import { open, routes } from '../../../../lib/routes';
import { none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { isRefusedFor } from '../../../../lib/tell';
import { cardView } from '../../card-view';
import { refreshAfter } from '../../refresh';

/** Less is a tap that slipped. */
const SWIPE_PX = 60;

/** `readerId`: whose card; '' is the acting reader's own. */
Page(
  screen([given('readerId'), loads('account.card', cardView)], {
    data: {
      noCard: false,
      /** Cards that can be shown: one's own, the children's, the other linked ones. */
      tabs: none<{ readerId: string; name: string }>(),
    },
    undrawn: () => ({ timer: 0, swipeFrom: 0 }),
    onShow() {
      void askBeside('account.family', {}, ({ list }) => {
        const tabs = familyTabs(list);
        this.setData({ tabs, readerId: this.data.readerId || (tabs[0]?.readerId ?? '') });
      });
    },
    onHide() {
      clearTimeout(this.undrawn.timer);
    },
    onUnload() {
      clearTimeout(this.undrawn.timer);
    },
    asked() {
      clearTimeout(this.undrawn.timer);
      const { readerId } = this.data;
      return readerId ? { readerId } : {};
    },
    /** A code is good for about a minute: a new one comes before it runs out, while the page is looked at. */
    loaded(outcome: Outcome<Output<'account.card'>>) {
      clearTimeout(this.undrawn.timer);
      const noCard = isRefusedFor(outcome, 'no_card');
      if (outcome.kind !== 'value') this.setData({ stale: true, noCard });
      if (noCard) return;
      const validUntil = outcome.kind === 'value' ? outcome.value.validUntil : '';
      // Not setInterval: the next one is asked for only after this answer.
      this.undrawn.timer = Number(setTimeout(() => void this.load(), refreshAfter(validUntil, Date.now())));
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      this.show(dataOf(event).id ?? '');
    },
    /** A swipe over the card goes to the next one of the family. */
    startSwipe(event: WechatMiniprogram.TouchEvent) {
      this.undrawn.swipeFrom = event.touches[0]?.clientX ?? 0;
    },
    endSwipe(event: WechatMiniprogram.TouchEvent) {
      const { swipeFrom } = this.undrawn;
      const moved = (event.changedTouches[0]?.clientX ?? swipeFrom) - swipeFrom;
      if (Math.abs(moved) < SWIPE_PX) return;
      const { tabs, readerId } = this.data;
      const at = tabs.findIndex((tab) => tab.readerId === readerId);
      const next = tabs[at + (moved < 0 ? 1 : -1)];
      if (next) this.show(next.readerId);
    },
    show(readerId: string) {
      if (readerId === this.data.readerId) return;
      // The former card must not be shown under the new name for a moment.
      this.setData({ readerId, image: '', state: { kind: 'loading' } });
      void this.load();
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
  }),
);
