import type { Output } from '../../../../lib/call';
import { open, routes } from '../../../../lib/routes';
import type { Said } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { pastRows } from '../../loans-view';

/** Not kept on the phone: what somebody has read is theirs alone, and the phone may be lent. */
const past = paged('loans.history', ({ list }, today) => pastRows(list, today));

Page(
  screen([past], {
    data: { kept: false },
    head({ kept }: Output<'loans.history'>) {
      return { kept };
    },
    openTitle(event: Said<{ titleId: string }>) {
      open(routes.title(event.detail.titleId));
    },
    preferences() {
      open(routes.preferences);
    },
  }),
);
