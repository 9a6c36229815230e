import { ask } from '../../../../lib/call';
import { open } from '../../../../lib/routes';
import { none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import { donationRows, thanksRows, type DonationRowView } from '../../donation-view';
import { donationRoutes } from '../../routes';

/** Whom the library thanks, and one's own donations above them. */
Page(
  screen([wide, paged('donations.thanks', ({ list }, today) => thanksRows(list, today))], {
    data: { mine: none<DonationRowView>() },
    async beside() {
      const outcome = await ask('donations.mine', {});
      if (outcome.kind === 'value') this.setData({ mine: donationRows(outcome.value.list, libraryToday()) });
    },
    openOne(event: WechatMiniprogram.TouchEvent) {
      open(donationRoutes.one(dataOf(event).id ?? ''));
    },
    begin() {
      open(donationRoutes.offer);
    },
  }),
);
