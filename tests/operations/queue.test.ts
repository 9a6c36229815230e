import type { Documents } from '../../cloudfunctions/documents';
import { inconsistencies } from '../../demo/consistency';
import { outcomes, startSmallLibrary, type SmallLibrary } from './library';

/** Queues at the desk: who waits, in what order, and asking a copy back for them. */

jest.setTimeout(180_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(4);
});
beforeEach(() => library.startOver());
afterEach(async () => expect(inconsistencies(await library.everything())).toEqual([]));
afterAll(() => library?.close());

/**
 * The rules of the whole library. A warm function sees them after a minute; every test starts at the same
 * moment, so that each change lies at a moment of its own, or one test would see what another left in a warm
 * function.
 */
let changes = 0;
const rules = async (given: object): Promise<void> => {
  changes += 1;
  const [row] = (await library.documents('policies', { _id: 'default' })) as Documents['policies'][];
  await library.cloud.db.upsert('policies', [{ ...row, rules: { ...row?.rules, ...given } }] as never);
  await library.cloud.clock.move({ advance: { minutes: 3 * changes } });
};
const checkOut = (who: string, barcode: string) =>
  library.get('desk', 'desk.checkOut', { readerId: `reader-${who}`, barcode, branchId: 'main' });
const checkIn = (barcode: string) => library.get('desk', 'desk.checkIn', { barcode, branchId: 'main' });
const hold = async (who: string, titleId = 'title-one'): Promise<string> =>
  (
    await library.get('desk', 'desk.placeHold', {
      readerId: `reader-${who}`,
      titleId,
      pickUpBranchId: 'main',
    })
  ).holdId;
const loanOf = async (barcode: string) => (await library.document('items', barcode))!.loan!;
const titles = async (who: string) =>
  (await library.documents('notices', { readerId: `reader-${who}` })).map(({ title }) => title);

describe('the queue', () => {
  it('is filled by staff within the rules, shown with names, and put in another order', async () => {
    await checkOut('ding', 'A1');
    const [an, bai, chen] = [await hold('an'), await hold('bai'), await hold('chen')];
    expect(
      await library.refused('desk', 'desk.placeHold', {
        readerId: 'reader-an',
        titleId: 'title-one',
        pickUpBranchId: 'main',
      }),
    ).toEqual(['already_held']);
    const { list, title, told } = await library.get('desk', 'desk.queue', { titleId: 'title-one' });
    expect(title.title).toBe('红楼梦');
    expect(told).toBeNull();
    expect(list).toMatchObject([
      { holdId: an, readerName: 'an', cardTail: '0001', position: 1, status: 'waiting' },
      { holdId: bai, position: 2 },
      { holdId: chen, position: 3 },
    ]);
    const moved = await library.get('desk', 'desk.moveHold', { holdId: chen, to: 1 });
    expect(moved.list.map(({ readerName }) => readerName)).toEqual(['chen', 'an', 'bai']);
    const last = await library.get('desk', 'desk.moveHold', { holdId: chen, to: 99 });
    expect(last.list.map(({ readerName }) => readerName)).toEqual(['an', 'bai', 'chen']);
    await checkIn('A1');
    expect(await library.refused('desk', 'desk.moveHold', { holdId: an, to: 2 })).toEqual([
      'hold_ready_already',
    ]);
    expect(await library.refused('desk', 'desk.moveHold', { holdId: 'none', to: 2 })).toEqual([
      'hold_not_found',
    ]);
  });

  it('stays whole when holds are moved, placed and cancelled at the same moment', async () => {
    await checkOut('ding', 'A1');
    const [an, bai] = [await hold('an'), await hold('bai')];
    await Promise.all([
      library.ask('desk', 'desk.moveHold', { holdId: bai, to: 1 }),
      library.ask('desk', 'desk.cancelHold', { holdId: an, comment: '重复' }),
      hold('chen'),
    ]);
    const { list } = await library.get('desk', 'desk.queue', { titleId: 'title-one' });
    expect(list.map(({ readerName, position }) => [readerName, position])).toEqual([
      ['bai', 1],
      ['chen', 2],
    ]);
  });

  it('tells who is taken out of it why, and calls the next once', async () => {
    await checkOut('ding', 'A1');
    const an = await hold('an');
    await hold('bai');
    await checkIn('A1');
    expect(await library.refused('desk', 'desk.cancelHold', { holdId: an, comment: ' ' })).toEqual([
      'comment_needed',
    ]);
    const answers = await Promise.all(
      [1, 2].map(() => library.ask('desk', 'desk.cancelHold', { holdId: an, comment: '读者来电' })),
    );
    expect(outcomes(answers)).toEqual(['hold_not_open', 'ok']);
    expect((await titles('an')).sort()).toEqual(['预约已由馆员取消', '预约的书到了'].sort());
    expect(await titles('bai')).toEqual(['预约的书到了']);
  });

  it('tells how often the waiting times came true that readers were told', async () => {
    const wait = (n: number, days: number, told: { from: number; to: number } | null) => ({
      _id: `w${n}`,
      titleId: 'title-one',
      position: 1,
      copies: 1,
      days,
      told,
      at: '2026-11-01T00:00:00.000Z',
    });
    await library.cloud.db.upsert('waits', [
      wait(1, 5, { from: 3, to: 8 }),
      wait(2, 9, { from: 3, to: 8 }),
      wait(3, 9, null),
    ] as never);
    const { told } = await library.get('desk', 'desk.queue', { titleId: 'title-one' });
    expect(told).toEqual({ kept: 1, of: 2 });
  });
});

