import type { EventPage } from '../../../../../typings/contract';
import type { Acted } from '../../../../lib/acts';
import { act } from '../../../../lib/call';
import { scanWithCamera } from '../../../../lib/camera';
import type { Picture } from '../../../../lib/picture';
import type { RefusalLine } from '../../../../lib/refusals';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { none, one } from '../../../../lib/screen/empty';
import { cardSheet } from '../../../../lib/screen/card-sheet';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { knownOrAskedMe, libraryToday } from '../../../../lib/session';
import { offerMessages, prepareMessages } from '../../../../lib/subscribe';
import { isRefusedFor, lines } from '../../../../lib/tell';
import { certificatePicture } from '../../certificate';
import { eventActs, type EventFacts } from '../../event-acts';
import { eventPageView, type EventPageView } from '../../event-page-view';
import type { Primary } from '../../primary';

const event = loads('events.show', (page, today) => eventPageView(page, today, Date.now()), { keep: true });

Page(
  screen([given('eventId'), event, acts(eventActs), cardSheet], {
    data: {
      title: '',
      facts: none<EventPageView['facts'][number]>(),
      about: none<string>(),
      lectureId: '',
      isQuiz: false,
      primary: one<Primary>({ kind: 'none', text: '', note: '', other: '' }),
      refusals: none<RefusalLine>(),
      own: one<EventPageView['own']>(null),
      draw: one<EventPageView['draw']>(null),
      agenda: none<EventPageView['agenda'][number]>(),
      because: none<RefusalLine>(),
      asks: false,
      toCome: false,
      canCheckIn: false,
      address: '',
      branchId: '',
      location: one<EventPageView['location']>(null),
      series: none<EventPageView['series'][number]>(),
      photos: none<EventPageView['photos'][number]>(),
      certificate: one<EventPageView['certificate']>(null),
      picture: one<Picture | null>(null),
      event: one<EventPageView['event']>({
        eventId: '',
        party: 1,
        guestNames: false,
        fields: [],
        registration: 'closed',
      }),
      calendar: one<EventPageView['calendar']>({ title: '', startTime: 0, endTime: '', location: '' }),
      sheet: one<'' | 'done' | 'waits' | 'card'>(''),
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
      const { kind } = this.data.primary;
      if (kind === 'recap') open(routes.lecture(this.data.lectureId));
      else if (kind === 'play') this.play();
      else if (kind === 'register') void this.wantsPlace();
      else if (kind !== 'none') void this.start(kind, this.data);
    },
    play() {
      const { eventId, isQuiz } = this.data;
      open(isQuiz ? routes.quiz(eventId) : routes.challenge(eventId));
    },
    decline() {
      void this.start('decline', this.data);
    },
    /** Whoever has no card is told so before anything is asked. */
    async wantsPlace() {
      if (!this.data.asks) {
        await this.register();
        return;
      }
      const me = await knownOrAskedMe();
      if (me && !me.reader) this.setData({ sheet: 'card' });
      else await this.start('register', this.data);
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
      else if (outcome.kind === 'value') await this.isIn(outcome.value);
      else {
        this.setData({ refusals: lines(outcome) ?? [], sheet: '' });
        // Somebody else took the last place, or the event was cancelled: the page shows it as it is now.
        if (outcome.kind === 'refused') await this.load();
      }
    },
    async acted({ id, value }: Acted<EventFacts, typeof eventActs>) {
      if (id === 'register') await this.isIn(value);
      else this.setData(this.shownNow(value));
    },
    /** A place, or one in the list or the draw: how far in the list is asked for anew. */
    async isIn(page: EventPage) {
      this.setData({ ...this.shownNow(page), sheet: page.registration === 'registered' ? 'done' : 'waits' });
      if (page.registration !== 'registered') await this.load();
    },
    async checkIn() {
      const code = await scanWithCamera();
      if (!code) return;
      const outcome = await this.once('checkIn', () => act('events.checkIn', { code }));
      if (outcome?.kind === 'value') this.setData({ ...this.shownNow(outcome.value), refusals: [] });
      else if (outcome) this.setData({ refusals: lines(outcome) ?? [] });
    },
    openDraw() {
      open(routes.eventDraw(this.data.eventId));
    },
    addToCalendar() {
      wx.addPhoneCalendar({
        ...this.data.calendar,
        alarm: true,
        alarmOffset: 3600,
        success: () => wx.showToast({ title: '已记到日历', icon: 'none' }),
        fail: () => undefined,
      });
    },
    openMap() {
      const { location, address, calendar } = this.data;
      if (location) wx.openLocation({ ...location, name: calendar.location, address });
    },
    openBranch() {
      open(routes.branch(this.data.branchId));
    },
    openCertificate() {
      const { certificate } = this.data;
      if (certificate) this.setData({ picture: certificatePicture(certificate) });
    },
    closePicture() {
      this.setData({ picture: null });
    },
    openPhoto(tapped: WechatMiniprogram.TouchEvent) {
      const urls = this.data.photos.map(({ fileId }) => fileId);
      wx.previewImage({ urls, current: urls[Number(dataOf(tapped).index)] ?? '' });
    },
    openOther(tapped: WechatMiniprogram.TouchEvent) {
      open(routes.event(dataOf(tapped).id ?? ''));
    },
    copyAddress() {
      wx.setClipboardData({ data: this.data.address });
    },
    async notActed() {
      await this.load();
    },
    async remind() {
      const accepted = await offerMessages(['event', 'recap']);
      this.closeSheet();
      if (accepted.length > 0) wx.showToast({ title: '活动前会提醒您', icon: 'none' });
    },
  }),
);
