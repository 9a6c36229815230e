import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { ReaderDocument } from '../documents';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';

const CARD_DIGITS = 8;

/** The counter's document carries "a number is given once". One that was given is never given again. */
export const nextCardNumber = async (
  transaction: Transaction,
  { library }: Pick<Context, 'library'>,
): Promise<string> => {
  const counter = await transaction.get('settings', 'card-counter');
  const last = counter?._id === 'card-counter' ? counter.last + 1 : 1;
  await transaction.put('settings', { _id: 'card-counter', last });
  return library.settings.cardPrefix + String(last).padStart(CARD_DIGITS, '0');
};

/** A reader who has done nothing yet, and agreed to nothing but what the card needs. */
export const newReader = (
  readerId: string,
  { name, birthDate, phone }: { name: string; birthDate: LocalDate; phone: string },
  { now, cardNumber }: { now: Instant; cardNumber: string },
): Omit<ReaderDocument, 'category' | 'guardianReaderId' | 'expiresOn' | 'standing' | 'openid'> => ({
  _id: readerId,
  name,
  cardNumber,
  birthDate,
  phone,
  childReaderIds: [],
  block: null,
  suspendedUntil: null,
  openLoans: [],
  openHolds: [],
  lately: [],
  noShows: [],
  owes: 0,
  credit: 0,
  deposit: 0,
  topics: {
    due_soon: true,
    overdue: true,
    hold_ready: true,
    hold_expired: true,
    event: true,
    recap: true,
    recall: true,
    closure: true,
    account: true,
  },
  keepsHistory: false,
  interests: [],
  language: 'zh',
  joinedAt: now,
});
