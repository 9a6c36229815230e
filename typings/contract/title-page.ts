import type {
  Availability,
  Branch,
  BranchItems,
  IsbnForms,
  ItemOnPage,
  RelatedTitles,
  ShelfStretch,
} from './catalogue';
import type { HoldSummary, WaitingTime } from './holds';
import type { Refusal } from './refusals';
import type { Instant, LocalDate } from './shapes';
import type { TitleFacts, TitleRecord } from './title-record';

export interface TitlePage extends TitleFacts, Omit<TitleRecord, 'isbns'> {
  isbns: IsbnForms[];
  availability: Availability;
  branches: BranchItems[];
  queue: { waiting: number; ready: number };
  /** How long a hold placed now would wait, when enough is known. */
  waitingTime?: WaitingTime;
  /** This reader's own hold, if any. */
  myHold?: HoldSummary;
  /** This reader's own open loan of the title, if any. */
  myLoan?: { loanId: string; dueOn: LocalDate };
  /** Why this reader cannot hold it at any branch; absent: they can, or have it already. */
  noHold?: Refusal[];
  addedAt: Instant;
  /** What readers gave it, 1 to 5 each; absent in a library that does not show reviews. */
  rating?: { count: number; sum: number };
}

export interface CatalogueApi {
  'catalogue.title'(input: { titleId: string }): TitlePage;
  /** Copies at one branch, 20 a page, in the order of the title page. */
  'catalogue.items'(input: { titleId: string; branchId: string; after?: string }): {
    list: ItemOnPage[];
    total: number;
    next?: string;
  };
  /** Other editions, other volumes and similar titles, with what can be had of each. */
  'catalogue.related'(input: { titleId: string }): RelatedTitles;
  /** What stands around a title at a branch, or further `left` or `right` from where a stretch ended. */
  'catalogue.shelf'(input: {
    branchId: string;
    titleId: string;
    left?: string;
    right?: string;
  }): ShelfStretch;
  'catalogue.branches'(input: Record<string, never>): { list: Branch[] };
}
