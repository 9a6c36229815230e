import { eventRow } from '../../components/event-row/event-view';
import { listScreen } from '../../lib/list-screen';
import { open, routes } from '../../lib/routes';

Page({
  ...listScreen({
    action: 'events.list',
    input: () => ({}),
    rows: (list, today) => list.map((event) => eventRow(event, today, Date.now())),
  }),
  openEvent(event: WechatMiniprogram.CustomEvent<{ eventId: string }>) {
    open(routes.event(event.detail.eventId));
  },
  mine() {
    open(routes.myEvents);
  },
  lectures() {
    open(routes.lectures);
  },
});