describe('recall', () => {
  beforeEach(() => rules({ recall: { guaranteedDays: 7, noticeDays: 5 }, dueDateMode: 'plain' }));

  it('asks back the loan of the title that is due soonest (F38), once, and tells its borrower', async () => {
    await checkOut('an', 'B1');
    await library.cloud.clock.move({ advance: { days: 2 } });
    await checkOut('bai', 'B2');
    await library.get('desk', 'desk.checkOut', {
      readerId: 'reader-chen',
      barcode: 'B3',
      branchId: 'garden',
    });
    const holdId = await hold('ding', 'title-two');
    const before = (await loanOf('B1')).dueOn;
    const answers = await Promise.all([1, 2].map(() => library.ask('desk', 'desk.recall', { holdId })));
    expect(outcomes(answers)).toEqual(['ok', 'ok']);
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({
      ok: true,
      value: { barcode: 'B1', dueOn: '2026-11-29', dueOnBefore: before },
    });
    expect(await loanOf('B1')).toMatchObject({
      dueOn: '2026-11-29',
      recall: { holdId, dueOnBefore: before },
    });
    expect((await library.document('readers', 'reader-an'))!.openLoans).toMatchObject([
      { dueOnOrLater: '2026-11-29' },
    ]);
    expect((await titles('an')).filter((title) => title === '请提前归还')).toHaveLength(1);
    expect((await loanOf('B2')).recall).toBeNull();
  });

  it('asks back no copy that is not lent to the reader who waits', async () => {
    for (const [barcode, state] of [
      ['B1', { itemType: 'rare' }],
      ['B3', { status: 'in_repair' }],
    ] as const)
      await library.cloud.db.upsert('items', [
        { ...(await library.document('items', barcode)), ...state },
      ] as never);
    const row = { ...(await library.document('policies', 'default')), _id: 'rare', itemType: 'rare' };
    await library.cloud.db.upsert('policies', [
      { ...row, readerCategory: 'child', rules: { lendable: false } },
    ] as never);
    const ding = (await library.document('readers', 'reader-ding'))!;
    await library.cloud.db.upsert('readers', [{ ...ding, category: 'child' }]);
    await rules({});
    await checkOut('an', 'B1');
    await library.cloud.clock.move({ advance: { days: 2 } });
    await checkOut('bai', 'B2');
    const holdId = await hold('ding', 'title-two');
    expect(await library.get('desk', 'desk.recall', { holdId })).toMatchObject({ barcode: 'B2' });
  });

  it('gives the old due date back when the hold is cancelled (N11)', async () => {
    await checkOut('an', 'A1');
    const { dueOn } = await loanOf('A1');
    const holdId = await hold('bai');
    await library.get('desk', 'desk.recall', { holdId });
    expect((await loanOf('A1')).dueOn < dueOn).toBe(true);
    await library.get('bai', 'holds.cancel', { holdId });
    expect(await loanOf('A1')).toMatchObject({ dueOn, recall: null });
    expect(await titles('an')).toEqual(expect.arrayContaining(['请提前归还', '不必提前归还了']));
    const again = await hold('chen');
    await library.get('desk', 'desk.recall', { holdId: again });
    expect((await loanOf('A1')).recall).toMatchObject({ holdId: again, dueOnBefore: dueOn });
  });

  it('gives it back when another copy comes first', async () => {
    await checkOut('an', 'B1');
    await checkOut('bai', 'B2');
    await library.get('desk', 'desk.checkOut', {
      readerId: 'reader-chen',
      barcode: 'B3',
      branchId: 'garden',
    });
    const { dueOn } = await loanOf('B1');
    const holdId = await hold('ding', 'title-two');
    await library.get('desk', 'desk.recall', { holdId });
    expect(await checkIn('B2')).toMatchObject({ next: { kind: 'hold_shelf', holdId } });
    expect(await loanOf('B1')).toMatchObject({ dueOn, recall: null });
  });

  it('is over when the copy itself comes back, and serves the hold', async () => {
    await checkOut('an', 'A1');
    const holdId = await hold('bai');
    await library.get('desk', 'desk.recall', { holdId });
    expect(await checkIn('A1')).toMatchObject({ next: { kind: 'hold_shelf', holdId } });
    expect((await titles('an')).includes('不必提前归还了')).toBe(false);
    expect(await library.refused('desk', 'desk.recall', { holdId })).toEqual(['hold_ready_already']);
  });

  it('gains nothing within the guaranteed time (F26), and says so', async () => {
    await rules({ recall: { guaranteedDays: 60, noticeDays: 5 } });
    await checkOut('an', 'A1');
    const { dueOn } = await loanOf('A1');
    const holdId = await hold('bai');
    expect(await library.ask('desk', 'desk.recall', { holdId })).toMatchObject({
      refusals: [{ code: 'recall_gains_nothing', dueOn }],
    });
    expect(await loanOf('A1')).toMatchObject({ dueOn, recall: null });
  });

  it('is not offered where the rules have none, and needs a loan', async () => {
    await rules({ recall: null });
    const holdId = await hold('bai');
    expect(await library.refused('desk', 'desk.recall', { holdId })).toEqual(['loan_not_found']);
    await checkOut('an', 'A1').catch(() => undefined);
    await library.get('desk', 'desk.cancelHold', { holdId, comment: '重来' });
    await checkOut('an', 'A1');
    const again = await hold('bai');
    expect(await library.refused('desk', 'desk.recall', { holdId: again })).toEqual(['recall_not_offered']);
  });

  it('asks a second hold for another loan, and one loan only once', async () => {
    await checkOut('an', 'B1');
    await checkOut('bai', 'B2');
    await library.get('desk', 'desk.checkOut', { readerId: 'reader-an', barcode: 'B3', branchId: 'garden' });
    const holds = [await hold('chen', 'title-two'), await hold('ding', 'title-two')];
    const [first, second] = [
      await library.get('desk', 'desk.recall', { holdId: holds[0]! }),
      await library.get('desk', 'desk.recall', { holdId: holds[1]! }),
    ];
    expect(first.barcode).not.toBe(second.barcode);
  });

  it('and a renewal at the same moment: one of the two wins', async () => {
    await checkOut('an', 'A1');
    const { loanId } = await loanOf('A1');
    const holdId = await hold('bai');
    const answers = await Promise.all([
      library.ask('desk', 'desk.recall', { holdId }),
      library.ask('an', 'loans.renew', { loanId }),
    ]);
    expect(answers[0]!.ok).toBe(true);
    expect(answers[1]!.ok).toBe(false);
  });

  it('and the end of its hold at the same moment: the old due date stands', async () => {
    await checkOut('an', 'A1');
    const { dueOn } = await loanOf('A1');
    const holdId = await hold('bai');
    await Promise.all([
      library.ask('desk', 'desk.recall', { holdId }),
      library.ask('bai', 'holds.cancel', { holdId }),
    ]);
    expect(await loanOf('A1')).toMatchObject({ dueOn, recall: null });
  });

  it('and the return of the copy at the same moment: the hold is served', async () => {
    await checkOut('an', 'A1');
    const holdId = await hold('bai');
    await Promise.all([library.ask('desk', 'desk.recall', { holdId }), checkIn('A1')]);
    expect(await library.document('holds', holdId)).toMatchObject({ status: 'ready', barcode: 'A1' });
    expect(await library.document('holds', holdId)).not.toHaveProperty('recalledLoan');
  });
});
