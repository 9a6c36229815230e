import { chapterAt, startAt } from './lecture-view';
import { positionKeeper } from './position';

interface Kept {
  input: { lectureId: string; seconds: number };
}

function aPhone(answer: object | 'offline', reader: object | null) {
  const store = new Map<string, unknown>();
  const kept: Kept[] = [];
  store.set('kept:account.me', JSON.stringify({ value: { reader, unreadNotices: 0 }, at: 0 }));
  const wx = {
    getStorageSync: (key: string) => store.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void store.set(key, value),
    removeStorageSync: (key: string) => void store.delete(key),
    cloud: {
      callFunction: async ({ data }: { data: Kept }) => {
        kept.push(data);
        if (answer === 'offline') throw { errMsg: 'request:fail' };
        return { result: answer };
      },
    },
  };
  Object.assign(globalThis, { wx });
  return { kept, local: () => store.get('replay lec') };
}
const settle = async () => {
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
};
const reader = { readerId: 'r1' };

test('a moment belongs to the last chapter that has begun', () => {
  const chapters = [{ at: 0 }, { at: 8 }, { at: 16 }];
  expect([0, 7.9, 8, 40].map((seconds) => chapterAt(chapters, seconds))).toEqual([0, 0, 1, 2]);
  expect(chapterAt([{ at: 5 }], 2)).toBe(-1);
});

test('a replay that was hardly begun or seen to the end starts at the beginning', () => {
  expect(startAt(1, 40)).toBe(0);
  expect(startAt(39, 40)).toBe(0);
  expect(startAt(20, 40)).toBe(20);
  expect(startAt(20, 0)).toBe(20);
});

test('while it plays the position is kept at most every ten seconds, and on every stop', async () => {
  const phone = aPhone({ ok: true, value: { seconds: 0 } }, reader);
  let time = 0;
  const keeper = positionKeeper('lec', () => time);
  for (let s = 1; s <= 25; s += 1) {
    time = s * 1000;
    keeper.playing(s);
  }
  await settle();
  expect(phone.kept.map(({ input }) => input.seconds)).toEqual([10, 20]);
  keeper.stopped(25.4);
  keeper.stopped(25.8);
  await settle();
  expect(phone.kept.map(({ input }) => input.seconds)).toEqual([10, 20, 25]);
  expect(phone.local()).toBeUndefined();
});

test('a visitor’s position stays on the phone and is not asked about', async () => {
  const phone = aPhone({ ok: true, value: {} }, null);
  positionKeeper('lec').stopped(12);
  await settle();
  expect(phone.kept).toHaveLength(0);
  expect(phone.local()).toBe(12);
});

test('without network the phone keeps what the library could not be told', async () => {
  jest.useFakeTimers();
  const phone = aPhone('offline', reader);
  positionKeeper('lec').stopped(12);
  await jest.advanceTimersByTimeAsync(2_000);
  jest.useRealTimers();
  expect(phone.kept).toHaveLength(2);
  expect(phone.local()).toBe(12);
});
