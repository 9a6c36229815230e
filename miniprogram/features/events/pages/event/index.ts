import type { EventPage } from '../../../../../typings/contract';
import { act } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import type { RefusalLine } from '../../../../lib/refusals';
import { fromQuery, open, routes } from '../../../../lib/routes';
import { askMe, knownMe, libraryToday } from '../../../../lib/session';
import { offerMessages, prepareMessages } from '../../../../lib/subscribe';
import { lines, tell } from '../../../../lib/tell';
import { eventPageView, type EventPageView, type Primary } from '../../event-page-view';

Page({
  data: {
    look: lookNow(),
    state: { kind: 'loading' },
    title: '',
    facts: [] as EventPageView['facts'],
    about: [] as string[],
    lectureId: '',
    primary: { kind: 'none', text: '', note: '' } as Primary,
    busy: false,
    refusals: [] as RefusalLine[],
    sheet: '' as '' | 'done' | 'card',
    confirming: false,
  },
  eventId: '',
  event: undefined as EventPage | undefined,

  onLoad(query: Record<string, string | undefined>) {
    this.eventId = fromQuery(query, 'eventId');
  },
  onShow() {
    keepLook(this);
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  onShareAppMessage() {
    return { title: this.event?.title ?? '书香', path: routes.event(this.eventId) };
  },
  async load() {
    await load(this, {
      action: 'events.show',
      input: { eventId: this.eventId },
      keepAs: `events.show ${this.eventId}`,
      show: (event) => this.view(event),
    });
  },
  view(event: EventPage): Record<string, unknown> {
    this.event = event;
    return { ...eventPageView(event, libraryToday(), Date.now()) };
  },

  primary() {
    switch (this.data.primary.kind) {
      case 'register':
        void this.register();
        return;
      case 'cancel':
        this.setData({ confirming: true });
        return;
      case 'recap':
        this.recap();
        return;
      case 'none':
        return;
    }
  },
  async register() {
    if (this.data.busy) return;
    this.setData({ busy: true, refusals: [] });
    const me =
      knownMe() ?? (await askMe().then((outcome) => (outcome.kind === 'value' ? outcome.value : undefined)));
    if (me && !me.reader) {
      this.setData({ busy: false, sheet: 'card' });
      return;
    }
    void prepareMessages();
    const outcome = await act('events.register', { eventId: this.eventId });
    if (outcome.kind === 'value') {
      this.setData({ ...this.view(outcome.value), busy: false, sheet: 'done' });
      return;
    }
    const needsCard = outcome.kind === 'refused' && outcome.refusals.some(({ code }) => code === 'no_card');
    this.setData({
      busy: false,
      refusals: needsCard ? [] : (lines(outcome) ?? []),
      sheet: needsCard ? 'card' : '',
    });
    // Somebody else took the last place, or the event was cancelled: the page shows it as it is now.
    if (outcome.kind === 'refused' && !needsCard) await this.load();
  },
  async cancel() {
    this.setData({ confirming: false });
    if (this.data.busy) return;
    this.setData({ busy: true });
    const outcome = await act('events.cancel', { eventId: this.eventId });
    this.setData({ busy: false });
    if (tell(outcome, '已取消报名')) this.setData(this.view(outcome.value));
    else await this.load();
  },
  keepPlace() {
    this.setData({ confirming: false });
  },
  async remind() {
    const accepted = await offerMessages(['event', 'recap']);
    this.setData({ sheet: '' });
    if (accepted.length > 0) wx.showToast({ title: '活动前会提醒您', icon: 'none' });
  },
  closeSheet() {
    this.setData({ sheet: '' });
  },
  recap() {
    open(routes.lecture(this.data.lectureId));
  },
  apply() {
    this.setData({ sheet: '' });
    open(routes.apply);
  },
  link() {
    this.setData({ sheet: '' });
    open(routes.link);
  },
});
