import { act, ask } from './call';

const calls: { name: string; data: { action: string; input: unknown; requestId?: string } }[] = [];
let answers: (() => Promise<unknown>)[] = [];

beforeEach(() => {
  jest.useFakeTimers({ advanceTimers: true });
  calls.length = 0;
  answers = [];
  Object.assign(globalThis, {
    wx: {
      cloud: {
        callFunction(call: (typeof calls)[number]) {
          calls.push(call);
          return answers.shift()!();
        },
      },
    },
  });
});
afterEach(() => jest.useRealTimers());

const value = (result: unknown) => async () => ({ result: { ok: true, value: result } });
const result = (body: unknown) => async () => ({ result: body });
const thrown = (error: object) => () => Promise.reject(error);
const lost = thrown({ errMsg: 'cloud.callFunction:fail request:fail' });
const place = { titleId: 't1', pickUpBranchId: 'b1' };

test('desk actions go to the staff door, all others to the reader door', async () => {
  answers = [value({}), value({})];
  await ask('desk.today', {});
  await ask('home.show', {});
  expect(calls.map(({ name }) => name)).toEqual(['staff', 'reader']);
});

test('reading sends no request id', async () => {
  answers = [value({})];
  await ask('home.show', {});
  expect(calls[0]!.data).toEqual({ action: 'home.show', input: {} });
});

test('a refusal, a wrong field and a failure are told apart', async () => {
  const refusals = [{ code: 'no_card' }];
  const invalid = [{ path: 'input.titleId', message: 'x' }];
  answers = [
    result({ ok: false, refusals }),
    result({ ok: false, invalid }),
    result({ ok: false, failure: { requestId: 'r-1' } }),
  ];
  expect(await ask('home.show', {})).toEqual({ kind: 'refused', refusals });
  expect(await ask('home.show', {})).toEqual({ kind: 'invalid', fields: invalid });
  expect(await ask('home.show', {})).toEqual({ kind: 'failed', requestId: 'r-1' });
});

test('a function that threw is a failure, a lost answer is not', async () => {
  answers = [
    thrown({ errCode: -504002, errMsg: 'x', requestID: 'r-2' }),
    thrown({ errCode: -404012, errMsg: 'polling timed out' }),
    thrown({ errMsg: 'cloud.callFunction:fail Error: errCode: -404011 function failed' }),
    thrown({ errCode: -1, errMsg: 'cloud.callFunction:fail' }),
  ];
  const kinds = [];
  for (let i = 0; i < 4; i++) kinds.push((await ask('home.show', {})).kind);
  expect(kinds).toEqual(['failed', 'offline', 'failed', 'offline']);
});

test('a cloud that was never opened is no lost network', async () => {
  answers = [
    thrown({ errCode: -601034, errMsg: 'cloud.callFunction:fail' }),
    thrown({ errMsg: 'cloud.callFunction:fail Error: errCode: -601034 | errMsg: env not opened' }),
  ];
  const notSetUp = { kind: 'refused', refusals: [{ code: 'not_set_up' }] };
  expect([await ask('home.show', {}), await ask('home.show', {})]).toEqual([notSetUp, notSetUp]);
});

test('a body that is no answer is a failure', async () => {
  answers = [result(undefined)];
  expect((await ask('home.show', {})).kind).toBe('failed');
});

test('a lost answer is asked for again once, with the same request id', async () => {
  answers = [lost, value({ holdId: 'h1' })];
  const outcome = await act('holds.place', place);
  expect(outcome.kind).toBe('value');
  expect(calls).toHaveLength(2);
  expect(calls[0]!.data.requestId).toBeTruthy();
  expect(calls[1]!.data.requestId).toBe(calls[0]!.data.requestId);
});

test('the tap after an answer that never came is still the same intention', async () => {
  answers = [lost, lost, value({})];
  expect((await act('holds.place', place)).kind).toBe('offline');
  await act('holds.place', place);
  expect(new Set(calls.map(({ data }) => data.requestId)).size).toBe(1);
});

test('the tap after a settled answer is a new intention', async () => {
  answers = [value({}), value({})];
  await act('holds.cancel', { holdId: 'h1' });
  await act('holds.cancel', { holdId: 'h1' });
  expect(calls[0]!.data.requestId).not.toBe(calls[1]!.data.requestId);
});

test('another input is another intention', async () => {
  answers = [lost, lost, value({})];
  await act('holds.cancel', { holdId: 'a' });
  await act('holds.cancel', { holdId: 'b' });
  expect(calls[2]!.data.requestId).not.toBe(calls[0]!.data.requestId);
});

test('an answer that takes longer than anybody waits counts as lost', async () => {
  answers = [() => new Promise(() => undefined)];
  const outcome = ask('home.show', {});
  await jest.advanceTimersByTimeAsync(20_001);
  expect(await outcome).toEqual({ kind: 'offline' });
});
