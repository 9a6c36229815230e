import { HOLD_READY_TEMPLATE, startSmallLibrary, type SmallLibrary } from './library';

/** The main way through the library, by its doors alone. */

jest.setTimeout(120_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary();
});
afterAll(() => library?.close());

const hold = (who: string, titleId: string, pickUpBranchId = 'main') =>
  library.get(who, 'holds.place', { titleId, pickUpBranchId });
const checkOut = (who: string, barcode: string) =>
  library.get('desk', 'desk.checkOut', { readerId: `reader-${who}`, barcode, branchId: 'main' });
const checkIn = (barcode: string, branchId = 'main') =>
  library.get('desk', 'desk.checkIn', { barcode, branchId });

it('finds a title by title, author, both, and ISBN in any form', async () => {
  for (const query of ['红楼梦', '红楼', '曹雪芹', '曹雪芹 红楼梦', '紅樓夢']) {
    expect((await library.get('visitor', 'search.find', { query })).list.map((hit) => hit.titleId)).toEqual([
      'title-one',
    ]);
  }
  for (const query of ['9787536692930', '978-7-5366-9293-0', '7536692935']) {
    expect((await library.get('visitor', 'search.find', { query })).list.map((hit) => hit.titleId)).toEqual([
      'title-two',
    ]);
  }
  const nothing = await library.get('visitor', 'search.find', { query: '没有这本书' });
  expect(nothing).toMatchObject({ list: [], total: 0 });
});

it('shows a visitor everything on the home page and nothing personal', async () => {
  const home = await library.get('visitor', 'home.show', {});
  expect(home).toMatchObject({
    me: { reader: null, unreadNotices: 0 },
    libraryName: '小图书馆',
    loans: 0,
    ready: [],
    nextEvent: { eventId: 'talk' },
  });
  expect(home.newTitles).toHaveLength(3);
});

it('walks: two readers in one queue, hold shelf, check-out, refused and granted renewal, check-in, the next reader', async () => {
  const first = await hold('an', 'title-one');
  const second = await hold('bai', 'title-one');
  expect([first.position, second.position]).toEqual([1, 2]);
  expect((await library.get('desk', 'desk.toFetch', { branchId: 'main' })).list).toMatchObject([
    { barcode: 'A1', waiting: 2 },
  ]);

  const fetched = await checkIn('A1');
  expect(fetched.next).toMatchObject({
    kind: 'hold_shelf',
    readerName: 'an',
    cardTail: '0001',
    pickUpBy: '2026-11-26',
  });
  expect((await library.get('an', 'holds.list', {})).list).toMatchObject([
    { status: 'ready', pickUpBy: '2026-11-26', position: 0 },
  ]);
  expect((await library.get('bai', 'holds.list', {})).list).toMatchObject([
    { status: 'waiting', position: 1 },
  ]);
  expect((await library.get('an', 'notices.list', {})).list).toMatchObject([
    { topic: 'hold_ready', read: false },
  ]);

  expect(
    await library.refused('desk', 'desk.checkOut', {
      readerId: 'reader-bai',
      barcode: 'A1',
      branchId: 'main',
    }),
  ).toEqual(['item_held_for_another']);
  const out = await checkOut('an', 'A1');
  expect(out).toMatchObject({
    filledHold: true,
    loan: { dueOn: '2026-12-22' },
    reader: { loans: 1, limit: 20 },
  });

  const [loan] = (await library.get('an', 'loans.list', {})).list;
  expect(loan).toMatchObject({
    renewal: { allowed: false, because: [{ code: 'others_waiting', waiting: 1, free: 0 }] },
  });
  expect(await library.refused('an', 'loans.renew', { loanId: loan?.loanId ?? '' })).toEqual([
    'others_waiting',
  ]);
  expect(await library.refused('bai', 'loans.renew', { loanId: loan?.loanId ?? '' })).toEqual(['not_yours']);

  const back = await checkIn('A1');
  expect(back).toMatchObject({
    returned: { readerName: 'an', daysOverdue: 0 },
    next: { kind: 'hold_shelf', readerName: 'bai' },
  });
  expect((await checkOut('bai', 'A1')).filledHold).toBe(true);
  const [theirs] = (await library.get('bai', 'loans.list', {})).list;
  expect(await library.get('bai', 'loans.renew', { loanId: theirs?.loanId ?? '' })).toMatchObject({
    dueOn: '2027-01-21',
    renewals: { used: 1, limit: 1 },
  });
  expect(await library.refused('bai', 'loans.renew', { loanId: theirs?.loanId ?? '' })).toEqual([
    'renewal_limit_reached',
  ]);
  expect((await checkIn('A1')).next).toMatchObject({ kind: 'shelve' });
});

