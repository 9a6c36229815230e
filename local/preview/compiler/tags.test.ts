import { tagsOf } from './tags';

const names = (source: string): string[] => tagsOf(source).map(({ tag }) => tag);

test('finds opening tags with their place', () => {
  expect(tagsOf('<view>\n  <t-cell a="1"/>\n</view>')).toEqual([
    { tag: 'view', line: 1, column: 1 },
    { tag: 't-cell', line: 2, column: 3 },
  ]);
});

test('comments, scripts, expressions and attribute texts hold no tags', () => {
  const source = `<!-- <gone/> --><wxs module="m">var a = b <c && d> e;</wxs><view a="<no>" b='{{ x <y }}'>{{ p <q && r> 1 }}</view>`;
  expect(names(source)).toEqual(['view']);
});
