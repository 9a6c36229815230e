import type { Branch } from '../../../../../typings/contract';
import { ask, type Outcome, type Output } from '../../../../lib/call';
import { open } from '../../../../lib/routes';
import { none } from '../../../../lib/screen/empty';
import { dataOf, type Said } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { tell } from '../../../../lib/tell';
import { askingToday, chooseBranch, chosenBranch, deskHead, forgetBranch, keptToday } from '../../branch';
import { isPlace, PLACES } from '../../today-places';
import { todayView } from '../../today-view';

const today = loads('desk.today', (value) => ({ ...deskHead(value), ...todayView(value) }), {
  keep: keptToday,
});

Page(
  screen([wide, today], {
    data: {
      branches: none<Branch>(),
      choosing: false,
    },
    asked: askingToday,
    async loaded(outcome: Outcome<Output<'desk.today'>>) {
      const gone =
        outcome.kind === 'refused' && outcome.refusals.some(({ code }) => code === 'branch_not_found');
      if (!gone || !chosenBranch()) return;
      // The branch that this device remembered was closed for good: back to the librarian's own.
      forgetBranch();
      await this.load();
    },
    go(event: WechatMiniprogram.TouchEvent) {
      const { to = '' } = dataOf(event);
      if (isPlace(to)) open(PLACES[to]);
    },
    /** Scans of before are being sent: the counts are out of date. */
    settled() {
      void this.load();
    },
    async chooseBranch() {
      const outcome = await ask('catalogue.branches', {});
      if (tell(outcome)) this.setData({ branches: outcome.value.list, choosing: true });
    },
    closeBranches() {
      this.setData({ choosing: false });
    },
    setBranch(event: Said<{ branchId: string }>) {
      chooseBranch(event.detail.branchId);
      this.setData({ choosing: false, branchId: event.detail.branchId });
      void this.load();
    },
  }),
);
