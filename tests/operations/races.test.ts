import { randomUUID } from 'node:crypto';
import type { Answer } from '../../typings/contract/answer';
import { inconsistencies } from '../../demo/consistency';
import { startSmallLibrary, type SmallLibrary } from './library';

/** Many at once through the real functions: exactly one wins, the others are told why, and every document agrees afterwards. */

jest.setTimeout(180_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(4);
});
afterEach(async () => {
  expect(inconsistencies(await library.everything())).toEqual([]);
});
afterAll(() => library?.close());

const outcomes = (answers: Answer<unknown>[]): string[] =>
  answers
    .map((answer) =>
      answer.ok
        ? 'ok'
        : 'refusals' in answer
          ? answer.refusals.map(({ code }) => code).join('+')
          : JSON.stringify(answer),
    )
    .sort();

const checkOut = (who: string, barcode: string, requestId?: string) =>
  library.ask('desk', 'desk.checkOut', { readerId: `reader-${who}`, barcode, branchId: 'main' }, requestId);
const checkIn = (barcode: string, requestId?: string) =>
  library.ask('desk', 'desk.checkIn', { barcode, branchId: 'main' }, requestId);

it('gives one copy to one of four readers', async () => {
  const answers = await Promise.all(['an', 'bai', 'chen', 'ding'].map((who) => checkOut(who, 'A1')));
  expect(outcomes(answers)).toEqual(['item_on_loan', 'item_on_loan', 'item_on_loan', 'ok']);
  await checkIn('A1');
});

it('does the same request once, however often it is sent, at once or later', async () => {
  const requestId = randomUUID();
  const answers = await Promise.all([1, 2, 3, 4].map(() => checkOut('an', 'A1', requestId)));
  expect(outcomes(answers)).toEqual(['ok', 'ok', 'ok', 'ok']);
  expect(new Set(answers.map((answer) => (answer.ok ? answer.value.loan.loanId : ''))).size).toBe(1);
  expect(outcomes([await checkOut('an', 'A1', requestId)])).toEqual(['ok']);
  expect((await library.document('readers', 'reader-an'))?.openLoans).toHaveLength(1);
  await checkIn('A1');
  expect(outcomes([await checkOut('an', 'A1', requestId)])).toEqual(['ok']);
  expect((await library.document('items', 'A1'))?.loan).toBeNull();
});

it('names a request id that was used for something else, and one that is missing', async () => {
  const requestId = randomUUID();
  await checkOut('an', 'A1', requestId);
  expect(await checkOut('bai', 'B1', requestId)).toMatchObject({
    ok: false,
    invalid: [{ path: 'requestId' }],
  });
  expect(await library.ask('an', 'holds.cancel', { holdId: 'x' }, 'short')).toMatchObject({
    ok: false,
    invalid: [{ path: 'requestId' }],
  });
  await checkIn('A1');
});

it('never sells an event over its quota', async () => {
  const answers = await Promise.all(
    ['an', 'bai', 'chen', 'ding'].map((who) => library.ask(who, 'events.register', { eventId: 'talk' })),
  );
  expect(outcomes(answers)).toEqual(['event_full', 'event_full', 'ok', 'ok']);
  expect(await library.document('events', 'talk')).toMatchObject({ registered: 2, quota: 2 });
  const registered = ['an', 'bai', 'chen', 'ding'].filter((_, n) => answers[n]?.ok);
  await Promise.all(registered.map((who) => library.get(who, 'events.cancel', { eventId: 'talk' })));
  expect(await library.document('events', 'talk')).toMatchObject({ registered: 0 });
});

it('lines up readers who hold at the same moment, each at one place', async () => {
  const answers = await Promise.all(
    ['an', 'bai', 'chen', 'ding'].map((who) =>
      library.ask(who, 'holds.place', { titleId: 'title-one', pickUpBranchId: 'main' }),
    ),
  );
  expect(outcomes(answers)).toEqual(['ok', 'ok', 'ok', 'ok']);
  expect(answers.map((answer) => (answer.ok ? answer.value.position : 0)).sort()).toEqual([1, 2, 3, 4]);
});

