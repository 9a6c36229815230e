import type { EventPage } from '../../../../../typings/contract';
import type { Acted } from '../../../../lib/acts';
import { act } from '../../../../lib/call';
import type { RefusalLine } from '../../../../lib/refusals';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { none, one } from '../../../../lib/screen/empty';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { knownOrAskedMe, libraryToday } from '../../../../lib/session';
import { offerMessages, prepareMessages } from '../../../../lib/subscribe';
import { isRefusedFor, lines } from '../../../../lib/tell';
import { eventActs } from '../../event-acts';
import { eventPageView, type EventPageView, type Primary } from '../../event-page-view';

const event = loads('events.show', (page, today) => eventPageView(page, today, Date.now()), { keep: true });

Page(
  screen([given('eventId'), event, acts(eventActs)], {
    data: {
      title: '',
      facts: none<EventPageView['facts'][number]>(),
      about: none<string>(),
      lectureId: '',
      primary: one<Primary>({ kind: 'none', text: '', note: '' }),
      refusals: none<RefusalLine>(),
      sheet: one<'' | 'done' | 'card'>(''),
    },
    onShareAppMessage() {
      return { title: this.data.title || '书香', path: routes.event(this.data.eventId) };
    },
    asked() {
      return { eventId: this.data.eventId };
    },
    shownNow(page: EventPage) {
      return { ...eventPageView(page, libraryToday(), Date.now()) };
    },

    primary() {
      switch (this.data.primary.kind) {
        case 'register':
          void this.register();
          return;
        case 'cancel':
          void this.start('cancel', this.data);
          return;
        case 'recap':
          open(routes.lecture(this.data.lectureId));
          return;
        case 'none':
          return;
      }
    },
    async register() {
      if (this.data.busy) return;
      this.setData({ refusals: [] });
      const outcome = await this.once('register', async () => {
        const me = await knownOrAskedMe();
        if (me && !me.reader) return undefined;
        void prepareMessages();
        return act('events.register', { eventId: this.data.eventId });
      });
      if (!outcome || isRefusedFor(outcome, 'no_card')) this.setData({ sheet: 'card' });
      else if (outcome.kind === 'value') this.setData({ ...this.shownNow(outcome.value), sheet: 'done' });
      else {
        this.setData({ refusals: lines(outcome) ?? [], sheet: '' });
        // Somebody else took the last place, or the event was cancelled: the page shows it as it is now.
        if (outcome.kind === 'refused') await this.load();
      }
    },
    acted({ value }: Acted<{ eventId: string }, typeof eventActs>) {
      this.setData(this.shownNow(value));
    },
    async notActed() {
      await this.load();
    },
    async remind() {
      const accepted = await offerMessages(['event', 'recap']);
      this.closeSheet();
      if (accepted.length > 0) wx.showToast({ title: '活动前会提醒您', icon: 'none' });
    },
    closeSheet() {
      this.setData({ sheet: '' });
    },
    apply() {
      this.closeSheet();
      open(routes.apply);
    },
    link() {
      this.closeSheet();
      open(routes.link);
    },
  }),
);
