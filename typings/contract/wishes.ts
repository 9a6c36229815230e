import type { Instant } from './shapes';
import type { TitleFacts } from './title-record';
import type { WishState } from './work-states';

export type WishAct = 'consider' | 'order' | 'decline' | 'arrive';

/** A book as a reader knows it; without an ISBN its author is needed. */
export interface WishedBook {
  title: string;
  author: string;
  /** ""; or with ten or thirteen digits. */
  isbn: string;
}

export interface WishRow extends WishedBook {
  wishId: string;
  state: WishState;
  /** When it came to this state. */
  since: Instant;
  /** Readers who asked for it. */
  asked: number;
}

export interface Wish extends WishRow {
  /** The library's words on its state: why not, or when it comes; "". */
  answer: string;
  /** In the catalogue, once it has arrived; "". */
  titleId: string;
  /** What the reader wrote, and when; null: did not ask for it. */
  mine: { why: string; at: Instant } | null;
  /** Whether the reader may still take it back. */
  withdrawable: boolean;
}

/** A title of the library that may be the book. */
export interface HeldTitle extends TitleFacts {
  /** "": none is known. */
  isbn: string;
  /** Copies that exist for readers, and of them on the shelf now. */
  copies: number;
  onShelf: number;
  /** The same ISBN: it is that book, and not another edition. */
  same: boolean;
}

/** How many books a reader may ask for in a month; 0: the library takes no suggestions. */
interface WishLimit {
  perMonth: number;
  /** Of this month; for who has no card what a card would give. */
  left: number;
}

export interface WishesApi {
  /** What the library knows of a book already: its own titles, and that others asked for it. */
  'wishes.look'(input: WishedBook): WishLimit & { held: HeldTitle[]; wish: Wish | null };
  'wishes.mine'(input: { after?: string }): WishLimit & { list: Wish[]; next?: string };
  'wishes.show'(input: { wishId: string }): Wish;
  /** `anyway`: another edition than the one that the library has. */
  'wishes.ask'(input: WishedBook & { why: string; anyway: boolean }): Wish & { joined: boolean };
  'wishes.withdraw'(input: { wishId: string }): { withdrawn: boolean };
}

export type WishWhich = 'received' | 'considering' | 'ordered' | 'ended';

export interface DeskWish extends WishRow {
  answer: string;
  titleId: string;
  firstAt: Instant;
  /** Why readers want it, without who they are; the newest first, at most a hundred. */
  whys: { why: string; at: Instant }[];
  held: HeldTitle[];
  acts: WishAct[];
}

export interface WishDeskApi {
  /** What most readers asked for first; of what has ended, the newest. */
  'wishDesk.list'(input: { which: WishWhich; after?: string }): {
    counts: { which: WishWhich; count: number }[];
    perMonth: number;
    list: WishRow[];
    next?: string;
  };
  'wishDesk.show'(input: { wishId: string }): DeskWish;
  /** Words for who asked; a no needs them. */
  'wishDesk.decide'(input: {
    wishId: string;
    act: 'consider' | 'order' | 'decline';
    words: string;
  }): DeskWish;
  /** `code`: the ISBN of the title, or the barcode of a copy. */
  'wishDesk.arrive'(input: { wishId: string; code: string }): DeskWish;
  /** What the library ordered by itself, so that readers hear of it. */
  'wishDesk.addOrder'(input: WishedBook): DeskWish;
  'wishDesk.setLimit'(input: { perMonth: number }): { perMonth: number };
}
