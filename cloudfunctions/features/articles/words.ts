import * as v from 'valibot';
import type { Block } from '../../../typings/contract/articles';
import { aLine, aText, anId, someLines } from '../../kernel/validate';

/** What may stand in an article: a closed list of blocks, so that nothing else can come in. */

export const NOT_FOUND = { code: 'article_not_found' } as const;

const LONGEST_TEXT = 3000;
const MOST_BLOCKS = 120;

const aFile = v.pipe(
  v.string(),
  v.maxLength(400, '文件编号太长'),
  v.regex(/^cloud:\/\/[\w.-]+\/articles\/[\w./-]+$/, '文件应先上传到本馆'),
);
const maybeFile = v.union([v.literal(''), aFile], '文件应先上传到本馆');
const picture = { fileId: maybeFile, caption: aLine(100), alt: aLine(100) };
const lines = v.pipe(someLines(LONGEST_TEXT), v.minLength(1, '这一段还没有写'));

const aBlock = v.variant(
  'kind',
  [
    v.strictObject({ kind: v.literal('heading'), text: aText(60) }),
    v.strictObject({ kind: v.literal('text'), text: lines }),
    v.strictObject({ kind: v.literal('quote'), text: lines, from: aLine(60) }),
    v.strictObject({ kind: v.literal('picture'), ...picture }),
    v.strictObject({
      kind: v.literal('gallery'),
      pictures: v.pipe(v.array(v.strictObject(picture)), v.minLength(1, '图集里还没有图'), v.maxLength(20)),
    }),
    v.strictObject({ kind: v.literal('clip'), fileId: maybeFile, title: aLine(60) }),
    v.strictObject({ kind: v.literal('audio'), fileId: maybeFile, title: aLine(60) }),
    v.strictObject({ kind: v.literal('book'), titleId: anId }),
    v.strictObject({ kind: v.literal('event'), eventId: anId }),
  ],
  '没有这种内容',
) satisfies v.GenericSchema<unknown, Block>;

export const articleWords = v.strictObject({
  columnId: v.union([v.literal(''), anId], '编号格式不对'),
  title: aText(60),
  lead: aLine(120),
  author: aLine(40),
  cover: maybeFile,
  blocks: v.pipe(v.array(aBlock), v.maxLength(MOST_BLOCKS, `最多 ${MOST_BLOCKS} 段`)),
});

export const aVersion = v.pipe(v.number(), v.integer(), v.minValue(0, '版本不对'));
export const ofArticle = v.strictObject({ articleId: anId });
export const ofVersion = { articleId: anId, version: aVersion };
