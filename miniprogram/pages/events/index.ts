import { eventRow } from '../../components/event-row/event-view';
import { open, routes } from '../../lib/routes';
import type { Said } from '../../lib/screen/event';
import { paged } from '../../lib/screen/paged';
import { screen } from '../../lib/screen/screen';

const events = paged(
  'events.list',
  ({ list }, today) => list.map((event) => eventRow(event, today, Date.now())),
  { keep: true },
);

Page(
  screen([events], {
    openEvent(event: Said<{ eventId: string }>) {
      open(routes.event(event.detail.eventId));
    },
    mine() {
      open(routes.myEvents);
    },
    lectures() {
      open(routes.lectures);
    },
  }),
);
