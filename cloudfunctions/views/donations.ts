import type { DeskDonation, Donation, DonationRow, ThankedFor } from '../../typings/contract/donations';
import { bringBy, donationActs } from '../community/donating';
import type { DonationDocument } from '../documents';

export const donationRow = (donation: DonationDocument): DonationRow => ({
  donationId: donation._id,
  title: donation.books[0]?.title ?? '',
  copies: donation.books.reduce((sum, { count }) => sum + count, 0),
  state: donation.state,
  offeredAt: donation.offeredAt,
});

const whole = (donation: DonationDocument, name: string, side: 'reader' | 'staff') => ({
  ...donationRow(donation),
  books: donation.books,
  words: donation.words,
  way: donation.way,
  answer: donation.answer,
  thanks: donation.thanks,
  number: donation.number,
  receivedAt: donation.receivedAt,
  bringBy: bringBy(donation),
  naming: donation.naming,
  penName: donation.penName,
  acts: donationActs(donation, side),
  name,
});

export const donationView = (
  donation: DonationDocument,
  { name, ...shown }: Pick<Donation, 'name' | 'libraryName' | 'namings'>,
): Donation => ({ ...whole(donation, name, 'reader'), ...shown });

export const deskDonationView = (
  donation: DonationDocument,
  name: string,
  owned: readonly number[],
): DeskDonation => ({ ...whole(donation, name, 'staff'), owned: [...owned] });

/** Only what came is thanked for. */
export const thankedFor = ({ _id, by, books, receivedAt }: DonationDocument): ThankedFor => {
  const came = books.filter(({ wanted, count }) => wanted === true && count > 0);
  return {
    donationId: _id,
    by,
    titles: came.map(({ title }) => title),
    copies: came.reduce((sum, { count }) => sum + count, 0),
    at: receivedAt,
  };
};
