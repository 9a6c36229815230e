import type { Instant } from './shapes';
import type { TitleFacts } from './title-record';
import type { Availability } from './catalogue';

/**
 * `waiting` and `refused`: of a reader's list that was offered to others. A librarian's list is private or
 * public.
 */
export type ListShown = 'private' | 'waiting' | 'public' | 'refused';

/** From which age to which, both included; `null`: no end. */
export interface Ages {
  from: number | null;
  to: number | null;
}

/** A list among others: what it is, who made it, its first covers. */
export interface ListCard {
  listId: string;
  by: 'library' | 'reader';
  name: string;
  about: string;
  /** Who is named as its author; "" for a list that was never offered to others. */
  author: string;
  titles: number;
  covers: TitleFacts[];
  /** Whom it is for; absent: the library does not say. */
  ages?: Ages;
  changedAt: Instant;
}

/** A list as its owner or the staff see it. */
export interface OwnList extends ListCard {
  shown: ListShown;
  /** Why staff did not allow it; "". */
  why: string;
}

export interface MyList extends OwnList {
  /** 想读: always there, always private, it keeps its name. */
  builtIn: boolean;
  /** Whether it has the title that was asked about. */
  has: boolean;
}

export interface ListedTitle {
  title: TitleFacts;
  /** The id by which the list knows it: another one when the title was joined to another since. */
  listedAs: string;
  note: string;
  availability: Availability;
  /** The title is no longer in the catalogue; only the owner sees it still. */
  gone: boolean;
}

export interface ListPage {
  head: OwnList & { mine: boolean; builtIn: boolean };
  /** Whether this library shows lists by readers: whether one's own can be offered. */
  readersOpen: boolean;
  list: ListedTitle[];
  next?: string;
}

/** What became of a list's titles. */
export interface ListCount {
  listId: string;
  titles: number;
}

/** What a list says about itself. */
interface ListWords {
  name: string;
  about: string;
}

/** Lists of titles: the library's for everybody, one's own for oneself. */
export interface ListsApi {
  /** Lists that everybody may see: the library's in its order, or readers' with the latest allowed first. */
  'lists.public'(input: { by: 'library' | 'reader'; after?: string }): {
    list: ListCard[];
    /** Whether this library shows lists by readers at all. */
    readersOpen: boolean;
    next?: string;
  };
  /** One list with its titles, page by page, and whether each stands on a shelf now. */
  'lists.page'(input: { listId: string; after?: string }): ListPage;
  /** The reader's own lists: 想读 first, then the latest changed. */
  'lists.mine'(input: { titleId?: string }): { list: MyList[]; limit: number; readersOpen: boolean };
  /** A new list, with its first title when one is named. */
  'lists.create'(input: ListWords & { titleId?: string }): MyList;
  /** A list that others see or that waits for staff is private again after its words have changed. */
  'lists.change'(input: ListWords & { listId: string }): OwnList;
  'lists.remove'(input: { listId: string }): { listId: string };
  /** Puts a title on the list; one that is there already stays where it is. */
  'lists.add'(input: { listId: string; titleId: string }): ListCount;
  'lists.take'(input: { listId: string; titleId: string }): ListCount;
  /** Why it is on the list, in the owner's words. Counts as a change of words. */
  'lists.note'(input: { listId: string; titleId: string; note: string }): ListCount;
  /** Puts a title before another one, or last (`before` ""). */
  'lists.move'(input: { listId: string; titleId: string; before: string }): ListCount;
  /** Offers the list to others under a name of one's choice: its words are checked, then staff look at it. */
  'lists.offer'(input: { listId: string; author: string }): OwnList;
  /** Only the owner sees it again. */
  'lists.withdraw'(input: { listId: string }): OwnList;
}

/** Librarians' lists, and those that readers offer. */
export interface ListDeskApi {
  /** The library's lists, drafts too, in the order in which readers see them. */
  'listDesk.list'(input: { after?: string }): {
    list: OwnList[];
    /** Readers' lists that wait for staff. */
    waiting: number;
    readersOpen: boolean;
    /** Who asks: a new list is signed so unless told otherwise. */
    staffName: string;
    next?: string;
  };
  /** Readers' lists that wait, the first that asked first, or that are shown. */
  'listDesk.offered'(input: { shown: 'waiting' | 'public'; after?: string }): {
    list: OwnList[];
    next?: string;
  };
  'listDesk.page'(input: { listId: string; after?: string }): ListPage;
  /** Adds a list (`listId` ""), as a draft, or changes one. `ages` absent: they stay as they are. */
  'listDesk.save'(input: ListWords & { listId: string; author: string; ages?: Ages }): OwnList;
  'listDesk.publish'(input: { listId: string; shown: 'private' | 'public' }): OwnList;
  /** Two lists of the library exchange their places. */
  'listDesk.exchange'(input: { listId: string; withListId: string }): { listId: string };
  'listDesk.remove'(input: { listId: string }): { listId: string };
  'listDesk.add'(input: { listId: string; titleId: string }): ListCount;
  'listDesk.take'(input: { listId: string; titleId: string }): ListCount;
  'listDesk.note'(input: { listId: string; titleId: string; note: string }): ListCount;
  'listDesk.move'(input: { listId: string; titleId: string; before: string }): ListCount;
  /**
   * Allows or refuses a reader's list as it was when it was looked at (`changedAt`). One that is shown can be
   * taken down.
   */
  'listDesk.decide'(input: { listId: string; changedAt: Instant; allow: boolean; why: string }): OwnList;
  /** Lists by readers can be offered and seen from now on, or no more. */
  'listDesk.openToReaders'(input: { open: boolean }): { readersOpen: boolean };
}
