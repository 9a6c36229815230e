import fc from 'fast-check';
import type { Replayed } from '../../../../typings/contract';
import type { Outcome } from '../../../lib/call';
import { MOST_WAITING, offlineLine, replayId, type NewScan, type Storage } from './line';
import { REPEAT_FOR_MS, workOff, type Sending } from './replaying';

/** A phone's storage that may be full, and that outlives a restart. */
function aPhone() {
  const kept = new Map<string, string>();
  const phone = { full: false, writes: 0 };
  const storage: Storage = {
    get: (key) => {
      const text = kept.get(key);
      return text === undefined ? '' : JSON.parse(text);
    },
    set: (key, value) => {
      if (phone.full) throw new Error('exceed storage max size 10Mb');
      phone.writes += 1;
      kept.set(key, JSON.stringify(value));
    },
    remove: (key) => void kept.delete(key),
  };
  let devices = 0;
  return { phone, kept, open: () => offlineLine(storage, () => `d${(devices += 1)}`), made: () => devices };
}

const scan = (barcode: string): NewScan => ({
  action: 'checkIn',
  barcode,
  branchId: 'main',
  scannedAt: '2026-11-22T02:00:00.000Z',
});

/** A library that does each request id once and remembers the order. */
function aLibrary() {
  const done: string[] = [];
  const answers = new Map<string, Replayed>();
  return {
    done,
    replay(barcode: string, requestId: string): Replayed {
      const known = answers.get(requestId);
      if (known) return known;
      done.push(barcode);
      const answer: Replayed = { kind: 'done', outcome: '已还回', titleName: barcode };
      answers.set(requestId, answer);
      return answer;
    },
  };
}

type Weather = 'up' | 'down' | 'lost' | 'failed';

function sending(library: ReturnType<typeof aLibrary>, weather: () => Weather, now = 0): Sending {
  const through = async <T>(value: () => T): Promise<Outcome<T>> => {
    const sky = weather();
    if (sky === 'down') return { kind: 'offline' };
    if (sky === 'failed') return { kind: 'failed', requestId: 'req-1' };
    const answer = value();
    return sky === 'lost' ? { kind: 'offline' } : { kind: 'value', value: answer };
  };
  return {
    replay: (input, id) => through(() => library.replay(input.barcode, id)),
    checkOut: () => Promise.resolve({ kind: 'offline' }),
    checkIn: (input, id) =>
      through(() => {
        library.replay(input.barcode, id);
        return { barcode: input.barcode } as never;
      }),
    now: () => now,
  };
}

test('the device is named once and numbers go on after a restart, never back', () => {
  const { open, made } = aPhone();
  const first = open();
  expect([first.add(scan('A')), first.add(scan('B'))].map((kept) => kept?.number)).toEqual([1, 2]);
  first.drop(1);
  first.drop(2);
  const second = open();
  expect(second.waiting()).toEqual([]);
  expect(second.add(scan('C'))).toMatchObject({ number: 3, device: 'd1' });
  expect(made()).toBe(1);
});

test('a scan is written once: the cost does not grow with the line', () => {
  const { phone, open } = aPhone();
  const line = open();
  for (let i = 0; i < 50; i += 1) line.add(scan(`A${i}`));
  const before = phone.writes;
  line.add(scan('last'));
  expect(phone.writes - before).toBe(2);
});

test('no scan is said to be kept when the phone has no room, and its number is not given again', () => {
  const { phone, open } = aPhone();
  const line = open();
  line.add(scan('A'));
  phone.full = true;
  expect(line.add(scan('B'))).toBeUndefined();
  phone.full = false;
  expect(line.waiting().map(({ barcode }) => barcode)).toEqual(['A']);
  expect(line.add(scan('C'))?.number).toBe(2);
});

