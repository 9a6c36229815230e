import { kept, keepScan, dropScan, workOff, type DoorScan } from './door-line';

const scan = (n: number): DoorScan => ({
  ...{ requestId: `q${n}`, eventId: 'e1', at: '2026-11-28T11:00:00.000Z', name: `读者${n}` },
  readerId: `r${n}`,
});

/** A phone, and a library that answers in turn; after that there is no network. */
const aPhone = (...answers: object[]) => {
  const store = new Map<string, unknown>();
  const asked: { requestId: string; input: { at: string } }[] = [];
  const wx = {
    getStorageSync: (key: string) => store.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void store.set(key, value),
    cloud: {
      callFunction: async ({ data }: { data: (typeof asked)[number] }) => {
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
const here = { ok: true, value: { name: '林', places: 1, at: '', before: false } };
const no = { ok: false, refusals: [{ code: 'no_place_left', quota: 2 }] };
const work = () => workOff('e1', (outcome) => outcome.kind);

beforeEach(() => jest.useFakeTimers({ advanceTimers: true }));
afterEach(() => jest.useRealTimers());

test('what waits is sent in its order, with its time and under its own id', async () => {
  const asked = aPhone(here, here);
  [1, 2].forEach((n) => keepScan(scan(n)));
  expect(await work()).toBe(true);
  expect(asked.map(({ requestId, input }) => [requestId, input.at])).toEqual([
    ['q1', scan(1).at],
    ['q2', scan(2).at],
  ]);
  expect(kept()).toEqual([]);
});

test('where sending breaks, the rest stays to be sent later; of another event nothing is sent', async () => {
  aPhone(here);
  [1, 2, 3].forEach((n) => keepScan(scan(n)));
  keepScan({ ...scan(4), eventId: 'e2' });
  await work();
  expect(kept().map(({ requestId }) => requestId)).toEqual(['q2', 'q3', 'q4']);
});

test('what the library refuses stays with its reason until it was read, and is not sent again', async () => {
  const asked = aPhone(no, here);
  [1, 2].forEach((n) => keepScan(scan(n)));
  await work();
  expect(kept()).toEqual([{ ...scan(1), why: 'refused' }]);
  expect(await work()).toBe(false);
  expect(asked).toHaveLength(2);
  dropScan('q1');
  expect(kept()).toEqual([]);
});
