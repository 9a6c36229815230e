import { outcomes, startSmallLibrary, type SmallLibrary } from './library';
import { AGREED } from './agreed';

/** What the desk may not do with money and records, and that many who come at once are all served. */

jest.setTimeout(180_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(4);
});
beforeEach(() => library.startOver());
afterAll(() => library?.close());

const readerId = 'reader-an';
const AN = '30100000001';
const looksAt = async (id: string) =>
  (await library.documents('recordLooks', { readerId: id })).map(({ staffName, times }) => [
    staffName,
    times,
  ]);

describe('money given away', () => {
  it('by a credit asks for the role that waives: no clerk forgives a debt on the way round', async () => {
    await library.get('desk', 'fees.charge', { readerId, amount: 500, reason: '污损' });
    const gift = { readerId, amount: 500, reason: '抵掉' };
    expect(await library.refused('desk', 'fees.credit', gift)).toEqual(['role_missing']);
    expect(await library.refused('desk', 'fees.pay', { readerId, amount: 0, method: 'cash' })).toEqual([
      'amount_too_high',
    ]);
    expect(await library.get('boss', 'fees.credit', gift)).toMatchObject({ owes: 0 });
  });

  it('follows the library’s own rule of who may waive', async () => {
    const settings = { ...(await library.document('settings', 'library')), mayWaive: 'circulation' };
    await library.cloud.db.upsert('settings', [settings] as object[] as Record<string, unknown>[]);
    await library.cloud.clock.move({ advance: { minutes: 5 } });
    expect(await library.get('desk', 'fees.credit', { readerId, amount: 1, reason: '奖励' })).toMatchObject({
      owes: -1,
    });
  });

  it('by one credit is 1 000 yuan at most', async () => {
    const give = (amount: number) => library.ask('boss', 'fees.credit', { readerId, amount, reason: '奖励' });
    expect(outcomes([await give(100_001)])).toEqual(['amount_too_high']);
    expect(outcomes([await give(100_000)])).toEqual(['ok']);
  });

  it('a charge that is named twice in one payment is an input that is wrong', async () => {
    const { list } = await library.get('desk', 'fees.charge', { readerId, amount: 500, reason: '污损' });
    const lineId = list[0]?.lineId ?? '';
    expect(
      await library.ask('desk', 'fees.pay', {
        readerId,
        amount: 500,
        lineIds: [lineId, lineId],
        method: 'cash',
      }),
    ).toMatchObject({ invalid: [{ path: 'input.lineIds' }] });
  });
});

describe('a look at a reader leaves a line', () => {
  it('when they are searched for, by name or by number', async () => {
    await library.get('desk', 'desk.findReaders', { query: 'an' });
    await library.get('desk', 'desk.findReaders', { query: AN });
    expect(await looksAt(readerId)).toEqual([['馆员', 2]]);
    expect(await looksAt('reader-bai')).toEqual([]);
  });

  it('when what they did is read, or who had a copy; not when a branch looks at its day', async () => {
    await library.get('desk', 'desk.checkOut', { readerId, barcode: 'A1', branchId: 'main' });
    await library.get('desk', 'desk.log', { branchId: 'main' });
    expect(await looksAt(readerId)).toEqual([]);
    await library.get('desk', 'desk.log', { readerId });
    await library.get('desk', 'desk.log', { barcode: 'A1' });
    await library.get('desk', 'desk.item', { barcode: 'A1' });
    expect(await looksAt(readerId)).toEqual([['馆员', 3]]);
  });

  it('when a list tells how to reach them or which card they have, or rules are tried with it', async () => {
    await library.get('desk', 'desk.checkOut', { readerId, barcode: 'A1', branchId: 'main' });
    const trial = { readerCategory: '', itemType: '', branchId: 'main', on: '2026-11-22' };
    await library.get('desk', 'rules.try', { ...trial, barcode: 'A1' });
    await library.get('desk', 'fees.owing', {});
    await library.get('desk', 'desk.overdue', { branchId: 'main' });
    expect(await looksAt(readerId)).toEqual([]);
    await library.get('desk', 'rules.try', { ...trial, card: AN, barcode: 'A1' });
    const reader = await library.document('readers', readerId);
    await library.cloud.db.upsert('readers', [{ ...reader, owes: 100 }]);
    const item = await library.document('items', 'A1');
    await library.cloud.db.upsert('items', [{ ...item, loan: { ...item?.loan, dueOn: '2026-11-20' } }]);
    await library.get('desk', 'fees.owing', {});
    await library.get('desk', 'desk.overdue', { branchId: 'main' });
    expect(await looksAt(readerId)).toEqual([['馆员', 3]]);
    await library.cloud.db.upsert('readers', [{ ...reader, standing: 'pending' }]);
    await library.get('desk', 'desk.applications', {});
    expect(await looksAt(readerId)).toEqual([['馆员', 4]]);
  });

  it('when a receipt of theirs is opened again', async () => {
    await library.get('desk', 'fees.charge', { readerId, amount: 500, reason: '污损' });
    const { receipt } = await library.get('desk', 'fees.pay', { readerId, amount: 500, method: 'cash' });
    await library.get('desk', 'fees.receipt', { receipt, readerId });
    expect(await looksAt(readerId)).toEqual([['馆员', 1]]);
  });
});

describe('twenty at once', () => {
  const MANY = Array.from({ length: 20 }, (_, n) => n);

  it('who apply all get a card, and each another number', async () => {
    const answers = await Promise.all(
      MANY.map((n) =>
        library.ask(`new-${n}`, 'account.apply', {
          name: '林知夏',
          birthDate: '1990-05-01',
          phone: '13800000000',
          ...AGREED,
        }),
      ),
    );
    expect(outcomes(answers)).toEqual(MANY.map(() => 'ok'));
    const numbers = answers.map((answer) => (answer.ok ? answer.value.cardNumber : ''));
    expect(new Set(numbers).size).toBe(20);
  });

  it('who pay all get a receipt, and no number is left out', async () => {
    const [an] = await library.documents('readers', { _id: readerId });
    await library.cloud.db.upsert(
      'readers',
      MANY.map((n) => ({ ...an, _id: `payer-${n}`, cardNumber: `3020000${n}` })) as object[] as Record<
        string,
        unknown
      >[],
    );
    for (const n of MANY)
      await library.get('desk', 'fees.charge', { readerId: `payer-${n}`, amount: 100, reason: '污损' });
    const answers = await Promise.all(
      MANY.map((n) =>
        library.ask('desk', 'fees.pay', { readerId: `payer-${n}`, amount: 100, method: 'cash' }),
      ),
    );
    expect(outcomes(answers)).toEqual(MANY.map(() => 'ok'));
    const receipts = answers.map((answer) => (answer.ok ? answer.value.receipt : '')).sort();
    expect(receipts).toEqual(MANY.map((n) => `R${String(n + 1).padStart(8, '0')}`));
  });

  it('who ask at the desk for a card all get one', async () => {
    const answers = await Promise.all(
      MANY.map((n) =>
        library.ask('desk', 'desk.newCard', {
          name: `读者${n}`,
          birthDate: '1990-05-01',
          phone: '',
          category: 'adult',
        }),
      ),
    );
    expect(outcomes(answers)).toEqual(MANY.map(() => 'ok'));
  });
});
