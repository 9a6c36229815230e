import type { DeskDonation, LocalDate } from '../../../../../typings/contract';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none, one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { loadsAgain } from '../../../../lib/screen/loads-again';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { WAYS, bookRows, donationRows, type BookView, type DonationRowView } from '../../donation-view';
import { handleActs } from '../../handle-acts';

const shows = (donation: DeskDonation, today: LocalDate) => {
  const [row] = donationRows([donation], today);
  return {
    row: row ?? null,
    donation,
    books: bookRows(donation.books, donation.owned),
    way: WAYS.find(({ id }) => id === donation.way)?.name ?? '',
    may: {
      answer: donation.acts.includes('answer'),
      receive: donation.acts.includes('receive'),
      fate: donation.acts.includes('settle'),
    },
  };
};

/** One donation at the desk. */
Page(
  screen([wide, given('donationId'), loads('donationDesk.show', shows), acts(handleActs), loadsAgain], {
    data: {
      row: one<DonationRowView | null>(null),
      donation: maybe<DeskDonation>(),
      books: none<BookView>(),
      way: '',
      may: { answer: false, receive: false, fate: false },
    },
    asked() {
      return { donationId: this.data.donationId };
    },
    begin(event: WechatMiniprogram.TouchEvent) {
      const { donation, donationId } = this.data;
      const { act = '', index = '0' } = dataOf(event);
      if (donation) void this.start(act, { donationId, books: donation.books, book: Number(index) });
    },
  }),
);
