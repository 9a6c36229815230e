import type { Availability } from './catalogue';
import type { EventSummary } from './events';
import type { Instant } from './shapes';
import type { TitleFacts } from './title-record';

interface Picture {
  /** File in the cloud's storage; "" of one that could not be taken along and has to be put in. */
  fileId: string;
  caption: string;
  /** What is seen in it, for who does not see it. */
  alt: string;
}

/** One part of an article. A kind that a phone does not know yet is left out there. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'quote'; text: string; from: string }
  | ({ kind: 'picture' } & Picture)
  | { kind: 'gallery'; pictures: Picture[] }
  | { kind: 'clip'; fileId: string; title: string }
  | { kind: 'audio'; fileId: string; title: string }
  | { kind: 'book'; titleId: string }
  | { kind: 'event'; eventId: string };

export interface ArticleWords {
  columnId: string;
  title: string;
  lead: string;
  author: string;
  /** File of a picture; "": none. */
  cover: string;
  blocks: Block[];
}

export interface Column {
  columnId: string;
  name: string;
  about: string;
}

export interface ArticleCard extends Omit<ArticleWords, 'blocks'> {
  articleId: string;
  columnName: string;
  publishedAt: Instant;
  /** To read it, at an easy pace. */
  minutes: number;
}

export interface ArticlePage extends ArticleCard {
  column: Column;
  /** The reader follows its column. */
  follows: boolean;
  blocks: Block[];
  /** What book and event blocks name; one that is gone is left out. */
  books: (TitleFacts & { availability: Availability })[];
  events: EventSummary[];
}

export interface ArticlesApi {
  'articles.list'(input: { columnId?: string; after?: string }): {
    columns: (Column & { follows: boolean })[];
    list: ArticleCard[];
    next?: string;
  };
  'articles.show'(input: { articleId: string }): ArticlePage;
  /** What a column brings from now on is told. */
  'articles.follow'(input: { columnId: string; on: boolean }): { columnId: string; follows: boolean };
}

export interface DeskArticle {
  articleId: string;
  words: ArticleWords;
  /** The words are a draft that readers do not see yet. */
  hasDraft: boolean;
  state: 'draft' | 'scheduled' | 'published' | 'hidden';
  publishedAt: Instant | null;
  /** Followers are told of it once; null: they were not. */
  toldAt: Instant | null;
  by: string;
  changedAt: Instant;
  version: number;
}

type DeskArticleRow = Omit<DeskArticle, 'words'> & Pick<ArticleWords, 'title' | 'columnId'>;

interface ArticlePrinting {
  printing: number;
  title: string;
  at: Instant;
  by: string;
}

type Seen = { articleId: string; version: number };

export interface ArticleDeskApi {
  'articleDesk.list'(input: { after?: string }): {
    open: boolean;
    clips: boolean;
    columns: (Column & { followers: number })[];
    list: DeskArticleRow[];
    next?: string;
  };
  'articleDesk.get'(input: { articleId: string }): DeskArticle & { columns: Column[]; clips: boolean };
  /** As readers will see it. */
  'articleDesk.preview'(input: { articleId: string }): ArticlePage;
  /** Saves a draft beside what readers see; `articleId` "": of a new one. */
  'articleDesk.save'(input: Seen & { words: ArticleWords }): DeskArticle;
  /** Readers see the draft from a moment on, null: from now; followers are told of it the first time. */
  'articleDesk.publish'(input: Seen & { publishAt: Instant | null; tell: boolean }): DeskArticle;
  'articleDesk.show'(input: { articleId: string; shown: boolean }): DeskArticle;
  'articleDesk.remove'(input: { articleId: string }): { articleId: string };
  'articleDesk.printings'(input: { articleId: string }): { list: ArticlePrinting[] };
  /** What was published once is the draft again. */
  'articleDesk.restore'(input: Seen & { printing: number }): DeskArticle;
  /**
   * An article of a public account, as blocks; nothing is saved. `missing`: pictures that have to be put in.
   */
  'articleDesk.bringIn'(input: { html: string }): {
    words: Omit<ArticleWords, 'columnId'>;
    missing: string[];
    leftOut: string[];
  };
  'articleDesk.saveColumns'(input: { columns: Column[] }): { columns: Column[] };
  'articleDesk.setOpen'(input: { open: boolean; clips: boolean }): { open: boolean; clips: boolean };
}
