import { drawLong, heightOf, linesOf } from './long-picture';

test('a long text is cut into lines that fit', () => {
  expect(linesOf('一'.repeat(30))).toEqual(['一'.repeat(24), '一'.repeat(6)]);
  expect(linesOf('')).toEqual([]);
});

test('every block stands below the one before, and nothing is drawn beyond the picture', async () => {
  const drawn: { text: string; y: number }[] = [];
  let canvas = { height: 0 };
  Object.assign(globalThis, {
    wx: {
      createOffscreenCanvas: (options: { height: number }) => {
        canvas = options;
        const pen = { scale: () => undefined, fillRect: () => undefined };
        return {
          getContext: () => ({
            ...pen,
            fillText: (text: string, _x: number, y: number) => drawn.push({ text, y }),
          }),
        };
      },
      canvasToTempFilePath: () => Promise.resolve({ tempFilePath: 'one.png' }),
      canIUse: () => false,
      previewImage: () => Promise.resolve(),
    },
  });
  const numbers = {
    kind: 'numbers' as const,
    list: ['借出', '还回', '预约'].map((name) => ({ name, value: '1', notes: [] })),
  };
  await drawLong([
    { kind: 'heading', text: '月报', note: '总馆' },
    numbers,
    { kind: 'bars', heading: '各馆', list: [{ name: '总馆', value: 3 }] },
    { kind: 'text', text: '末行' },
  ]);
  const at = (text: string) => drawn.find((each) => each.text === text)?.y ?? -1;
  expect([at('月报'), at('借出'), at('预约'), at('各馆'), at('末行')]).toEqual(
    [at('月报'), at('借出'), at('预约'), at('各馆'), at('末行')].sort((a, b) => a - b),
  );
  expect(at('各馆') - at('借出')).toBeGreaterThanOrEqual(heightOf(numbers) - 12);
  expect(at('末行') * 2).toBeLessThan(canvas.height);
});
