import * as v from 'valibot';
import type { Column } from '../../../typings/contract/articles';
import { wordsToEdit } from '../../community/articles';
import type { ArticleDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import { reading } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';
import { columnsOf, namedIn } from '../../reads/articles';
import { articlePage, deskArticle, deskArticleRow } from '../../views/articles';
import { NOT_FOUND, ofArticle } from './words';

const ROW_FIELDS = [
  ...['columnId', 'title', 'lead', 'author', 'cover', 'minutes', 'shown', 'publishedAt', 'printing'],
  ...['toldAt', 'by', 'changedAt', 'version', 'draft'],
];
const MOST_PRINTINGS = 100;

export const deskList = reading('articleDesk.list', {
  role: 'content',
  schema: v.strictObject({ after: aPageStart }),
  run: async (context, { after }) => {
    const { settings } = context.library;
    const [columns, page] = await Promise.all([
      columnsOf(context),
      pageFrom(
        context.db,
        'articles',
        { where: {}, orderBy: [['changedAt', 'desc']], fields: ROW_FIELDS },
        after,
      ),
    ]);
    const followers = await Promise.all(
      columns.map(({ columnId }) => context.db.count('columnFollows', { columnId })),
    );
    return done({
      ...page,
      open: settings.articles?.open ?? false,
      clips: settings.articles?.clips ?? false,
      columns: columns.map((each, i) => ({ ...each, followers: followers[i] ?? 0 })),
      list: page.list.map((article) => ({
        ...deskArticleRow(article, context.now),
        title: article.draft?.title ?? article.title,
        columnId: article.draft?.columnId ?? article.columnId,
      })),
    });
  },
});

/** An article with the library's columns beside it, or there is no such article. */
const atDesk =
  <Out>(answer: (context: StaffContext, article: ArticleDocument, columns: Column[]) => Promise<Out>) =>
  async (context: StaffContext, { articleId }: { articleId: string }) => {
    const [article, columns] = await Promise.all([context.db.get('articles', articleId), columnsOf(context)]);
    return article ? done(await answer(context, article, columns)) : refuse(NOT_FOUND);
  };

export const deskGet = reading('articleDesk.get', {
  role: 'content',
  schema: ofArticle,
  run: atDesk(async ({ library, now }, article, columns) => {
    const clips = library.settings.articles?.clips ?? false;
    return { ...deskArticle(article, now), columns, clips };
  }),
});

export const preview = reading('articleDesk.preview', {
  role: 'content',
  schema: ofArticle,
  run: atDesk(async (context, article, columns) => {
    const words = wordsToEdit(article);
    const named = await namedIn(context, words);
    const publishedAt = article.publishedAt ?? context.now;
    return articlePage(article._id, words, { columns, named, follows: false, publishedAt }, context);
  }),
});

export const printings = reading('articleDesk.printings', {
  role: 'content',
  schema: ofArticle,
  run: async ({ db }, { articleId }) => {
    const list = await db.find('articlePrintings', {
      where: { articleId },
      orderBy: [['printing', 'desc']],
      limit: MOST_PRINTINGS,
      fields: ['printing', 'at', 'by', 'words.title'],
    });
    return done({
      list: list.map(({ printing, at, by, words }) => ({ printing, at, by, title: words.title })),
    });
  },
});
