import { randomUUID } from 'node:crypto';
import { aPolicy } from '../builders/documents';
import { inconsistencies } from '../../demo/consistency';
import { outcomes, startSmallLibrary, type SmallLibrary } from './library';

/**
 * Many at once through the real functions: exactly one wins, the others are told why, and every document
 * agrees afterwards.
 */

jest.setTimeout(180_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(4);
});
afterEach(async () => {
  expect(inconsistencies(await library.everything())).toEqual([]);
});
afterAll(() => library?.close());

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

/** Many at once over a library of its own each time: one wins, the others are told why. */
describe('at the same moment', () => {
  beforeEach(() => library.startOver());

  const rulesAre = async (given: Parameters<typeof aPolicy>[0]) => {
    await library.cloud.db.upsert('policies', [{ ...aPolicy(given) }]);
    await library.cloud.clock.move({ advance: { minutes: 2 } });
  };
  const hold = (who: string, titleId: string) =>
    library.ask(who, 'holds.place', { titleId, pickUpBranchId: 'main' });
  const lent = async (who: string, barcode: string, requestId?: string) => {
    const answer = await checkOut(who, barcode, requestId);
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return answer.value.loan.loanId;
  };
  const linesOf = (kind: string) => library.documents('accountLines', { kind });

  it('two desks lend one copy to two readers', async () => {
    const answers = await Promise.all([
      checkOut('an', 'A1'),
      library.ask('boss', 'desk.checkOut', { readerId: 'reader-bai', barcode: 'A1', branchId: 'main' }),
    ]);
    expect(outcomes(answers)).toEqual(['item_on_loan', 'ok']);
  });

  it('two desks take one copy back: it was returned once', async () => {
    await lent('an', 'A1');
    const answers = await Promise.all([checkIn('A1'), checkIn('A1')]);
    expect(answers.filter((answer) => answer.ok && answer.value.returned)).toHaveLength(1);
    expect(await library.documents('operations', { endsLoan: true })).toHaveLength(1);
  });

  it('ten copies go out to one reader whose limit is two', async () => {
    await rulesAre({ loanLimit: 2 });
    const model = await library.document('items', 'C1');
    const copies = Array.from({ length: 10 }, (_, n) => `D${n}`);
    await library.cloud.db.upsert(
      'items',
      copies.map((_id) => ({ ...model, _id })),
    );
    const answers = await Promise.all(copies.map((barcode) => checkOut('chen', barcode)));
    expect(outcomes(answers)).toEqual([...Array<string>(8).fill('loan_limit_reached'), 'ok', 'ok']);
  });

  it('the last copy is lent to a walk-in while two readers hold it', async () => {
    const answers = await Promise.all([
      hold('an', 'title-one'),
      hold('bai', 'title-one'),
      checkOut('chen', 'A1'),
    ]);
    expect(outcomes(answers.slice(0, 2))).toEqual(['ok', 'ok']);
    const holds = (await library.document('holdQueues', 'title-one'))?.holds ?? [];
    expect(holds).toHaveLength(2);
    const item = await library.document('items', 'A1');
    expect(item?.loan !== null).toBe(answers[2]?.ok);
    expect(outcomes(answers.slice(2))[0]).toMatch(/^(ok|item_needed_for_holds)$/);
  });

  it('a ready hold is collected while it is cancelled', async () => {
    const placed = await hold('an', 'title-one');
    await checkIn('A1');
    const holdId = placed.ok ? placed.value.holdId : '';
    const [out, cancelled] = await Promise.all([
      checkOut('an', 'A1'),
      library.ask('an', 'holds.cancel', { holdId }),
    ]);
    expect(outcomes([out])).toEqual(['ok']);
    expect(outcomes([cancelled])[0]).toMatch(/^(ok|hold_not_open)$/);
    const ended = await library.document('holds', holdId);
    expect(ended?.status).toBe(cancelled.ok ? 'cancelled' : 'filled');
  });

  it('a loan is renewed while another reader holds its title, where one who waits stops renewals', async () => {
    await rulesAre({ renewalWhenHeld: 'never' });
    const loanId = await lent('an', 'A1');
    const [renewed, placed] = await Promise.all([
      library.ask('an', 'loans.renew', { loanId }),
      hold('bai', 'title-one'),
    ]);
    expect(placed.ok).toBe(true);
    expect(outcomes([renewed])[0]).toMatch(/^(ok|others_waiting)$/);
    expect((await library.document('items', 'A1'))?.loan?.renewals).toBe(renewed.ok ? 1 : 0);
    expect(await library.refused('an', 'loans.renew', { loanId })).toContain('others_waiting');
  });

  const offered = async (): Promise<{ code: string; loanId: string }> => {
    await rulesAre({ transferable: true });
    const loanId = await lent('an', 'A1');
    return { loanId, code: (await library.get('an', 'loans.offerTransfer', { loanId })).code };
  };

  it('a loan is handed on while a desk takes the copy back', async () => {
    const { code, loanId } = await offered();
    const [taken, back] = await Promise.all([
      library.ask('bai', 'loans.takeTransfer', { code }),
      checkIn('A1'),
    ]);
    expect(back.ok).toBe(true);
    expect(outcomes([taken])[0]).toMatch(/^(ok|transfer_code_not_valid)$/);
    const ends = await library.documents('operations', { endsLoan: true });
    expect(ends.filter(({ ended }) => ended?.loanId === loanId)).toHaveLength(1);
    expect(ends).toHaveLength(taken.ok ? 2 : 1);
    expect((await library.document('items', 'A1'))?.loan).toBeNull();
  });

  it('two readers scan one transfer code', async () => {
    const { code } = await offered();
    const answers = await Promise.all(
      ['bai', 'chen'].map((who) => library.ask(who, 'loans.takeTransfer', { code })),
    );
    expect(outcomes(answers)).toEqual(['ok', 'transfer_code_not_valid']);
    const winner = answers[0]?.ok ? 'reader-bai' : 'reader-chen';
    expect((await library.document('items', 'A1'))?.loan?.readerId).toBe(winner);
  });

  const charged = async (amount: number): Promise<string> => {
    const { list } = await library.get('desk', 'fees.charge', {
      readerId: 'reader-an',
      amount,
      reason: '污损',
    });
    return list[0]?.lineId ?? '';
  };
  const pay = (amount: number) =>
    library.ask('desk', 'fees.pay', { readerId: 'reader-an', amount, method: 'cash' });

  it('one charge is paid and waived', async () => {
    const lineId = await charged(300);
    const answers = await Promise.all([
      pay(300),
      library.ask('boss', 'fees.waive', { lineId, amount: 300, comment: '首次' }),
    ]);
    expect(outcomes(answers)).toEqual(['amount_too_high', 'ok']);
    expect(await library.document('readers', 'reader-an')).toMatchObject({ owes: 0, credit: 0 });
  });

  it('two desks take the same money for one account', async () => {
    await charged(300);
    expect(outcomes(await Promise.all([pay(300), pay(300)]))).toEqual(['amount_too_high', 'ok']);
    expect(await linesOf('payment')).toHaveLength(1);
  });

  it('many payments of many readers: receipts run on without a gap', async () => {
    const who = ['an', 'bai', 'chen', 'ding'];
    for (const name of who)
      await library.get('desk', 'fees.charge', { readerId: `reader-${name}`, amount: 100, reason: '污损' });
    const answers = await Promise.all(
      who.map((name) =>
        library.ask('desk', 'fees.pay', { readerId: `reader-${name}`, amount: 100, method: 'cash' }),
      ),
    );
    const receipts = answers.map((answer) => (answer.ok ? answer.value.receipt : JSON.stringify(answer)));
    expect(receipts.sort()).toEqual(['R00000001', 'R00000002', 'R00000003', 'R00000004']);
  });

  it('a hold is put first while it is cancelled', async () => {
    await lent('ding', 'A1');
    const placed = [
      await hold('an', 'title-one'),
      await hold('bai', 'title-one'),
      await hold('chen', 'title-one'),
    ];
    const last = placed[2];
    const holdId = last?.ok ? last.value.holdId : '';
    const [moved, cancelled] = await Promise.all([
      library.ask('desk', 'desk.moveHold', { holdId, to: 1 }),
      library.ask('chen', 'holds.cancel', { holdId }),
    ]);
    expect(cancelled.ok).toBe(true);
    expect(outcomes([moved])[0]).toMatch(/^(ok|hold_not_open|hold_not_found)$/);
    const queue = (await library.document('holdQueues', 'title-one'))?.holds ?? [];
    expect(queue.map(({ readerId }) => readerId)).toEqual(['reader-an', 'reader-bai']);
  });

  it('a check-in is taken back while the copy goes out at another desk', async () => {
    await lent('an', 'A1');
    const requestId = randomUUID();
    await checkIn('A1', requestId);
    const [undone, out] = await Promise.all([
      library.ask('desk', 'desk.undo', { requestId }),
      library.ask('boss', 'desk.checkOut', { readerId: 'reader-bai', barcode: 'A1', branchId: 'main' }),
    ]);
    expect([...outcomes([undone]), ...outcomes([out])]).toEqual(
      undone.ok ? ['ok', 'item_on_loan'] : ['later_event', 'ok'],
    );
    const holder = (await library.document('items', 'A1'))?.loan?.readerId;
    expect(holder).toBe(undone.ok ? 'reader-an' : 'reader-bai');
  });

  it('one scan is taken back twice', async () => {
    const requestId = randomUUID();
    await lent('an', 'A1', requestId);
    const answers = await Promise.all([1, 2].map(() => library.ask('desk', 'desk.undo', { requestId })));
    expect(outcomes(answers).filter((outcome) => outcome === 'ok')).toHaveLength(1);
    expect((await library.document('items', 'A1'))?.loan).toBeNull();
  });

  it('days are closed and opened again while loans that end on them are renewed and brought back', async () => {
    const loanIds = [await lent('an', 'A1'), await lent('bai', 'B1'), await lent('chen', 'B2')];
    const dueOn = (await library.document('items', 'A1'))?.loan?.dueOn ?? '';
    const [closed, renewed] = await Promise.all([
      library.ask('boss', 'rules.closeDays', { branchId: 'main', from: dueOn, to: dueOn, why: '检修' }),
      library.ask('an', 'loans.renew', { loanId: loanIds[0] ?? '' }),
    ]);
    expect(outcomes([closed, renewed])).toEqual(['ok', 'ok']);
    await Promise.all([
      library.cloud.timer('jobs'),
      library.ask('bai', 'loans.renew', { loanId: loanIds[1] ?? '' }),
      checkIn('B2'),
    ]);
    await library.cloud.clock.move({ advance: { minutes: 10 } });
    await library.cloud.timer('jobs');
    for (const barcode of ['A1', 'B1'])
      expect((await library.document('items', barcode))?.loan?.dueOn).not.toBe(dueOn);
    expect(await library.document('items', 'A1')).toMatchObject({ loan: { renewals: 1 } });
    const twice = await Promise.all(
      [1, 2].map(() =>
        library.ask('boss', 'rules.undoClosure', { closureId: closed.ok ? closed.value.closureId : '' }),
      ),
    );
    expect(outcomes(twice)).toEqual(['closure_busy', 'ok']);
  });

  it('two directors close the same days', async () => {
    const input = { branchId: 'main', from: '2026-12-01', to: '2026-12-02', why: '检修' };
    const answers = await Promise.all([1, 2].map(() => library.ask('boss', 'rules.closeDays', input)));
    expect(outcomes(answers)).toEqual(['closure_overlaps', 'ok']);
  });
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
    expect(await library.ask('an', 'search.find', { query: 'x', page: 0 })).toMatchObject({
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
