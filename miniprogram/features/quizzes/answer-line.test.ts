import { dropAnswers, keepAnswer, sendAnswers, waiting } from './answer-line';

type Asked = { requestId: string; input: { place: number; chosen: number[] } };

/** A phone, and a library that answers in turn; after that there is no network. */
const aPhone = (...answers: object[]) => {
  const store = new Map<string, unknown>();
  const asked: Asked[] = [];
  const wx = {
    getStorageSync: (key: string) => store.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void store.set(key, value),
    removeStorageSync: (key: string) => void store.delete(key),
    cloud: {
      callFunction: async ({ data }: { data: Asked }) => {
        const next = answers.shift();
        if (!next) throw { errMsg: 'request:fail' };
        asked.push(data);
        return { result: next };
      },
    },
  };
  Object.assign(globalThis, { wx });
  return asked;
};
const taken = { ok: true, value: { secondsLeft: 60, answered: 1 } };
const over = { ok: false, refusals: [{ code: 'quiz_time_over', endedAt: '' }] };

beforeEach(() => jest.useFakeTimers({ advanceTimers: true }));
afterEach(() => jest.useRealTimers());

test('of one question the last answer alone is sent, each under its own id', async () => {
  const asked = aPhone(taken, taken);
  keepAnswer('e', 0, [1]);
  keepAnswer('e', 1, [0]);
  keepAnswer('e', 0, [2]);
  expect(await sendAnswers('e')).toMatchObject({ kind: 'value' });
  expect(asked.map(({ input }) => [input.place, input.chosen])).toEqual([
    [1, [0]],
    [0, [2]],
  ]);
  expect(new Set(asked.map(({ requestId }) => requestId)).size).toBe(2);
  expect(waiting('e')).toEqual([]);
});

test('without network everything stays, and goes later under the same ids', async () => {
  const asked = aPhone();
  keepAnswer('e', 0, [1]);
  const [before] = waiting('e');
  expect((await sendAnswers('e'))?.kind).toBe('offline');
  expect(waiting('e')).toEqual([before]);
  expect(asked).toEqual([]);
});

test('what the library takes no more ends the sending, and is dropped with the attempt', async () => {
  aPhone(over);
  keepAnswer('e', 0, [1]);
  expect(await sendAnswers('e')).toMatchObject({ kind: 'refused' });
  dropAnswers('e');
  expect(waiting('e')).toEqual([]);
  expect(await sendAnswers('e')).toBeUndefined();
});
