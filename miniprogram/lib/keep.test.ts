import { forgetKept, keep, kept } from './keep';

const storage = new Map<string, unknown>();
let full = false;

beforeEach(() => {
  storage.clear();
  full = false;
  Object.assign(globalThis, {
    wx: {
      getStorageSync: (key: string) => storage.get(key) ?? '',
      setStorageSync(key: string, data: unknown) {
        if (full) throw new Error('exceed storage max size');
        storage.set(key, data);
      },
      removeStorageSync: (key: string) => storage.delete(key),
    },
  });
});

test('an answer comes back with the moment it was given', () => {
  keep('a', { n: 1 });
  expect(kept('a')).toEqual({ value: { n: 1 }, at: expect.any(Number) as number });
  expect(kept('b')).toBeUndefined();
});

test('the oldest go when there are more than forty', () => {
  for (let i = 0; i < 45; i++) keep(`k${i}`, i);
  expect(kept('k4')).toBeUndefined();
  expect(kept<number>('k5')?.value).toBe(5);
  expect([...storage.keys()].filter((key) => key.startsWith('kept:'))).toHaveLength(40);
});

test('nothing of a reader is left after forgetting', () => {
  keep('a', 1);
  forgetKept();
  expect(storage.size).toBe(0);
});

test('a full storage is no error', () => {
  full = true;
  expect(() => keep('a', 1)).not.toThrow();
  expect(kept('a')).toBeUndefined();
});
