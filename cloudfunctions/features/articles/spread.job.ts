import { isSeen } from '../../community/articles';
import type { JobContext } from '../../kernel/context';
import { nextReaders } from '../../reads/next-readers';
import type { Part } from '../../steps/spreading';

/** The next followers of an article's column; null: it was taken from the readers meanwhile. */
export const articlePart = async (context: JobContext, id: string, after: string): Promise<Part | null> => {
  const { db, now } = context;
  const article = await db.get('articles', id);
  if (!article || !isSeen(article, now)) return null;
  const { columnId, title, lead } = article;
  return {
    ...(await nextReaders(db, 'columnFollows', { columnId }, after)),
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
