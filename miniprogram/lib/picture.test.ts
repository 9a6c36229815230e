import { draw, heightOfPicture, wrapped, type Pen, type Picture } from './picture';

const ten = (text: string): number => text.length * 10;

test('a line holds what it can, and what closes does not stand at its beginning', () => {
  expect(wrapped('认识一棵树，从看开始。', 50, ten)).toEqual(['认识一棵树，', '从看开始。']);
  expect(wrapped('', 50, ten)).toEqual(['']);
  expect(wrapped('一\n二', 50, ten)).toEqual(['一', '二']);
});

test('a word of letters stays whole where a line can hold it', () => {
  expect(wrapped('读 Walden 一书', 80, ten)).toEqual(['读 Walden', '一书']);
});

test('a picture grows with its text, and everything of it is drawn inside', () => {
  const drawn: { text: string; y: number }[] = [];
  const pen = {
    measureText: (text: string) => ({ width: text.length * 50 }),
    fillText: (text: string, _x: number, y: number) => drawn.push({ text, y }),
    fillRect: () => undefined,
    strokeRect: () => undefined,
  } as unknown as Pen;
  const of = (text: string): Picture => ({
    ...{ says: text, centred: false, foot: '云溪市图书馆' },
    parts: [
      { kind: 'text', text, size: 50, above: 0 },
      { kind: 'rule', above: 20 },
      { kind: 'seal', text: '云溪图书', above: 20 },
    ],
  });
  const long = of('树'.repeat(400));
  const height = heightOfPicture(pen, long);
  expect(height).toBeGreaterThan(heightOfPicture(pen, of('树')));
  draw(pen, long);
  expect(drawn.map(({ text }) => text)).toContain('云溪市图书馆');
  expect(drawn.every(({ y }) => y > 0 && y < height)).toBe(true);
});
