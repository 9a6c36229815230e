import type { Acted } from '../../../../lib/acts';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { dataOf } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { newEventActs } from '../../desk-acts';
import { deskRows } from '../../desk-view';

const events = paged('eventDesk.list', ({ list }, today) => deskRows(list, today));

const DESKS = ['workDesk', 'driftDesk', 'donationDesk'] as const;
const isDesk = (desk: string): desk is (typeof DESKS)[number] => DESKS.some((each) => each === desk);

/** A calendar of everything, drafts too. */
Page(
  screen([wide, events, acts(newEventActs)], {
    openEvent(event: WechatMiniprogram.TouchEvent) {
      open(routes.runEvent(dataOf(event).id ?? ''));
    },
    openDesk(event: WechatMiniprogram.TouchEvent) {
      const desk = dataOf(event).desk ?? '';
      if (isDesk(desk)) open(routes[desk]);
    },
    openServices() {
      open(routes.eventServices);
    },
    begin() {
      void this.start('begin', { now: Date.now() });
    },
    acted({ value }: Acted<{ now: number }, typeof newEventActs>) {
      open(routes.runEvent(value.eventId));
    },
  }),
);
