import { open, routes } from '../../lib/routes';
import type { Said } from '../../lib/screen/event';
import type { ChildView } from './child-view';

type Tap = WechatMiniprogram.TouchEvent;
const idOf = (event: Tap): string => (event.currentTarget.dataset as { id?: string }).id ?? '';

/**
 * What there is for the age of a child: their loans, librarians' lists, events, what to read next and what is
 * new. `guardian`: somebody looks for them. `turn` counts how often the page was loaded.
 */
Component({
  properties: {
    child: { type: Object, value: null as unknown as ChildView },
    guardian: { type: Boolean, value: false },
    turn: { type: Number, value: 0 },
  },
  methods: {
    loans() {
      const { child, guardian } = this.properties;
      open(guardian ? routes.loansOf(child.readerId) : routes.myLoans);
    },
    search() {
      open(routes.search);
    },
    events() {
      open(routes.events);
    },
    openList(event: Tap) {
      open(routes.list(idOf(event)));
    },
    openTitle(event: Tap) {
      open(routes.title(idOf(event)));
    },
    openRecommended({ detail }: Said<{ titleId: string }>) {
      open(routes.title(detail.titleId));
    },
    openEvent({ detail }: Said<{ eventId: string }>) {
      open(routes.event(detail.eventId));
    },
  },
});
