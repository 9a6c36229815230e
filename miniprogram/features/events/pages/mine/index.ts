import { eventRow } from '../../../../components/event-row/event-view';
import { open, routes } from '../../../../lib/routes';
import type { Said } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';

const events = paged(
  'events.list',
  ({ list }, today) => list.map((event) => eventRow(event, today, Date.now())),
  { keep: true },
);

Page(
  screen([events], {
    asked() {
      return { mine: true };
    },
    openEvent(event: Said<{ eventId: string }>) {
      open(routes.event(event.detail.eventId));
    },
    events() {
      open(routes.events);
    },
  }),
);
