import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { ArticleWords, Block } from '../../typings/contract/articles';

/**
 * A page of a public account as blocks: whatever is not on the list of blocks does not come in, so no script,
 * style, frame or link of it does either.
 */

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Document = DefaultTreeAdapterTypes.Document;

interface BroughtIn extends Omit<ArticleWords, 'columnId'> {
  /** Addresses of pictures, in their order: they stay where they are and have to be put in. */
  missing: string[];
  /** What else could not be taken along, in words. */
  leftOut: string[];
}

/** Never shown, with everything in them. */
const UNSEEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'button',
  'form',
  'input',
  'select',
]);
const FRAMES: Record<string, string> = {
  iframe: '内嵌视频或网页',
  video: '视频',
  mpvideosnap: '视频号视频',
  audio: '音频',
  mpvoice: '音频',
  qqmusic: '音乐',
  svg: '动画图',
  table: '表格的格式',
};
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4']);
/** Its text stands in a paragraph of its own. */
const BLOCKS = new Set([
  ...[
    'p',
    'div',
    'section',
    'article',
    'blockquote',
    'ul',
    'ol',
    'li',
    'table',
    'tr',
    'figure',
    'figcaption',
  ],
  ...HEADINGS,
]);

const LONGEST_HEADING = 60;
const LONGEST_TEXT = 3000;
const MOST_BLOCKS = 120;

export const articleFromHtml = (html: string): BroughtIn => {
  const page = parse(html);
  const body = byId(page, 'js_content') ?? page;
  const found: Found = { blocks: [], text: '', missing: [], leftOut: new Set() };
  walk(body, found, { as: 'text', depth: 0 });
  endParagraph(found, 'text');
  const blocks = found.blocks.slice(0, MOST_BLOCKS);
  if (found.blocks.length > MOST_BLOCKS) found.leftOut.add(`第 ${MOST_BLOCKS} 段之后的内容`);
  return {
    title: cut(textOfId(page, 'activity-name') || textOfFirst(page, 'title'), 60),
    lead: '',
    author: cut(textOfId(page, 'js_name') || textOfId(page, 'js_author_name'), 40),
    cover: '',
    blocks,
    missing: found.missing,
    leftOut: [...found.leftOut],
  };
};

type As = 'heading' | 'text' | 'quote';

interface Found {
  blocks: Block[];
  /** Of the paragraph under way. */
  text: string;
  missing: string[];
  leftOut: Set<string>;
}

const isElement = (node: Node | Document): node is Element => 'tagName' in node;

/** Boxes in boxes beyond this are nobody's writing, and would be more than a function can go down. */
const DEEPEST = 300;

interface Place {
  as: As;
  depth: number;
}

const walk = (node: Node | Document, found: Found, at: Place): void => {
  if (at.depth > DEEPEST) {
    found.leftOut.add('层层嵌套得太深的内容');
    return;
  }
  if (node.nodeName === '#text' && 'value' in node) {
    found.text += node.value.replace(/\s+/g, ' ');
    return;
  }
  if (!('childNodes' in node)) return;
  if (!isElement(node)) return node.childNodes.forEach((child) => walk(child, found, at));
  const { tagName } = node;
  if (UNSEEN.has(tagName)) return;
  if (tagName === 'br') found.text += '\n';
  else if (tagName === 'img') putPicture(node, found, at.as);
  else if (FRAMES[tagName] !== undefined && tagName !== 'table') found.leftOut.add(FRAMES[tagName]);
  else walkWithin(node, found, at);
};

const walkWithin = (element: Element, found: Found, { as, depth }: Place): void => {
  const { tagName } = element;
  if (tagName === 'table') found.leftOut.add('表格的格式');
  const inner: As = HEADINGS.has(tagName) ? 'heading' : tagName === 'blockquote' ? 'quote' : as;
  const isBlock = BLOCKS.has(tagName);
  if (isBlock) endParagraph(found, as);
  element.childNodes.forEach((child) => walk(child, found, { as: inner, depth: depth + 1 }));
  if (isBlock) endParagraph(found, inner);
  else if (tagName === 'td') found.text += ' ';
};

/** What was gathered becomes a block; a heading that is too long for one is text. */
const endParagraph = (found: Found, as: As): void => {
  const text = found.text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
  found.text = '';
  for (let start = 0; start < text.length; start += LONGEST_TEXT) {
    const part = text.slice(start, start + LONGEST_TEXT);
    if (as === 'heading' && part.length <= LONGEST_HEADING)
      found.blocks.push({ kind: 'heading', text: part });
    else if (as === 'quote') found.blocks.push({ kind: 'quote', text: part, from: '' });
    else found.blocks.push({ kind: 'text', text: part });
  }
};

const putPicture = (element: Element, found: Found, as: As): void => {
  const address = attribute(element, 'data-src') || attribute(element, 'src');
  if (!/^https?:\/\//.test(address)) return;
  endParagraph(found, as);
  found.missing.push(address);
  found.blocks.push({ kind: 'picture', fileId: '', caption: '', alt: cut(attribute(element, 'alt'), 100) });
};

const attribute = ({ attrs }: Element, name: string): string =>
  attrs.find((each) => each.name === name)?.value.trim() ?? '';

const cut = (text: string, longest: number): string => text.replace(/\s+/g, ' ').trim().slice(0, longest);

/** The first one in the order of the page, however deep it lies. */
const find = (page: Document, is: (element: Element) => boolean): Element | undefined => {
  const left: (Node | Document)[] = [page];
  for (let node = left.pop(); node; node = left.pop()) {
    if (isElement(node) && is(node)) return node;
    if ('childNodes' in node) left.push(...[...node.childNodes].reverse());
  }
  return undefined;
};

const byId = (node: Document, id: string): Element | undefined =>
  find(node, (element) => attribute(element, 'id') === id);

const textOf = ({ childNodes }: Element): string =>
  childNodes.map((node) => ('value' in node ? node.value : '')).join('');

const textOfId = (page: Document, id: string): string => {
  const element = byId(page, id);
  return element ? textOf(element) : '';
};

const textOfFirst = (page: Document, tag: string): string => {
  const element = find(page, ({ tagName }) => tagName === tag);
  return element ? textOf(element) : '';
};
