import type { Output } from '../../../../lib/call';
import { open, routes } from '../../../../lib/routes';
import { paged } from '../../../../lib/screen/paged';
import { opensTitle } from '../../../../lib/screen/opens-title';
import { screen } from '../../../../lib/screen/screen';
import { pastRows } from '../../loans-view';

/** Not kept on the phone: what somebody has read is theirs alone, and the phone may be lent. */
const past = paged('loans.history', ({ list }, today) => pastRows(list, today));

Page(
  screen([past, opensTitle], {
    data: { kept: false },
    head({ kept }: Output<'loans.history'>) {
      return { kept };
    },
    report() {
      open(routes.readingReport);
    },
    preferences() {
      open(routes.preferences);
    },
  }),
);
