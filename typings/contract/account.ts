import type { BirthDate, CardNumber, Instant, LocalDate, PhoneNumber, ReaderName } from './shapes';
import type { Refusal } from './refusals';

/** One of the library's own categories of readers: data in its settings, not a list of ours. */
export type ReaderCategory = string;

export interface Reader {
  readerId: string;
  name: ReaderName;
  cardNumber: CardNumber;
  category: ReaderCategory;
  categoryName: string;
  expiresOn: LocalDate;
  /** Masked, "138****1234", or "". */
  phone: PhoneNumber;
  /** Why this reader may not borrow now; empty when nothing stands in the way. */
  blocks: Refusal[];
  topics: Record<NoticeTopic, boolean>;
  /** `pending`: staff look at the application first. */
  standing: 'active' | 'pending' | 'closed';
  /** Fen; positive: owes, negative: has credit. */
  owes: number;
  /** Fen. */
  deposit: number;
  keepsHistory: boolean;
  /** Ids of the words that were chosen. */
  interests: string[];
  language: 'zh' | 'en';
}

/** A reader of the family: a child whose guardian asks, or another card linked to the same WeChat. */
export interface FamilyMember {
  readerId: string;
  name: ReaderName;
  cardNumber: CardNumber;
  categoryName: string;
  relation: 'self' | 'child' | 'card';
  /** The card that acts in this WeChat now. */
  acting: boolean;
  loans: number;
  overdue: number;
  ready: number;
  /** Fen. */
  owes: number;
}

/**
 * Somebody asks this reader to be their guardian. Nothing of it was typed by who asks, but the birth
 * date.
 */
export interface GuardianRequest {
  requestId: string;
  /** The last four digits of the child's card, to compare with the card itself. */
  cardEnd: string;
  age: number;
  at: Instant;
}

interface Family {
  list: FamilyMember[];
  /** Who asks this reader to be their guardian. */
  requests: GuardianRequest[];
  /** The reader is a child whose guardian has not confirmed. */
  awaitsGuardian: boolean;
  /** Of age, and not at the most: a child's card can be applied for. */
  mayAddChild: boolean;
}

export interface AccountLine {
  lineId: string;
  at: Instant;
  account: 'fees' | 'deposit';
  kind: 'charge' | 'payment' | 'waiver' | 'refund' | 'credit' | 'deposit_paid' | 'deposit_returned';
  /** Fen; positive: the reader owes more. */
  amount: number;
  /** Of a charge: what is still open, fen. */
  open: number;
  reason: string;
  titleName: string;
  receipt: string;
  /** Money was paid in, or a credit given, that can be given back. */
  refundable: boolean;
}

export type ConsentSubject = 'privacy' | 'history' | 'guardian' | 'recommendations';

export type NoticeTopic =
  | 'due_soon'
  | 'overdue'
  | 'hold_ready'
  | 'hold_expired'
  | 'event'
  | 'recap'
  | 'recall'
  | 'reference'
  | 'closure'
  | 'account'
  /** What the library announces. */
  | 'news'
  /** Articles of columns that the reader follows. */
  | 'article';

export interface Me {
  /** null: a visitor without a card. */
  reader: Reader | null;
  /** Present when this person is on the staff. */
  staff?: { name: string; branchId: string; branchName: string };
  unreadNotices: number;
  /** Present where this library watches subjects for readers. */
  watchesSubjects?: true;
  /** Present where this library publishes articles. */
  hasArticles?: true;
  /** The library has no recaps. */
  noLectures?: true;
}

export interface AccountApi {
  'account.me'(input: Record<string, never>): Me;
  /**
   * A card at once, in one form. Under 14 needs a guardian's card: one's own, or that of somebody who is
   * asked to confirm in their own WeChat. The answer is the same whether anybody has that card.
   */
  'account.apply'(input: {
    name: ReaderName;
    birthDate: BirthDate;
    phone: PhoneNumber;
    guardianCard?: string;
    /** Version of the text on privacy that was agreed to. */
    agreedTo: string;
    /** Of the guardian who applies for a child: version of the text on children. */
    agreedForChild?: string;
  }): Reader;
  /** Links an existing card by its number and password (6 digits). Five wrong tries lock for 15 minutes. */
  'account.link'(input: { cardNumber: CardNumber; password: string }): Reader;
  /** The card as a signed code, good for a minute or so. */
  'account.card'(input: { readerId?: string }): {
    name: ReaderName;
    cardNumber: CardNumber;
    category: ReaderCategory;
    categoryName: string;
    expiresOn: LocalDate;
    code: string;
    validUntil: Instant;
  };
  'account.setTopic'(input: { topic: NoticeTopic; on: boolean }): Reader;
  /** Unlinks this WeChat from the card; the card and its loans stay. */
  'account.logOut'(input: Record<string, never>): { cardNumber: CardNumber };
  /** The reader, their children and the other cards linked to this WeChat. */
  'account.family'(input: Record<string, never>): Family;
  /** Says yes or no to a child who asks for a guardian; who says yes has read the text on children. */
  'account.answerGuardian'(input: { requestId: string; accept: boolean; agreedForChild?: string }): {
    answered: true;
  };
  /** A child who waits for a guardian asks by another card; answers the same whether anybody has it. */
  'account.askGuardian'(input: { guardianCard: string }): { asked: true };
  /** The guardian of a child is one no longer. */
  'account.endGuardianship'(input: { readerId: string }): { ended: true };
  /** Links one more card to this WeChat. Rate-limited like `link`. */
  'account.linkAnother'(input: { cardNumber: CardNumber; password: string }): { list: FamilyMember[] };
  /** Another linked card acts from now on. */
  'account.switchTo'(input: { readerId: string }): Reader;
  /** Takes one card out of this WeChat; the acting one too. */
  'account.unlink'(input: { readerId: string }): { list: FamilyMember[] };
  'account.setPreferences'(input: { language?: 'zh' | 'en'; keepsHistory?: boolean }): Reader;
  'account.setPassword'(input: { oldPassword?: string; newPassword: string }): { changed: true };
  'account.setPhone'(input: { phone: PhoneNumber }): Reader;
  /** Lines of the fees and deposit accounts, newest first. */
  'account.lines'(input: { after?: string }): {
    owes: number;
    deposit: number;
    list: AccountLine[];
    next?: string;
  };
  /** Who of the staff looked at this reader's record, newest first. */
  'account.looks'(input: { after?: string }): {
    list: { day: LocalDate; at: Instant; staffName: string; action: string; times: number }[];
    next?: string;
  };
  /** What the library keeps about readers, why, who sees it and how long: for everybody. */
  'account.kept'(input: Record<string, never>): {
    list: { what: string; why: string; seenBy: string; until: string }[];
  };
  'account.consents'(input: Record<string, never>): {
    list: { what: ConsentSubject; given: boolean; at: Instant; version: string }[];
  };
  'account.consent'(input: { what: ConsentSubject; given: boolean; version: string }): {
    list: { what: ConsentSubject; given: boolean; at: Instant; version: string }[];
  };
  /** Everything the library keeps about this reader, as text in JSON, for them to keep. */
  'account.export'(input: Record<string, never>): { fileName: string; json: string };
  /**
   * Closes the account once nothing is open; what names the reader goes, the library's own figures stay.
   */
  'account.close'(input: { cardNumber: CardNumber }): { closed: true };
}
