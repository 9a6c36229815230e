import type { Instant, ReaderName } from './shapes';
import type { DonationState } from './work-states';

export type DonationAct = 'withdraw' | 'answer' | 'receive' | 'settle' | 'lapse';

export type BookCondition = 'like_new' | 'good' | 'worn';

export type BringingWay = 'bring' | 'post' | 'fetch';

/** What became of a book that was given; "": not yet. */
export type BookFate = '' | 'catalogued' | 'drift' | 'passed_on';

export interface OfferedBook {
  isbn: string;
  title: string;
  author: string;
  count: number;
  condition: BookCondition;
}

export interface DonatedBook extends OfferedBook {
  /** Whether the library wants it; null: it has not answered. */
  wanted: boolean | null;
  fate: BookFate;
}

/** How the giver is named where thanks are public. */
export type GiverNaming = 'nobody' | 'masked' | 'full' | 'pen_name';

/** The ways in which this reader may be named: what the form offers is what will be accepted. */
interface MayChoose {
  namings: GiverNaming[];
}

export interface DonationRow {
  donationId: string;
  /** The first of its books. */
  title: string;
  /** Copies, all together. */
  copies: number;
  state: DonationState;
  offeredAt: Instant;
}

export interface Donation extends DonationRow, MayChoose {
  books: DonatedBook[];
  words: string;
  way: BringingWay;
  /** The library's. */
  answer: string;
  thanks: string;
  /** Of the certificate; "": none yet. */
  number: string;
  receivedAt: Instant | '';
  /** Brought by then, if it is wanted; "" where that does not matter. */
  bringBy: Instant | '';
  naming: GiverNaming;
  penName: string;
  acts: DonationAct[];
  /** For the certificate. */
  name: ReaderName;
  libraryName: string;
}

export interface ThankedFor {
  donationId: string;
  /** "": did not want to be named. */
  by: ReaderName;
  titles: string[];
  copies: number;
  at: Instant;
}

export interface DonationsApi {
  'donations.mine'(input: { after?: string }): { list: DonationRow[]; next?: string };
  /** What the form of an offer has to know. */
  'donations.form'(input: Record<string, never>): MayChoose;
  'donations.show'(input: { donationId: string }): Donation;
  'donations.offer'(input: {
    books: OfferedBook[];
    words: string;
    way: BringingWay;
    naming: GiverNaming;
    penName: string;
  }): Donation;
  'donations.withdraw'(input: { donationId: string }): Donation;
  'donations.setNaming'(input: { donationId: string; naming: GiverNaming; penName: string }): Donation;
  /** Who gave what, as far as they want to be named. */
  'donations.thanks'(input: { after?: string }): { list: ThankedFor[]; next?: string };
  /** What the catalogue knows of an ISBN; null: nothing. */
  'donations.lookUp'(input: { isbn: string }): {
    book: { title: string; author: string; copies: number } | null;
  };
}

export type DonationWhich = 'offered' | 'wanted' | 'received' | 'ended';

export interface DeskDonation extends Omit<Donation, 'libraryName' | 'namings'> {
  /** Copies of each book that the library has. */
  owned: number[];
}

export interface DonationDeskApi {
  'donationDesk.list'(input: { which: DonationWhich; after?: string }): {
    counts: { which: DonationWhich; count: number }[];
    list: (DonationRow & { name: ReaderName })[];
    next?: string;
  };
  'donationDesk.show'(input: { donationId: string }): DeskDonation;
  /** One word for each book, and words for the giver. */
  'donationDesk.answer'(input: { donationId: string; wanted: boolean[]; words: string }): DeskDonation;
  /** Copies that came of each book; thanks. */
  'donationDesk.receive'(input: { donationId: string; counts: number[]; words: string }): DeskDonation;
  'donationDesk.setFate'(input: { donationId: string; book: number; fate: BookFate }): DeskDonation;
}
