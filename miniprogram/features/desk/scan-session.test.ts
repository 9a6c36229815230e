import { checkInFace } from './check-in-view';
import { deskLines } from './desk-refusals';
import type { KeptScan, NewScan } from './offline/line';
import { cleanCode, face, isRepeat, type ScanRow } from './scan-row';
import { scanSession } from './scan-session';

const today = '2026-11-22';
const title = { titleId: 't1', title: '红楼梦', authors: '曹雪芹', publisher: '', year: 1982, clc: 'I242.4' };
const shelved = {
  barcode: 'YX1',
  title,
  found: false,
  condition: '',
  next: { kind: 'shelve', shelf: '三楼', callNumber: 'I242.4/1' },
};

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
  const line = {
    clear: true,
    full: false,
    down: 0,
    kept: [] as Pick<NewScan, 'barcode' | 'sent'>[],
    taken: [] as number[],
    answered: [] as number[],
    waiting: [] as number[],
  };
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
      undoLines: (refusals) => deskLines(refusals, today),
      line: {
        isClear: async () => line.clear,
        noteDown: () => void (line.down += 1),
        takeBack: (number) => line.taken.push(number) > 0,
        writeDown: ({ barcode, at }) => {
          if (line.full) return undefined;
          line.kept.push({ barcode });
          const scannedAt = new Date(at).toISOString();
          return {
            device: 'd1',
            number: line.kept.length,
            action: 'checkIn',
            barcode,
            branchId: 'main',
            scannedAt,
          };
        },
        noteSent: (number, act) => void (line.kept[number - 1] = { barcode: act.input.barcode, sent: act }),
        noteAnswered: (number) => void line.answered.push(number),
        leaveWaiting: (number) => void line.waiting.push(number),
      },
    },
    () => time,
  );
  return {
    session,
    sent,
    line,
    rows: () => rows,
    note: () => note,
    wait: (ms: number) => void (time += ms),
  };
}

const kept = (number: number): KeptScan => ({
  device: 'd1',
  number,
  action: 'checkIn',
  barcode: 'YX1',
  branchId: 'main',
  scannedAt: '2026-11-22T02:00:00.000Z',
});

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

test('a scan whose answer was lost is kept with its own id: it may have been done', async () => {
  const desk = aDesk('lost', 'lost');
  desk.session.scan('YX1');
  await settle();
  // The first repeat is made by lib/call itself after a pause.
  await jest.advanceTimersByTimeAsync(2_000);
  await settle();
  expect(new Set(desk.sent.map(({ data }) => data.requestId)).size).toBe(1);
  expect(desk.line.down).toBe(1);
  expect(desk.line.kept).toMatchObject([
    { barcode: 'YX1', sent: { requestId: desk.sent[0]?.data.requestId, action: 'desk.checkIn' } },
  ]);
  expect(desk.rows()[0]).toMatchObject({ state: 'pending', word: '已记下', number: 1 });
  expect(desk.line).toMatchObject({ waiting: [1], answered: [] });
  // Kept safe on the device: leaving the page loses nothing.
  expect(desk.session.open()).toBe(0);
});

test('without a network nothing is sent and every scan is kept, in order', async () => {
  const desk = aDesk();
  desk.line.clear = false;
  desk.session.scan('YX1');
  desk.session.scan('YX2');
  desk.session.scan('YX3');
  await settle();
  expect(desk.sent).toHaveLength(0);
  expect(desk.line.kept).toEqual([{ barcode: 'YX1' }, { barcode: 'YX2' }, { barcode: 'YX3' }]);
  expect(desk.line.waiting).toEqual([1, 2, 3]);
  expect(desk.rows()[0]?.lines[0]?.next).toContain('没有核对');
});

test('a scan is written down before it is asked for, and taken out when it is answered', async () => {
  const desk = aDesk({ ok: true, value: shelved }, 'crashed');
  desk.session.scan('YX1');
  desk.session.scan('YX2');
  // Both are safe already, though the first is not even sent.
  expect(desk.line.kept.map(({ barcode }) => barcode)).toEqual(['YX1', 'YX2']);
  expect(desk.sent).toHaveLength(0);
  await settle();
  expect(desk.line.kept[0]?.sent).toMatchObject({ requestId: desk.sent[0]?.data.requestId });
  // What the library did not answer stays written down, and goes with the others when the page closes.
  expect(desk.line.answered).toEqual([1]);
  desk.session.leave();
  expect(desk.line.waiting).toEqual([2]);
});

