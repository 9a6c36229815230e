import { scanSession, cleanCode, isRepeat, type ScanRow } from './scan-session';
import { checkInFace } from './check-in-view';

const today = '2026-11-22';
const title = { titleId: 't1', title: '红楼梦', authors: '曹雪芹', publisher: '', year: 1982, clc: 'I242.4' };
const shelved = { barcode: 'YX1', title, next: { kind: 'shelve', shelf: '三楼', callNumber: 'I242.4/1' } };

interface Sent {
  name: string;
  data: { action: string; input: { barcode: string }; requestId: string };
}

/** A desk whose cloud answers what it is told, in order: a value, or a network that breaks. */
function aDesk(...answers: ('lost' | 'crashed' | object)[]) {
  const sent: Sent[] = [];
  let rows: ScanRow[] = [];
  let note = '';
  let time = 1_000_000;
  const callFunction = async (call: Sent) => {
    sent.push(call);
    const answer = answers.shift();
    if (answer === undefined) throw new Error('the desk asked once too often');
    if (answer === 'lost') throw { errMsg: 'request:fail' };
    if (answer === 'crashed') throw { errCode: -504002, errMsg: 'boom', requestID: 'req-9' };
    return { result: answer };
  };
  Object.assign(globalThis, { wx: { cloud: { callFunction } } });
  const session = scanSession(
    {
      action: 'desk.checkIn',
      input: (barcode) => ({ barcode, branchId: 'main' }),
      face: (outcome) => checkInFace(outcome, today),
      changed: (changed, said) => {
        rows = changed;
        note = said;
      },
      settled: () => undefined,
    },
    () => time,
  );
  return {
    session,
    sent,
    rows: () => rows,
    note: () => note,
    wait: (ms: number) => void (time += ms),
  };
}

const settle = async () => {
  for (let i = 0; i < 40; i += 1) await Promise.resolve();
};

beforeEach(() => jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] }));
afterEach(() => jest.useRealTimers());

test('copies are worked off in the order in which they were scanned', async () => {
  const desk = aDesk({ ok: true, value: shelved }, { ok: true, value: { ...shelved, barcode: 'YX2' } });
  desk.session.scan('YX1');
  desk.session.scan('YX2');
  expect(desk.rows().map(({ barcode, state }) => [barcode, state])).toEqual([
    ['YX2', 'working'],
    ['YX1', 'working'],
  ]);
  await settle();
  expect(desk.sent.map(({ data }) => data.input.barcode)).toEqual(['YX1', 'YX2']);
  expect(desk.rows().every(({ state }) => state === 'done')).toBe(true);
  expect(desk.session.open()).toBe(0);
});

test('the same barcode within two seconds is one movement of the hand, and said so', async () => {
  const desk = aDesk({ ok: true, value: shelved }, { ok: true, value: shelved });
  desk.session.scan('YX1');
  await settle();
  desk.wait(1_999);
  desk.session.scan('YX1');
  await settle();
  expect(desk.sent).toHaveLength(1);
  expect(desk.note()).toContain('YX1');
  desk.wait(2_000);
  desk.session.scan('YX1');
  await settle();
  expect(desk.sent).toHaveLength(2);
});

test('a lost answer keeps its request id over the retry', async () => {
  const desk = aDesk('lost', 'lost', { ok: true, value: shelved });
  desk.session.scan('YX1');
  await settle();
  // The first repeat is made by lib/call itself after a pause.
  await jest.advanceTimersByTimeAsync(2_000);
  await settle();
  const [row] = desk.rows();
  expect(row).toMatchObject({ state: 'lost', word: '没有回复' });
  expect(desk.session.open()).toBe(1);
  desk.session.retry(row?.key ?? '');
  await settle();
  expect(new Set(desk.sent.map(({ data }) => data.requestId)).size).toBe(1);
  expect(desk.rows()).toHaveLength(1);
  expect(desk.rows()[0]?.state).toBe('done');
});

test('scanning a copy again whose answer was lost is a retry, not a second return', async () => {
  const desk = aDesk('lost', 'lost', { ok: true, value: shelved });
  desk.session.scan('YX1');
  await settle();
  await jest.advanceTimersByTimeAsync(2_000);
  await settle();
  desk.wait(5_000);
  desk.session.scan('YX1');
  await settle();
  expect(new Set(desk.sent.map(({ data }) => data.requestId)).size).toBe(1);
  expect(desk.rows()).toHaveLength(1);
});

test('a failure shows its number and can be retried', async () => {
  const desk = aDesk('crashed', { ok: true, value: shelved });
  desk.session.scan('YX1');
  await settle();
  expect(desk.rows()[0]).toMatchObject({ state: 'failed', word: '系统繁忙' });
  expect(desk.rows()[0]?.lines[0]?.text).toContain('req-9');
  desk.session.retry(desk.rows()[0]?.key ?? '');
  await settle();
  expect(desk.rows()[0]?.state).toBe('done');
});

test('a settled row is not sent again', async () => {
  const desk = aDesk({ ok: true, value: shelved });
  desk.session.scan('YX1');
  await settle();
  desk.session.retry(desk.rows()[0]?.key ?? '');
  await settle();
  expect(desk.sent).toHaveLength(1);
});

test('a code loses the blanks and control characters of its scanner', () => {
  expect(cleanCode(' YX 0001\r\n\u007f')).toBe('YX0001');
  expect(isRepeat({ code: 'YX1', at: 0 }, 'YX2', 10)).toBe(false);
});

test('a refused copy is named, so that the hand knows which book it holds', async () => {
  const refused = { ok: false, refusals: [{ code: 'item_needed_for_holds', waiting: 1, onShelf: 1 }] };
  const found = { ok: true, value: { barcode: 'YX1', title, status: 'available', branchName: '总馆' } };
  const desk = aDesk(refused, found);
  desk.session.scan('YX1');
  await settle();
  expect(desk.sent.map(({ data }) => data.action)).toEqual(['desk.checkIn', 'desk.item']);
  expect(desk.rows()[0]).toMatchObject({ state: 'refused', title: '红楼梦' });
});
