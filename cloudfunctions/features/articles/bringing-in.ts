import * as v from 'valibot';
import { articleFromHtml } from '../../exchange/article-html';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';

/**
 * A public account's page, with its scripts and styles, stays below this; an answer or a request may have 1
 * MB.
 */
const LONGEST = 900_000;

export const bringIn = reading('articleDesk.bringIn', {
  role: 'content',
  schema: v.strictObject({
    html: v.pipe(v.string(), v.minLength(1, '请粘贴文章内容'), v.maxLength(LONGEST, '内容太长，请分段粘贴')),
  }),
  run: async (_context, { html }) => {
    const { missing, leftOut, ...words } = articleFromHtml(html);
    if (words.blocks.length === 0) return refuse({ code: 'article_empty' });
    return done({ words, missing, leftOut });
  },
});
