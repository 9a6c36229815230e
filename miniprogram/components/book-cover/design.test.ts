import type { TitleFacts } from '../../../typings/contract';
import { coverDesign, mainTitle } from './design';
import { fitAcross, fitDown, widthOf } from './fit';

const facts = (title: string, change: Partial<TitleFacts> = {}): TitleFacts => ({
  titleId: title,
  title,
  authors: '某人',
  publisher: '',
  year: 0,
  clc: 'I247.5',
  ...change,
});

test('the same title always has the same cover, in every size', () => {
  const one = coverDesign(facts('红楼梦'), 'l');
  expect(coverDesign(facts('红楼梦'), 'l')).toEqual(one);
  expect(coverDesign(facts('红楼梦'), 's')).toMatchObject({
    composition: one.composition,
    palette: one.palette,
  });
});

test('a hundred titles of one class have many faces', () => {
  const faces = Array.from({ length: 100 }, (_, n) =>
    coverDesign(facts('红楼梦', { titleId: `t${n}` }), 'm'),
  );
  expect(new Set(faces.map(({ composition }) => composition)).size).toBeGreaterThanOrEqual(5);
  expect(new Set(faces.map(({ palette }) => palette)).size).toBeGreaterThanOrEqual(6);
});

test('a short Chinese title stands, a long or Latin one lies', () => {
  expect(coverDesign(facts('活着'), 'm').vertical).toBe(true);
  expect(coverDesign(facts('中国古代文学史参考资料'), 'm').vertical).toBe(false);
  expect(coverDesign(facts('Ulysses'), 'm').vertical).toBe(false);
});

test('the main title leaves out marks, subtitle and responsibility', () => {
  expect(mainTitle('《三体》：地球往事')).toBe('三体');
  expect(mainTitle('Walden ; or, Life in the woods / Henry David Thoreau.')).toBe('Walden');
  expect(mainTitle('K : 小说')).toBe('K : 小说');
  expect(mainTitle('')).toBe('');
});

test('a Latin author keeps the whole name, a Chinese one stands alone', () => {
  expect(coverDesign(facts('x', { authors: 'Nicholas C. Zakas 李松峰' }), 'm').author).toBe(
    'Nicholas C. Zakas',
  );
  expect(coverDesign(facts('x', { authors: '曹雪芹 高鹗' }), 'm').author).toBe('曹雪芹');
  expect(coverDesign(facts('x', { authors: 'Abelson, Harold' }), 'm').author).toBe('Abelson');
  expect(coverDesign(facts('x', { authors: '' }), 'm').author).toBe('');
});

const titles = [
  '家',
  '平凡的世界',
  '穆斯林的葬礼',
  '中国古代文学史参考资料汇编及其在当代教学中的应用研究以先秦两汉魏晋南北朝隋唐五代宋辽金元明清为例'.repeat(
    3,
  ),
  'Supercalifragilisticexpialidocious',
  'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW MMMMMMMMMMMMMMMMMMMMM',
  'A very long English title about the history of the book in the long eighteenth century and after',
  'C++ Primer 中文版（第5版）',
  '1984',
  '……',
];

test('nothing leaves its box, whatever the title', () => {
  const box = { width: 64, height: 52, largest: 15 };
  for (const title of titles) {
    for (const smallest of [15, 10.5, 7]) {
      const across = fitAcross(title, box, smallest);
      expect(across.lines.length * across.type * 1.24).toBeLessThanOrEqual(box.height + 0.1);
      for (const line of across.lines)
        expect(widthOf(line) * across.type).toBeLessThanOrEqual(box.width + 0.1);
      const down = fitDown(title, { width: 26, height: 92, largest: 20 }, smallest);
      for (const line of down.lines) expect([...line].length * down.type * 1.06).toBeLessThanOrEqual(92.1);
      expect(down.lines.length * down.type * 1.18).toBeLessThanOrEqual(26.1);
    }
  }
});

test('what does not fit is cut with a mark', () => {
  const { lines } = fitAcross(titles[3]!, { width: 64, height: 52, largest: 15 }, 10.5);
  expect(lines[lines.length - 1]).toMatch(/…$/);
});

test('a closing mark does not begin a line', () => {
  const { lines } = fitAcross('你好，世界，再见', { width: 40, height: 90, largest: 19 }, 10);
  for (const line of lines) expect(line).not.toMatch(/^，/);
});

test('a word that is too long is broken with a hyphen, at its own hyphen first', () => {
  const narrow = { width: 60, height: 90, largest: 15 };
  expect(fitAcross('Reconstructing history', narrow, 12).lines).toEqual(['Reconst-', 'ructing', 'history']);
  expect(fitAcross('change-of-state', narrow, 12).lines[0]).toMatch(/-$/);
});
