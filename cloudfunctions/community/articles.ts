import type { ArticleWords, Block } from '../../typings/contract/articles';
import type { ArticleDocument } from '../documents';

/** Characters that an adult reads in a minute, at ease. */
const A_MINUTE = 400;

/** Every word of an article, for WeChat's check and for how long it takes to read. */
export const textOf = ({ title, lead, author, blocks }: Omit<ArticleWords, 'columnId' | 'cover'>): string =>
  [title, lead, author, ...blocks.map(textOfBlock)].filter(Boolean).join('\n');

const textOfBlock = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
    case 'text':
      return block.text;
    case 'quote':
      return [block.text, block.from].filter(Boolean).join('\n');
    case 'picture':
      return block.caption;
    case 'gallery':
      return block.pictures.map(({ caption }) => caption).join('\n');
    case 'clip':
    case 'audio':
      return block.title;
    case 'book':
    case 'event':
      return '';
  }
};

/** At least one. */
export const minutesToRead = (words: ArticleWords): number =>
  Math.max(1, Math.round(textOf(words).replace(/\s/g, '').length / A_MINUTE));

/**
 * Pictures, films and sounds of which the file is not there: they have to be put in before it is published.
 */
export const filesMissing = ({ blocks }: Pick<ArticleWords, 'blocks'>): number =>
  blocks.reduce((sum, block) => sum + missingOf(block), 0);

const missingOf = (block: Block): number => {
  if (block.kind === 'gallery') return block.pictures.filter(({ fileId }) => fileId === '').length;
  return 'fileId' in block && block.fileId === '' ? 1 : 0;
};

/** What an editor works on: the draft, or what readers see. */
export const wordsToEdit = (article: ArticleDocument): ArticleWords =>
  article.draft ?? publishedWords(article);

export const publishedWords = ({
  columnId,
  title,
  lead,
  author,
  cover,
  blocks,
}: ArticleDocument): ArticleWords => ({
  columnId,
  title,
  lead,
  author,
  cover,
  blocks,
});

/** From a moment on readers see it, unless it was taken from them. */
export const isSeen = (
  { shown, publishedAt }: Pick<ArticleDocument, 'shown' | 'publishedAt'>,
  now: string,
): boolean => shown && publishedAt !== null && publishedAt <= now;
