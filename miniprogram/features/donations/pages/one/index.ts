import type { Donation } from '../../../../../typings/contract';
import type { Picture } from '../../../../lib/picture';
import { acts } from '../../../../lib/screen/acts';
import { maybe, one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { loadsAgain } from '../../../../lib/screen/loads-again';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import { donationActs } from '../../donation-acts';
import { donationCertificate, donationView } from '../../donation-view';

/** One donation: the answer, thanks, and where each book went. */
Page(
  screen([wide, given('donationId'), loads('donations.show'), acts(donationActs), loadsAgain], {
    data: { it: maybe<ReturnType<typeof donationView>>(), picture: maybe<Picture>() },
    undrawn: () => ({ donation: one<Donation | null>(null) }),
    asked() {
      return { donationId: this.data.donationId };
    },
    shown(donation: Donation) {
      this.undrawn.donation = donation;
      return { it: donationView(donation, libraryToday()) };
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { donation } = this.undrawn;
      if (!donation) return;
      const { donationId, naming, penName, namings } = donation;
      void this.start(dataOf(event).act ?? '', { donationId, naming, penName, namings });
    },
    openCertificate() {
      const { donation } = this.undrawn;
      if (donation) this.setData({ picture: donationCertificate(donation) });
    },
    closePicture() {
      this.setData({ picture: null });
    },
  }),
);
