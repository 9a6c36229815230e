import type { Block } from '../../../typings/contract';

/** The blocks of an article as the editor works on them: pure changes of a list. */

export const KINDS: readonly { kind: Block['kind']; name: string; icon: string }[] = [
  { kind: 'text', name: '正文', icon: 'edit' },
  { kind: 'heading', name: '小标题', icon: 'list' },
  { kind: 'quote', name: '引文', icon: 'quote' },
  { kind: 'picture', name: '图片', icon: 'scan' },
  { kind: 'gallery', name: '图集', icon: 'classes' },
  { kind: 'book', name: '书', icon: 'book' },
  { kind: 'event', name: '活动', icon: 'calendar' },
  { kind: 'audio', name: '音频', icon: 'chat' },
  { kind: 'clip', name: '视频', icon: 'play' },
];

const NO_PICTURE = { fileId: '', caption: '', alt: '' };

export function freshBlock(kind: Block['kind']): Block {
  switch (kind) {
    case 'heading':
    case 'text':
      return { kind, text: '' };
    case 'quote':
      return { kind, text: '', from: '' };
    case 'picture':
      return { kind, ...NO_PICTURE };
    case 'gallery':
      return { kind, pictures: [] };
    case 'clip':
    case 'audio':
      return { kind, fileId: '', title: '' };
    case 'book':
      return { kind, titleId: '' };
    case 'event':
      return { kind, eventId: '' };
  }
}

export const inserted = (blocks: readonly Block[], at: number, block: Block): Block[] => [
  ...blocks.slice(0, at),
  block,
  ...blocks.slice(at),
];

export const without = (blocks: readonly Block[], at: number): Block[] =>
  blocks.filter((_block, i) => i !== at);

/** Up or down by one; at an end it stays where it is. */
export function moved(blocks: readonly Block[], at: number, by: number): Block[] {
  const block = blocks[at];
  const to = at + by;
  if (!block || to < 0 || to >= blocks.length) return [...blocks];
  return inserted(without(blocks, at), to, block);
}

/** A field of a block, or of a picture of a gallery, as it was typed. */
export function typedInto(block: Block, field: string, value: string, picture = -1): Block {
  if (block.kind === 'gallery')
    return {
      ...block,
      pictures: block.pictures.map((each, i) => (i === picture ? { ...each, [field]: value } : each)),
    };
  return { ...block, [field]: value };
}

/** What nothing was put into is left out; what was typed is kept as it is. */
export const filled = (blocks: readonly Block[]): Block[] => blocks.filter((block) => !isEmpty(block));

function isEmpty(block: Block): boolean {
  switch (block.kind) {
    case 'heading':
    case 'text':
    case 'quote':
      return block.text.trim() === '';
    case 'gallery':
      return block.pictures.length === 0;
    case 'book':
      return block.titleId === '';
    case 'event':
      return block.eventId === '';
    case 'picture':
    case 'clip':
    case 'audio':
      return false;
  }
}
