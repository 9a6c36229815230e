import { open, routes } from '../../../../lib/routes';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { sharedRows } from '../../challenge-view';

/** What readers wrote for others. */
Page(
  screen([given('eventId'), paged('challenges.notes', ({ list }, today) => sharedRows(list, today))], {
    asked() {
      return { eventId: this.data.eventId };
    },
    openBook(tap: WechatMiniprogram.TouchEvent) {
      open(routes.title(dataOf(tap).id ?? ''));
    },
  }),
);
