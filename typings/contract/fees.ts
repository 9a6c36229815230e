import type { AccountLine } from './account';
import type { CardNumber, Instant, ReaderName } from './shapes';

export interface Receipt {
  receipt: string;
  libraryName: string;
  at: Instant;
  staffName: string;
  readerName: ReaderName;
  cardTail: string;
  lines: { reason: string; titleName: string; amount: number }[];
  /** Fen. */
  total: number;
}

export interface FeesAccount {
  readerId: string;
  readerName: ReaderName;
  cardNumber: CardNumber;
  /** Fen; positive: owes. */
  owes: number;
  deposit: number;
  /** Who asked may waive, and give payments back. */
  mayForgive: boolean;
  list: AccountLine[];
  next?: string;
}

/** Money at the desk. An account is its lines; every amount is in fen. */
export interface FeesApi {
  /** Readers who owe, most first. */
  'fees.owing'(input: { after?: string }): {
    list: { readerId: string; name: ReaderName; cardNumber: CardNumber; owes: number }[];
    next?: string;
  };
  'fees.account'(input: { readerId: string; after?: string }): FeesAccount;
  'fees.charge'(input: { readerId: string; amount: number; reason: string }): FeesAccount;
  /** Settles open charges, the named ones or the oldest first. What is more than owed is refused. */
  'fees.pay'(input: {
    readerId: string;
    amount: number;
    lineIds?: string[];
    method: 'cash' | 'wechat' | 'card';
  }): Receipt;
  'fees.waive'(input: { lineId: string; amount: number; comment: string }): FeesAccount;
  /** Gives money back for a payment; at most what was paid. */
  'fees.refund'(input: { lineId: string; amount: number; comment: string }): FeesAccount;
  /** Puts a credit on the account. */
  'fees.credit'(input: { readerId: string; amount: number; reason: string }): FeesAccount;
  'fees.payDeposit'(input: { readerId: string; amount: number }): Receipt;
  'fees.returnDeposit'(input: { readerId: string; amount: number; comment: string }): Receipt;
  'fees.receipt'(input: { receipt: string; readerId: string }): Receipt;
}