test('a phone without room says loudly that the copy was not kept, and the same row can be tried again', async () => {
  const desk = aDesk({ ok: true, value: shelved });
  desk.line.clear = false;
  desk.line.full = true;
  desk.session.scan('YX1');
  await settle();
  expect(desk.rows()[0]).toMatchObject({ state: 'lost', tone: 'urgent', word: '没有记下' });
  desk.line.clear = true;
  desk.session.retry(desk.rows()[0]?.key ?? '');
  await settle();
  expect(desk.rows()).toMatchObject([{ state: 'done' }]);
});

test('the line of a kept scan says what became of it', async () => {
  const desk = aDesk();
  desk.line.clear = false;
  desk.session.scan('YX1');
  await settle();
  const done = face({ state: 'done', tone: 'good', icon: 'check', word: '已补办', title: '红楼梦' });
  expect(desk.session.arrived(kept(1), done)).toBe(true);
  expect(desk.rows()[0]).toMatchObject({ word: '已补办', title: '红楼梦', requestId: 'd1-1' });
  expect(desk.session.arrived(kept(2), done)).toBe(false);
});

test('a done scan is taken back by the request id it was made with', async () => {
  const desk = aDesk(
    { ok: true, value: shelved },
    { ok: true, value: { barcode: 'YX1', outcome: '借给林晓舟' } },
  );
  desk.session.scan('YX1');
  await settle();
  await desk.session.undo(desk.rows()[0]?.key ?? '');
  await settle();
  const [scan, undo] = desk.sent.map(({ data }) => data);
  expect(undo).toMatchObject({ action: 'desk.undo', input: { requestId: scan?.requestId } });
  expect(desk.rows()[0]).toMatchObject({ state: 'undone', big: '借给林晓舟' });
});

test('an undo that comes too late says why and leaves the line as it was', async () => {
  const late = { ok: false, refusals: [{ code: 'undo_too_late', at: '2026-11-22T02:30:00.000Z' }] };
  const desk = aDesk({ ok: true, value: shelved }, late);
  desk.session.scan('YX1');
  await settle();
  await desk.session.undo(desk.rows()[0]?.key ?? '');
  await settle();
  expect(desk.rows()[0]).toMatchObject({ state: 'done', word: '上架' });
  expect(desk.rows()[0]?.lines.at(-1)?.text).toContain('不能撤销');
});

test('a kept scan that was not sent is taken out of the line on the device', async () => {
  const desk = aDesk();
  desk.line.clear = false;
  desk.session.scan('YX1');
  await settle();
  await desk.session.undo(desk.rows()[0]?.key ?? '');
  expect(desk.line.taken).toEqual([1]);
  expect(desk.rows()[0]).toMatchObject({ state: 'undone' });
  expect(desk.sent).toHaveLength(0);
});

test('an override is another request than the refused one, and the same again until it is answered', async () => {
  const refused = { ok: false, refusals: [{ code: 'loan_limit_reached', current: 20, limit: 20 }] };
  const named = { ok: true, value: { title } };
  const desk = aDesk(refused, named, 'lost', 'lost', { ok: true, value: shelved });
  desk.session.scan('YX1');
  await settle();
  const key = desk.rows()[0]?.key ?? '';
  const first = desk.session.override(key, { comment: '已核实' });
  await settle();
  await jest.advanceTimersByTimeAsync(2_000);
  expect((await first).kind).toBe('offline');
  await desk.session.override(key, { comment: '已核实' });
  const ids = desk.sent
    .filter(({ data }) => data.action === 'desk.checkIn')
    .map(({ data }) => data.requestId);
  expect(ids).toHaveLength(4);
  expect(new Set(ids.slice(1)).size).toBe(1);
  expect(ids[0]).not.toBe(ids[1]);
  expect(desk.rows()[0]).toMatchObject({ state: 'done', requestId: ids[1] });
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
