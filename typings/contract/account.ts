import type { Instant, LocalDate } from './answer';
import type { Refusal } from './refusals';

export type ReaderCategory = 'adult' | 'child' | 'senior' | 'student' | 'researcher';

export interface Reader {
  readerId: string;
  name: string;
  cardNumber: string;
  category: ReaderCategory;
  expiresOn: LocalDate;
  /** Masked, "138****1234", or "". */
  phone: string;
  /** Why this reader may not borrow now; empty when nothing stands in the way. */
  blocks: Refusal[];
  topics: Record<NoticeTopic, boolean>;
}

export type NoticeTopic = 'due_soon' | 'overdue' | 'hold_ready' | 'hold_expired' | 'event' | 'recap';

export interface Me {
  /** null: a visitor without a card. */
  reader: Reader | null;
  /** Present when this person is on the staff. */
  staff?: { name: string; branchId: string; branchName: string };
  unreadNotices: number;
}

export interface AccountApi {
  'account.me'(input: Record<string, never>): Me;
  /** A card at once, in one form. Under 14 needs a guardian's card. */
  'account.apply'(input: {
    name: string;
    birthDate: LocalDate;
    phone: string;
    guardianCard?: string;
  }): Reader;
  /** Links an existing card by its number and password (6 digits). Five wrong tries lock for 15 minutes. */
  'account.link'(input: { cardNumber: string; password: string }): Reader;
  /** The card as a signed code, good for a minute or so. */
  'account.card'(input: Record<string, never>): {
    name: string;
    cardNumber: string;
    category: ReaderCategory;
    expiresOn: LocalDate;
    code: string;
    validUntil: Instant;
  };
  'account.setTopic'(input: { topic: NoticeTopic; on: boolean }): Reader;
  /** Unlinks this WeChat from the card; the card and its loans stay. */
  'account.logOut'(input: Record<string, never>): { cardNumber: string };
}
