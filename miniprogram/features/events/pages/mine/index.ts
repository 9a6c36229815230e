import { eventRow } from '../../../../components/event-row/event-view';
import { listScreen } from '../../../../lib/list-screen';
import { open, routes } from '../../../../lib/routes';

Page({
  ...listScreen({
    action: 'events.list',
    input: () => ({ mine: true }),
    rows: (list, today) => list.map((event) => eventRow(event, today, Date.now())),
  }),
  openEvent(event: WechatMiniprogram.CustomEvent<{ eventId: string }>) {
    open(routes.event(event.detail.eventId));
  },
  events() {
    open(routes.events);
  },
});
