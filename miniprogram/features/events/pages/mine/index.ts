import { eventRow, isPlayed } from '../../../../components/event-row/event-view';
import type { Output } from '../../../../lib/call';
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
    data: { medals: false },
    asked() {
      return { mine: true };
    },
    head({ services }: Output<'events.list'>) {
      return { medals: services.kinds.some(isPlayed) };
    },
    openMedals() {
      open(routes.medals);
    },
    openEvent(event: Said<{ eventId: string }>) {
      open(routes.event(event.detail.eventId));
    },
    events() {
      open(routes.events);
    },
  }),
);