it('sends a copy to the pick-up branch and calls the reader on arrival', async () => {
  await hold('chen', 'title-three', 'garden');
  expect((await checkIn('C1')).next).toMatchObject({ kind: 'transit', toBranchId: 'garden', why: 'hold' });
  expect((await library.get('chen', 'holds.list', {})).list).toMatchObject([
    { status: 'waiting', onItsWay: true },
  ]);
  expect(
    await library.refused('desk', 'desk.checkOut', {
      readerId: 'reader-ding',
      barcode: 'C1',
      branchId: 'main',
    }),
  ).toEqual(['item_in_transit']);
  expect((await checkIn('C1', 'garden')).next).toMatchObject({ kind: 'hold_shelf', readerName: 'chen' });
  const page = await library.get('chen', 'catalogue.title', { titleId: 'title-three' });
  expect(page).toMatchObject({ myHold: { status: 'ready' }, availability: { onShelf: 0 } });
});

it('passes an expired hold on to the next reader, once, and leaves the last copy to be cleared', async () => {
  await hold('ding', 'title-three', 'garden');
  await library.cloud.clock.move({ advance: { days: 5 } });
  expect((await library.get('chen', 'holds.list', {})).list).toEqual([]);
  expect((await library.get('ding', 'holds.list', {})).list).toMatchObject([{ status: 'ready' }]);
  expect((await library.get('chen', 'notices.list', {})).list.map((notice) => notice.topic)).toContain(
    'hold_expired',
  );
  await library.cloud.timer('jobs');
  expect(await library.documents('notices', { readerId: 'reader-ding', topic: 'hold_ready' })).toHaveLength(
    1,
  );

  await library.cloud.clock.move({ advance: { days: 5 } });
  expect((await library.get('desk', 'desk.holdShelf', { branchId: 'garden' })).list).toMatchObject([
    { barcode: 'C1', expired: true, holdId: '' },
  ]);
  expect((await checkIn('C1', 'garden')).next).toMatchObject({
    kind: 'transit',
    toBranchId: 'main',
    why: 'home',
  });
  expect((await checkIn('C1')).next).toMatchObject({ kind: 'shelve' });
});

it('reminds of due and overdue loans once a step, and sends what was subscribed, once', async () => {
  const { loan } = await checkOut('ding', 'B1');
  const occasions = async (topic: string) =>
    (await library.documents('notices', { readerId: 'reader-ding', topic })).length;
  await library.cloud.clock.move({ advance: { days: 28 } });
  expect(await occasions('due_soon')).toBe(1);
  await library.cloud.clock.move({ advance: { days: 14 } });
  expect(await occasions('due_soon')).toBe(1);
  expect(await occasions('overdue')).toBe(2);
  await library.cloud.timer('jobs');
  expect(await occasions('overdue')).toBe(2);
  expect(
    await library.refused('desk', 'desk.checkOut', {
      readerId: 'reader-ding',
      barcode: 'B2',
      branchId: 'main',
    }),
  ).toEqual(['loans_overdue']);
  expect(await library.refused('ding', 'loans.renew', { loanId: loan.loanId })).toEqual(['loan_overdue']);
  expect((await checkIn('B1')).returned).toMatchObject({ readerName: 'ding' });
});

it('sends a subscription message once for one grant and keeps the balance honest', async () => {
  library.cloud.grant('o-an', HOLD_READY_TEMPLATE, 1);
  expect(await library.get('an', 'notices.grant', { topics: ['hold_ready'] })).toEqual({
    list: [{ topic: 'hold_ready', balance: 1 }],
  });
  await hold('an', 'title-one');
  await checkIn('A1');
  await library.cloud.timer('jobs');
  await library.cloud.timer('jobs');
  const sent = await library.documents('outbox', { readerId: 'reader-an', status: 'sent' });
  expect(sent).toHaveLength(1);
  expect((await library.get('an', 'notices.templates', {})).list).toMatchObject([
    { topic: 'hold_ready', balance: 0 },
  ]);
  const [ready] = (await library.get('an', 'holds.list', {})).list;
  await library.get('an', 'holds.cancel', { holdId: ready?.holdId ?? '' });
  expect((await checkIn('A1')).next).toMatchObject({ kind: 'shelve' });
});

it('renews all that can be renewed at once, and gives the others back with their reasons', async () => {
  await checkOut('chen', 'B1');
  await checkOut('chen', 'B2');
  const before = await library.get('chen', 'loans.list', {});
  await library.get('chen', 'loans.renew', { loanId: before.list[0]?.loanId ?? '' });
  const { renewed, refused } = await library.get('chen', 'loans.renewAll', {});
  expect(renewed.map((loan) => loan.renewals.used)).toEqual([1]);
  expect(refused.map(({ because }) => because.map(({ code }) => code))).toEqual([['renewal_limit_reached']]);
  await checkIn('B1');
  await checkIn('B2');
});
