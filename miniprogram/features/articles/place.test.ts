import { keepPlace, placeIn } from './place';

const storage = new Map<string, unknown>();
beforeEach(() => {
  storage.clear();
  Object.assign(globalThis, {
    wx: {
      getStorageSync: (key: string) => storage.get(key) ?? '',
      setStorageSync: (key: string, value: unknown) => storage.set(key, value),
      removeStorageSync: (key: string) => storage.delete(key),
    },
  });
});

test('goes on where it was stopped, and at the beginning of what is read or hardly begun', () => {
  keepPlace('one', 0.4);
  keepPlace('two', 0.05);
  keepPlace('three', 0.97);
  expect(['one', 'two', 'three'].map(placeIn)).toEqual([0.4, 0, 0]);
  keepPlace('one', 0.95);
  expect(placeIn('one')).toBe(0);
});

test('keeps the last fifty articles', () => {
  for (let n = 0; n < 60; n += 1) keepPlace(`a${n}`, 0.5);
  expect(placeIn('a9')).toBe(0);
  expect(placeIn('a10')).toBe(0.5);
});