test('a scan whose call was under way when the mini program ended is repeated under the id of that call', () => {
  const { open } = aPhone();
  const line = open();
  line.add(scan('A'));
  const input = { barcode: 'A', branchId: 'main' };
  line.note(1, { requestId: 'req-A', at: 5, action: 'desk.checkIn', input });
  expect(open().head()?.sent).toMatchObject({ requestId: 'req-A', at: 5 });
  line.drop(1);
  line.note(1, { requestId: 'req-A', at: 5, action: 'desk.checkIn', input });
  expect(open().waiting()).toEqual([]);
});

test('the line has an end, far below what WeChat stores', () => {
  const { kept, open } = aPhone();
  const line = open();
  for (let i = 0; i < MOST_WAITING; i += 1) line.add({ ...scan(`YX${i}`), card: 'SX1.'.padEnd(180, 'x') });
  expect(line.add(scan('one more'))).toBeUndefined();
  const bytes = [...kept].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  expect(bytes).toBeLessThan(2_000_000);
});

test('a scan leaves the line only when the library answered; the next one is not sent before', async () => {
  const { open } = aPhone();
  const library = aLibrary();
  const line = open();
  for (const barcode of ['A', 'B', 'C']) line.add(scan(barcode));
  const sky: Weather[] = ['up', 'failed'];
  const stopped = await workOff(
    line,
    sending(library, () => sky.shift() ?? 'up'),
    () => undefined,
  );
  expect(stopped).toEqual({ kind: 'failed', requestId: 'req-1' });
  expect(library.done).toEqual(['A']);
  expect(line.waiting().map(({ barcode }) => barcode)).toEqual(['B', 'C']);
});

test('a call without an answer is repeated under its own id while it is fresh, later as a kept scan', async () => {
  for (const [now, id] of [
    [REPEAT_FOR_MS - 1, 'req-A'],
    [REPEAT_FOR_MS, 'd1-1'],
  ] as const) {
    const line = aPhone().open();
    const input = { barcode: 'A', branchId: 'main' };
    line.add({ ...scan('A'), sent: { requestId: 'req-A', at: 0, action: 'desk.checkIn', input } });
    const ids: string[] = [];
    const library = { ...aLibrary(), replay: (_: string, requestId: string) => void ids.push(requestId) };
    await workOff(
      line,
      sending(library as never, () => 'up', now),
      () => undefined,
    );
    expect(ids).toEqual([id]);
    expect(line.waiting()).toEqual([]);
  }
});

test('whatever the network does and however often the mini program restarts: every scan once, in order', async () => {
  const act = fc.oneof(
    { weight: 4, arbitrary: fc.constant({ do: 'scan' } as const) },
    { weight: 1, arbitrary: fc.constant({ do: 'restart' } as const) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('replay' as const),
        sky: fc.array(fc.constantFrom<Weather>('up', 'up', 'down', 'lost', 'failed'), { maxLength: 12 }),
      }),
    },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 60 }), async (acts) => {
      const { open } = aPhone();
      const library = aLibrary();
      let line = open();
      const scanned: string[] = [];
      const told: number[] = [];
      const settled = ({ number }: { number: number }) => void told.push(number);
      for (const step of acts) {
        if (step.do === 'scan') {
          const barcode = `B${scanned.length}`;
          scanned.push(barcode);
          line.add(scan(barcode));
        } else if (step.do === 'restart') line = open();
        else {
          const sky = [...step.sky];
          await workOff(
            line,
            sending(library, () => sky.shift() ?? 'down'),
            settled,
          );
        }
        // At any moment: what the library has not answered is still on the phone.
        const waiting = line.waiting().map(({ barcode }) => barcode);
        expect(scanned.slice(told.length)).toEqual(waiting);
        expect(library.done).toEqual(scanned.slice(0, library.done.length));
      }
      await workOff(
        open(),
        sending(library, () => 'up'),
        settled,
      );
      expect(library.done).toEqual(scanned);
      expect(told).toEqual(scanned.map((_, i) => i + 1));
    }),
    { numRuns: 300 },
  );
});

test('the id of a kept scan is made of device and number', () => {
  expect(replayId({ device: 'd1', number: 7 })).toBe('d1-7');
});
