import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { ReaderDocument } from '../documents';
import type { Context } from '../kernel/context';

const CARD_DIGITS = 8;

/**
 * The counter's document carries "a number is given once". It is taken in a short transaction of its
 * own, before the one that uses it, so that many who apply at once wait for one another's counting and
 * not for one another's cards. A number of which nothing came is left out.
 */
export const nextCardNumber = ({ db, library }: Pick<Context, 'db' | 'library'>): Promise<string> =>
  db.transact(async (transaction) => {
    const counter = await transaction.get('settings', 'card-counter');
    const last = counter?._id === 'card-counter' ? counter.last + 1 : 1;
    await transaction.put('settings', { _id: 'card-counter', last });
    return library.settings.cardPrefix + String(last).padStart(CARD_DIGITS, '0');
  });

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
    reference: true,
    closure: true,
    account: true,
    news: true,
    article: true,
  },
  keepsHistory: false,
  interests: [],
  language: 'zh',
  joinedAt: now,
});
