import * as v from 'valibot';
import { filesMissing, minutesToRead, textOf, wordsToEdit } from '../../community/articles';
import type { ArticleDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { isRisky } from '../../kernel/text-check';
import { anId, anInstant } from '../../kernel/validate';
import { ofFound } from '../../steps/found';
import { spreadFrom } from '../../steps/spreading';
import { deskArticle } from '../../views/articles';
import { NOT_FOUND, aVersion, articleWords, ofArticle, ofVersion } from './words';

/** An article as it was seen; or the no, with who changed it since. */
const seenWithin = async (transaction: Transaction, articleId: string, version: number) => {
  const before = await transaction.get('articles', articleId);
  if (!before) return refuse(NOT_FOUND);
  return before.version === version ? before : refuse({ code: 'article_changed', by: before.by });
};

const fresh = ({ newId, now, staff }: StaffContext): ArticleDocument => ({
  ...{ _id: newId(), columnId: '', title: '', lead: '', author: '', cover: '', blocks: [], minutes: 1 },
  ...{ shown: false, publishedAt: null, draft: null, printing: 0, toldAt: null, version: 0 },
  ...{ by: staff.name, changedAt: now },
});

/** Writes it as the next version, and answers and logs what the desk is told. */
const written = async (
  transaction: Transaction,
  { now, staff }: StaffContext,
  article: ArticleDocument,
  outcome: string,
) => {
  const saved = { ...article, by: staff.name, changedAt: now, version: article.version + 1 };
  await transaction.put('articles', saved);
  return {
    value: deskArticle(saved, now),
    log: { outcome: `${outcome}“${article.draft?.title ?? article.title}”` },
  };
};

/** A draft, beside what readers see. The article carries which version stands. */
export const save = writing('articleDesk.save', {
  role: 'content',
  schema: v.strictObject({
    articleId: v.union([v.literal(''), anId], '编号格式不对'),
    version: aVersion,
    words: articleWords,
  }),
  run: async (context, { articleId, version, words: draft }, transaction) => {
    const before = articleId === '' ? fresh(context) : await seenWithin(transaction, articleId, version);
    return 'refusals' in before
      ? before
      : written(transaction, context, { ...before, draft }, '保存文章草稿');
  },
});

/**
 * Readers see the draft from a moment on: it is looked at when they ask, and no job has to show it. What was
 * published is kept as a printing. Its text is checked by WeChat before, all of it.
 */
export const publish = writing('articleDesk.publish', {
  role: 'content',
  schema: v.strictObject({ ...ofVersion, publishAt: v.nullable(anInstant), tell: v.boolean() }),
  prepare: async (context, { articleId, version }) => {
    const article = await context.db.get('articles', articleId);
    // What was changed since is refused below: nobody is asked about it.
    if (article?.version !== version) return { checked: true };
    const risky = await isRisky(context, textOf(wordsToEdit(article)), context.staff.name);
    return risky ? refuse({ code: 'text_not_allowed' }) : { checked: true };
  },
  run: async (context, { articleId, version, publishAt, tell }, transaction) => {
    const { now } = context;
    const before = await seenWithin(transaction, articleId, version);
    if ('refusals' in before) return before;
    const words = wordsToEdit(before);
    const setting = await transaction.get('settings', 'columns');
    const columns = setting?._id === 'columns' ? setting.columns : [];
    if (!columns.some(({ columnId }) => columnId === words.columnId))
      return refuse({ code: 'column_not_found' });
    if (words.blocks.length === 0) return refuse({ code: 'article_empty' });
    const missing = filesMissing(words);
    if (missing > 0) return refuse({ code: 'files_missing', count: missing });
    const publishedAt = publishAt !== null && publishAt > now ? publishAt : (seenSince(before, now) ?? now);
    const printing = before.printing + 1;
    const isTold = tell && before.toldAt === null;
    const { staff } = context;
    await transaction.put('articlePrintings', {
      ...{ _id: `${articleId}_${printing}`, articleId, printing, words },
      ...{ at: now, by: staff.name },
    });
    if (isTold) await spreadFrom(transaction, { kind: 'article', id: articleId }, publishedAt);
    return written(
      transaction,
      context,
      {
        ...{ ...before, ...words, minutes: minutesToRead(words), draft: null, shown: true },
        ...{ publishedAt, printing, toldAt: isTold ? publishedAt : before.toldAt },
      },
      '发布文章',
    );
  },
});

/** A new printing of what readers see already keeps its place among the others. */
const seenSince = ({ publishedAt }: ArticleDocument, now: string): string | null =>
  publishedAt !== null && publishedAt <= now ? publishedAt : null;

const FOUND = ['articles', 'articleId', NOT_FOUND] as const;

const showing = ofFound(
  FOUND,
  async (context: StaffContext, { shown }: { articleId: string; shown: boolean }, transaction, before) => {
    if (before.printing === 0) return refuse({ code: 'article_not_published' });
    return written(transaction, context, { ...before, shown }, shown ? '重新显示文章' : '撤下文章');
  },
);
const toShow = v.strictObject({ articleId: anId, shown: v.boolean() });
export const show = writing('articleDesk.show', { role: 'content', schema: toShow, run: showing });

/** Only what readers never saw goes for good; everything else is taken from them. */
export const remove = writing('articleDesk.remove', {
  role: 'content',
  schema: ofArticle,
  run: ofFound(FOUND, async (_context: StaffContext, { articleId }, transaction, { printing, draft }) => {
    if (printing > 0) return refuse({ code: 'article_published' });
    await transaction.remove('articles', articleId);
    return { value: { articleId }, log: { outcome: `删除文章草稿“${draft?.title ?? ''}”` } };
  }),
});

export const restore = writing('articleDesk.restore', {
  role: 'content',
  schema: v.strictObject({
    ...ofVersion,
    printing: v.pipe(v.number(), v.integer(), v.minValue(1, '版本不对')),
  }),
  run: async (context, { articleId, version, printing }, transaction) => {
    const before = await seenWithin(transaction, articleId, version);
    if ('refusals' in before) return before;
    const former = await transaction.get('articlePrintings', `${articleId}_${printing}`);
    if (!former) return refuse(NOT_FOUND);
    return written(transaction, context, { ...before, draft: former.words }, `恢复第 ${printing} 版为草稿`);
  },
});
