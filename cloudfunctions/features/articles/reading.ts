import * as v from 'valibot';
import { isSeen, publishedWords } from '../../community/articles';
import { between } from '../../kernel/database';
import { reading, writing } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { columnsOf, followId, namedIn } from '../../reads/articles';
import { forReaderWithin } from '../../reads/asking';
import { articleCard, articlePage } from '../../views/articles';
import { NOT_FOUND, ofArticle } from './words';

const CARD_FIELDS = ['columnId', 'title', 'lead', 'author', 'cover', 'minutes', 'publishedAt'] as const;
const MOST_FOLLOWED = 100;

/** Newest first, what is seen by now. */
export const list = reading('articles.list', {
  caller: 'visitor',
  schema: v.strictObject({ columnId: v.optional(anId), after: aPageStart }),
  run: async (context, { columnId, after }) => {
    const { db, library, openid, now } = context;
    if (!library.settings.articles?.open) return done({ columns: [], list: [] });
    const where = { shown: true, publishedAt: between({ from: '', upTo: now }) };
    const [columns, page, identity] = await Promise.all([
      columnsOf(context),
      pageFrom(
        db,
        'articles',
        {
          where: columnId ? { columnId, ...where } : where,
          orderBy: [['publishedAt', 'desc']],
          fields: CARD_FIELDS,
        },
        after,
      ),
      db.get('identities', openid),
    ]);
    const follows = identity
      ? await db.find('columnFollows', { where: { readerId: identity.readerId }, limit: MOST_FOLLOWED })
      : [];
    const followed = new Set(follows.map((each) => each.columnId));
    return done({
      ...page,
      columns: columns.map((each) => ({ ...each, follows: followed.has(each.columnId) })),
      list: page.list.map((each) => articleCard(each, columns)),
    });
  },
});

export const show = reading('articles.show', {
  caller: 'visitor',
  schema: ofArticle,
  run: async (context, { articleId }) => {
    const { db, library, openid, now } = context;
    const [article, identity, columns] = await Promise.all([
      db.get('articles', articleId),
      db.get('identities', openid),
      columnsOf(context),
    ]);
    if (!article || !isSeen(article, now) || !library.settings.articles?.open) return refuse(NOT_FOUND);
    const [named, follow] = await Promise.all([
      namedIn(context, article),
      identity ? db.get('columnFollows', followId(article.columnId, identity.readerId)) : null,
    ]);
    const { publishedAt } = article;
    const beside = { columns, named, follows: follow !== null, publishedAt: publishedAt ?? '' };
    return done(articlePage(articleId, publishedWords(article), beside, context));
  },
});

export const follow = writing('articles.follow', {
  caller: 'reader',
  schema: v.strictObject({ columnId: anId, on: v.boolean() }),
  run: forReaderWithin(async ({ now }, { columnId, on }, transaction, { _id: readerId }) => {
    const setting = await transaction.get('settings', 'columns');
    const column = setting?._id === 'columns' && setting.columns.find((each) => each.columnId === columnId);
    if (!column) return refuse({ code: 'column_not_found' });
    const _id = followId(columnId, readerId);
    if (on) await transaction.put('columnFollows', { _id, columnId, readerId, at: now });
    else if (await transaction.get('columnFollows', _id)) await transaction.remove('columnFollows', _id);
    return {
      value: { columnId, follows: on },
      log: { outcome: `${on ? '关注' : '不再关注'}栏目“${column.name}”`, readerId },
    };
  }),
});
