import { nearOf, NEAR_SETTINGS } from './near';
import { met } from './pairs';

test('a reader who is counted for a pair already changes nothing', () => {
  const once = met([], 'b', 7);
  expect(once).toEqual([{ titleId: 'b', by: [7] }]);
  expect(met(once, 'b', 7)).toBe(once);
  expect(met(once, 'b', 8)).toEqual([{ titleId: 'b', by: [7, 8] }]);
});

test('a full list loses what fewest readers made, and never the latest', () => {
  const strong = Array.from({ length: 300 }, (_, n) => ({ titleId: `s${n}`, by: [1, 2] }));
  const list = met(strong, 'new', 1);
  expect(list).toHaveLength(300);
  expect(list.at(-1)).toEqual({ titleId: 'new', by: [1] });
  expect(list[0]?.titleId).toBe('s1');
});

test('two titles are named together from the third reader on', () => {
  const companion = (readers: number) => [{ titleId: 'b', readers, popularity: 10 }];
  expect(nearOf(10, companion(2), [])).toEqual([]);
  expect(nearOf(10, companion(3), [])).toMatchObject([{ titleId: 'b', readers: 3 }]);
  expect(nearOf(10, companion(3), [], { ...NEAR_SETTINGS, leastReaders: 4 })).toEqual([]);
});

test('a title that is near in both ways stands once, with both', () => {
  const alike = { titleId: 'b', alike: 0.5, shared: { by: 'words' as const }, popularity: 10 };
  const list = nearOf(10, [{ titleId: 'b', readers: 3, popularity: 10 }], [alike]);
  expect(list).toHaveLength(1);
  expect(list[0]?.together).toBeGreaterThan(0);
  expect(list[0]?.alike).toBeGreaterThan(0);
});
