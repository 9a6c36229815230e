import { askBeside } from './beside';
import { ask, type Outcome } from './call';

jest.mock('./call', () => ({ ask: jest.fn() }));
jest.mock('./session', () => ({ libraryToday: () => '2026-11-22' }));
const asked = ask as unknown as jest.Mock<Promise<Outcome<unknown>>>;

beforeEach(() => {
  const stored = new Map<string, unknown>();
  Object.assign(globalThis, {
    wx: {
      getStorageSync: (key: string) => stored.get(key) ?? '',
      setStorageSync: (key: string, value: unknown) => stored.set(key, value),
      removeStorageSync: (key: string) => stored.delete(key),
    },
  });
});

async function shown(outcome: Outcome<unknown>): Promise<unknown[]> {
  const values: unknown[] = [];
  asked.mockResolvedValueOnce(outcome);
  await askBeside('catalogue.branches', {}, (value) => values.push(value));
  return values;
}

test('the first time there is only the answer; later the kept one comes before it', async () => {
  expect(await shown({ kind: 'value', value: 'first' })).toEqual(['first']);
  expect(await shown({ kind: 'value', value: 'second' })).toEqual(['first', 'second']);
});

test('without an answer the kept one stays', async () => {
  await shown({ kind: 'value', value: 'first' });
  expect(await shown({ kind: 'offline' })).toEqual(['first']);
});
