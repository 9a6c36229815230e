import type {
  ArticleCard,
  ArticlePage,
  ArticleWords,
  Column,
  DeskArticle,
} from '../../typings/contract/articles';
import { minutesToRead, wordsToEdit } from '../community/articles';
import type { ArticleDocument } from '../documents';
import type { Context } from '../kernel/context';
import type { Named } from '../reads/articles';
import { availabilityOf } from './availability';
import { eventSummary } from './events';

const nameOf = (columns: readonly Column[], columnId: string): string =>
  columns.find((each) => each.columnId === columnId)?.name ?? '';

type Shown = Pick<
  ArticleDocument,
  '_id' | 'columnId' | 'title' | 'lead' | 'author' | 'cover' | 'minutes' | 'publishedAt'
>;

export const articleCard = (
  { _id, publishedAt, columnId, title, lead, author, cover, minutes }: Shown,
  columns: readonly Column[],
): ArticleCard => ({
  ...{ articleId: _id, columnId, title, lead, author, cover, minutes },
  columnName: nameOf(columns, columnId),
  publishedAt: publishedAt ?? '',
});

/** An article as readers see it, of what was published or of a draft. */
export const articlePage = (
  articleId: string,
  words: ArticleWords,
  {
    columns,
    follows,
    publishedAt,
    named,
  }: { columns: readonly Column[]; follows: boolean; publishedAt: string; named: Named },
  context: Pick<Context, 'library' | 'now'>,
): ArticlePage => ({
  ...words,
  ...{ articleId, follows, publishedAt, minutes: minutesToRead(words) },
  columnName: nameOf(columns, words.columnId),
  column: columns.find(({ columnId }) => columnId === words.columnId) ?? {
    columnId: '',
    name: '',
    about: '',
  },
  books: named.books.map(({ facts, copies }) => ({
    ...facts,
    availability: availabilityOf(context.library, copies),
  })),
  events: named.events.map((event) => eventSummary(event, { reader: null, own: null }, context)),
});

type Row = Omit<DeskArticle, 'words'>;

export const deskArticleRow = (
  {
    _id,
    shown,
    publishedAt,
    draft,
    printing,
    toldAt,
    by,
    changedAt,
    version,
  }: Omit<ArticleDocument, 'blocks'>,
  now: string,
): Row => ({
  ...{ articleId: _id, publishedAt, toldAt, by, changedAt, version },
  hasDraft: draft !== null,
  state:
    printing === 0
      ? 'draft'
      : !shown
        ? 'hidden'
        : publishedAt !== null && publishedAt > now
          ? 'scheduled'
          : 'published',
});

export const deskArticle = (article: ArticleDocument, now: string): DeskArticle => ({
  ...deskArticleRow(article, now),
  words: wordsToEdit(article),
});
