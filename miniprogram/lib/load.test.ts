import { load } from './load';
import { ask, type Outcome } from './call';

jest.mock('./call', () => ({ ask: jest.fn() }));
jest.mock('./session', () => ({ libraryToday: () => '2026-11-22' }));

const asked = ask as unknown as jest.Mock;
const storage = new Map<string, unknown>();

interface Screen {
  data: { state: unknown; list?: unknown };
  sets: Record<string, unknown>[];
  setData(data: Record<string, unknown>): void;
}

function aScreen(): Screen {
  const screen: Screen = {
    data: { state: { kind: 'loading' } },
    sets: [],
    setData(data) {
      Object.assign(screen.data, data);
      screen.sets.push(data);
    },
  };
  return screen;
}
const what = {
  action: 'loans.list' as const,
  input: {},
  keepAs: 'loans.list',
  show: ({ list }: { list: unknown[] }) => ({ list }),
};
const value = (list: unknown[]): Outcome<unknown> => ({ kind: 'value', value: { list, limit: 20 } });

beforeEach(() => {
  storage.clear();
  Object.assign(globalThis, {
    wx: {
      getStorageSync: (key: string) => storage.get(key) ?? '',
      setStorageSync: (key: string, data: unknown) => storage.set(key, data),
      removeStorageSync: (key: string) => storage.delete(key),
    },
  });
});

test('the first screen is one setData', async () => {
  const screen = aScreen();
  asked.mockResolvedValueOnce(value(['a']));
  await load(screen, what);
  expect(screen.sets).toEqual([{ list: ['a'], state: { kind: 'ready' } }]);
});

test('the last known answer is shown first, then the fresh one', async () => {
  asked.mockResolvedValueOnce(value(['old']));
  await load(aScreen(), what);
  const screen = aScreen();
  asked.mockResolvedValueOnce(value(['new']));
  await load(screen, what);
  expect(screen.sets.map(({ list }) => list)).toEqual([['old'], ['new']]);
});

test('without a network the last known answer stays, and says so', async () => {
  asked.mockResolvedValueOnce(value(['old']));
  await load(aScreen(), what);
  const screen = aScreen();
  asked.mockResolvedValueOnce({ kind: 'offline' });
  await load(screen, what);
  expect(screen.data.list).toEqual(['old']);
  expect(screen.data.state).toMatchObject({ kind: 'ready', offline: true });
});

test('without a network and without anything known the page says that', async () => {
  const screen = aScreen();
  asked.mockResolvedValueOnce({ kind: 'offline' });
  await load(screen, what);
  expect(screen.data.state).toEqual({ kind: 'offline' });
});

test('an older answer that comes late is dropped', async () => {
  const screen = aScreen();
  let late: (outcome: Outcome<unknown>) => void = () => undefined;
  asked.mockReturnValueOnce(new Promise((resolve) => (late = resolve)));
  const first = load(screen, { ...what, keepAs: undefined });
  asked.mockResolvedValueOnce(value(['second']));
  await load(screen, { ...what, keepAs: undefined });
  late(value(['first']));
  await first;
  expect(screen.data.list).toEqual(['second']);
});

test('after eight seconds the page says that the network is slow', async () => {
  jest.useFakeTimers();
  const screen = aScreen();
  asked.mockReturnValueOnce(new Promise(() => undefined));
  void load(screen, what);
  await jest.advanceTimersByTimeAsync(8_000);
  expect(screen.data.state).toEqual({ kind: 'loading', slow: true });
  jest.useRealTimers();
});

test('a refusal and a failure are told as what they are', async () => {
  const screen = aScreen();
  asked.mockResolvedValueOnce({ kind: 'refused', refusals: [{ code: 'no_card' }] });
  await load(screen, what);
  expect(screen.data.state).toMatchObject({ kind: 'refused', lines: [{ code: 'no_card' }] });
  asked.mockResolvedValueOnce({ kind: 'failed', requestId: 'r-9' });
  await load(screen, what);
  expect(screen.data.state).toEqual({ kind: 'failed', requestId: 'r-9' });
});

describe('an answer to another question', () => {
  const another = { ...what, keepAs: undefined, replaces: true };
  const aShownScreen = () => {
    const screen = aScreen();
    Object.assign(screen.data, { state: { kind: 'ready' }, list: ['of another question'] });
    return screen;
  };

  test('stands, dimmed, until a quick answer takes its place', async () => {
    const screen = aShownScreen();
    asked.mockResolvedValueOnce(value(['new']));
    await load(screen, another);
    expect(screen.sets).toEqual([
      { replacing: true },
      { list: ['new'], state: { kind: 'ready' }, replacing: false },
    ]);
  });

  test('makes room after a moment', async () => {
    jest.useFakeTimers();
    const screen = aShownScreen();
    asked.mockReturnValueOnce(new Promise(() => undefined));
    void load(screen, another);
    await jest.advanceTimersByTimeAsync(600);
    expect(screen.data.state).toEqual({ kind: 'loading' });
    await jest.advanceTimersByTimeAsync(8_000);
    expect(screen.data.state).toEqual({ kind: 'loading', slow: true });
    jest.useRealTimers();
  });

  test('never stays in place of one that did not come', async () => {
    const screen = aShownScreen();
    asked.mockResolvedValueOnce({ kind: 'offline' });
    await load(screen, another);
    expect(screen.data).toMatchObject({ state: { kind: 'offline' }, replacing: false });
  });
});
