import { isSeen } from '../../community/articles';
import type { JobContext } from '../../kernel/context';
import { between } from '../../kernel/database';
import type { Part } from '../../steps/spreading';

const PART = 100;

/** The next followers of an article's column; null: it was taken from the readers meanwhile. */
export const articlePart = async (context: JobContext, id: string, after: string): Promise<Part | null> => {
  const { db, now } = context;
  const article = await db.get('articles', id);
  if (!article || !isSeen(article, now)) return null;
  const { columnId, title, lead } = article;
  const follows = await db.find('columnFollows', {
    where: { columnId, _id: between({ from: `${after}!` }) },
    orderBy: [['_id', 'asc']],
    limit: PART,
  });
  const readers = await db.getMany(
    'readers',
    follows.map(({ readerId }) => readerId),
  );
  return {
    readers: readers.filter(({ standing }) => standing === 'active'),
    after: follows.length < PART ? null : (follows.at(-1)?._id ?? null),
    telling: (readerId) => ({
      occasion: `article_${id}_${readerId}`,
      readerId,
      topic: 'article',
      title: `新文章：${title}`,
      body: lead || '您关注的栏目有新文章。',
      link: `/features/articles/pages/article/index?articleId=${id}`,
      facts: { title, text: lead },
      of: id,
      waits: true,
    }),
  };
};
