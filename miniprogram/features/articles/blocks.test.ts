import type { Block } from '../../../typings/contract';
import { KINDS, filled, freshBlock, inserted, moved, typedInto, without } from './blocks';

const text = (words: string): Block => ({ kind: 'text', text: words });
const abc = [text('a'), text('b'), text('c')];
const said = (blocks: Block[]) => blocks.map((block) => ('text' in block ? block.text : block.kind)).join('');

test('blocks go up and down, in between and away; at an end they stay', () => {
  expect(said(moved(abc, 0, 1))).toBe('bac');
  expect(said(moved(abc, 2, 1))).toBe('abc');
  expect(said(moved(abc, 0, -1))).toBe('abc');
  expect(said(inserted(abc, 1, text('x')))).toBe('axbc');
  expect(said(without(abc, 1))).toBe('ac');
});

test('what is typed changes its own block, and its own picture of a gallery', () => {
  expect(typedInto(text('a'), 'text', 'z')).toEqual(text('z'));
  const gallery: Block = {
    kind: 'gallery',
    pictures: [1, 2].map((n) => ({ fileId: `f${n}`, caption: '', alt: '' })),
  };
  expect(typedInto(gallery, 'caption', '雨', 1)).toMatchObject({
    pictures: [{ caption: '' }, { caption: '雨' }],
  });
});

test('a fresh block of every kind that has words or a choice is empty; a picture that is missing is kept to be named', () => {
  const kept = filled(KINDS.map(({ kind }) => freshBlock(kind))).map(({ kind }) => kind);
  expect(kept).toEqual(['picture', 'audio', 'clip']);
  expect(filled([text('  '), text('a')])).toEqual([text('a')]);
});