it('calls one reader when the copy is checked in while the first in the queue cancels', async () => {
  const [first] = (await library.document('holdQueues', 'title-one'))?.holds ?? [];
  const who = first?.readerId.replace('reader-', '') ?? '';
  await Promise.all([checkIn('A1'), library.ask(who, 'holds.cancel', { holdId: first?.holdId ?? '' })]);
  const queue = (await library.document('holdQueues', 'title-one'))?.holds ?? [];
  expect(queue).toHaveLength(3);
  expect(queue.filter((hold) => hold.barcode === 'A1')).toHaveLength(1);
});

it('settles a renewal and a hold that come together in one order or the other', async () => {
  const { loan } = await library.get('desk', 'desk.checkOut', {
    readerId: 'reader-an',
    barcode: 'B1',
    branchId: 'main',
  });
  const answers = await Promise.all([
    library.ask('an', 'loans.renew', { loanId: loan.loanId }),
    library.ask('bai', 'holds.place', { titleId: 'title-two', pickUpBranchId: 'main' }),
  ]);
  expect(outcomes(answers)).toEqual(['ok', 'ok']);
});

it('keeps the limit of a reader under ten check-outs at once', async () => {
  const child = await library.document('readers', 'reader-chen');
  await library.cloud.db.upsert('readers', [
    { ...child, category: 'child', openHolds: child?.openHolds ?? [] },
  ]);
  const extra = ['D1', 'D2', 'D3', 'D4', 'D5'];
  const model = await library.document('items', 'C1');
  await library.cloud.db.upsert(
    'items',
    extra.map((_id) => ({ ...model, _id })),
  );
  const answers = await Promise.all(extra.map((barcode) => checkOut('chen', barcode)));
  expect(outcomes(answers)).toEqual([
    'loan_limit_reached',
    'loan_limit_reached',
    'loan_limit_reached',
    'ok',
    'ok',
  ]);
});

it('lets the jobs run twice at once and tells each occasion once', async () => {
  await library.cloud.clock.move({ advance: { days: 6 } });
  await Promise.all([library.cloud.timer('jobs'), library.cloud.timer('jobs')]);
  const ready = await library.documents('notices', { topic: 'hold_ready' });
  expect(new Set(ready.map((notice) => notice._id)).size).toBe(ready.length);
});

describe('the doors', () => {
  it('let nobody into the staff door whom the staff collection does not name as active', async () => {
    for (const who of ['an', 'gone', 'stranger'])
      expect(await library.refused(who, 'desk.today', {})).toEqual(['not_staff']);
  });
  it('take nobody for staff by a document that a client could have written', async () => {
    const forged = {
      _id: 'o-forger',
      name: '自封',
      branchId: 'main',
      roles: [],
      active: true,
      _openid: 'o-forger',
    };
    await library.cloud.db.upsert('staff', [forged]);
    expect(await library.refused('forger', 'desk.today', {})).toEqual(['not_staff']);
    expect((await library.get('forger', 'account.me', {})).staff).toBeUndefined();
  });
  it('let only the timer run the jobs', async () => {
    const answer = await library.cloud.call('jobs', {}, 'o-desk');
    expect(answer).toMatchObject({ result: { ok: false, refusals: [{ code: 'not_staff' }] } });
  });
  it('name what is wrong with an input and where', async () => {
    expect(await library.ask('an', 'catalogue.search', { query: 'x', page: 0 })).toMatchObject({
      invalid: [{ path: 'input.page' }],
    });
    expect(await library.ask('an', 'holds.place', { titleId: 'a/b', pickUpBranchId: '' })).toMatchObject({
      invalid: [{ path: 'input.titleId' }, { path: 'input.pickUpBranchId' }],
    });
    expect(await library.ask('an', 'catalogue.nothing' as 'home.show', {})).toMatchObject({
      invalid: [{ path: 'action' }],
    });
    expect(await library.ask('an', 'constructor' as 'home.show', {})).toMatchObject({
      invalid: [{ path: 'action' }],
    });
  });
});
