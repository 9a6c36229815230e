import { randomUUID } from 'node:crypto';
import { aReader } from '../builders/documents';
import type { Documents } from '../../cloudfunctions/documents';
import { inconsistencies } from '../../demo/consistency';
import { outcomes, startSmallLibrary, type SmallLibrary } from './library';
import { AGREED } from './agreed';

/** Readers at the desk: their record and who looked at it, applications, cards and changes. */

jest.setTimeout(180_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(4);
});
beforeEach(() => library.startOver());
afterEach(async () => expect(inconsistencies(await library.everything())).toEqual([]));
afterAll(() => library?.close());

const rules = async (given: object): Promise<void> => {
  const [row] = (await library.documents('policies', { _id: 'default' })) as Documents['policies'][];
  await library.cloud.db.upsert('policies', [{ ...row, rules: { ...row?.rules, ...given } }] as never);
  await library.cloud.clock.move({ advance: { minutes: 2 } });
};
const settings = async (given: object): Promise<void> => {
  const [row] = await library.documents('settings', { _id: 'library' });
  await library.cloud.db.upsert('settings', [{ ...row, ...given }] as never);
  await library.cloud.clock.move({ advance: { minutes: 2 } });
};
const reader = async (readerId: string) => (await library.document('readers', readerId))!;
const scan = (scanned: string) => library.get('desk', 'desk.reader', { scanned });
const AN = '30100000001';
const CHILD = { name: '小安', birthDate: '2018-05-01', phone: '', category: 'child' };

describe('the record of a reader', () => {
  it('names everything that stands in the way of borrowing, with its numbers', async () => {
    await rules({ debtLimit: 100, deposit: 5000, childrenDebtLimit: 100 });
    const { readerId: child } = await library.get('desk', 'desk.newCard', { ...CHILD, guardianCard: AN });
    await library.get('desk', 'fees.charge', { readerId: child, amount: 500, reason: '污损' });
    await library.get('desk', 'fees.charge', { readerId: 'reader-an', amount: 200, reason: '污损' });
    const shown = await scan(AN);
    expect(shown).toMatchObject({
      name: 'an',
      categoryName: '成人',
      standing: 'active',
      owes: 200,
      deposit: 0,
      limit: 20,
      children: [{ readerId: child, name: '小安' }],
    });
    expect(shown.blocks).toEqual([
      { code: 'owes_too_much', owes: 200, limit: 100 },
      { code: 'children_owe_too_much', owes: 500, limit: 100 },
      { code: 'deposit_missing', deposit: 0, needed: 5000 },
    ]);
    expect(await scan((await reader(child)).cardNumber)).toMatchObject({ guardianName: 'an', children: [] });
  });

  it('shows loans, and holds that are ready for the reader or shared with them', async () => {
    await library.get('desk', 'desk.checkOut', { readerId: 'reader-bai', barcode: 'A1', branchId: 'main' });
    const { readerId: child, cardNumber } = await library.get('desk', 'desk.newCard', {
      ...CHILD,
      guardianCard: AN,
    });
    await library.get('an', 'holds.place', {
      titleId: 'title-one',
      pickUpBranchId: 'main',
      sharedWith: [child],
    });
    expect(await scan('30100000002')).toMatchObject({ loans: [{ barcode: 'A1', recalled: false }] });
    await library.get('desk', 'desk.checkIn', { barcode: 'A1', branchId: 'main' });
    for (const card of [AN, cardNumber])
      expect((await scan(card)).ready).toMatchObject([{ barcode: 'A1', title: { title: '红楼梦' } }]);
  });

  it('keeps who looked, counted by person and day, and shows it to the reader', async () => {
    await Promise.all([scan(AN), scan(AN), scan(AN)]);
    await library.get('boss', 'desk.reader', { scanned: AN });
    await library.cloud.clock.move({ advance: { days: 1 } });
    await scan(AN);
    const looks = await library.documents('recordLooks', { readerId: 'reader-an' });
    expect(looks.map(({ staffName, day, times }) => [day, staffName, times]).sort()).toEqual([
      ['2026-11-22', '馆员', 3],
      ['2026-11-22', '馆长', 1],
      ['2026-11-23', '馆员', 1],
    ]);
    const { list } = await library.get('an', 'account.looks', {});
    expect(list[0]).toMatchObject({ day: '2026-11-23', staffName: '馆员', action: 'desk.reader', times: 1 });
  });

  it('is not shown when the look cannot be noted', async () => {
    const planted = library.cloud.faults.next({
      function: 'staff',
      action: 'desk.reader',
      // After staff, card, reader and two lists of holds comes the note.
      refuse: { request: 6, with: 'system' },
    });
    expect(await library.ask('desk', 'desk.reader', { scanned: AN })).toMatchObject({
      ok: false,
      failure: {},
    });
    expect(planted.struck()).toBe(true);
    expect(await library.documents('recordLooks')).toEqual([]);
  });

  it('is found by the start of a name, a whole card or a whole phone number', async () => {
    const { readerId } = await library.get('desk', 'desk.newCard', {
      name: '安小云',
      birthDate: '1990-01-01',
      phone: '13800001234',
      category: 'adult',
    });
    const find = async (query: string) =>
      (await library.get('desk', 'desk.findReaders', { query })).list.map((row) => row.readerId);
    expect(await find('安小')).toEqual([readerId]);
    expect(await find('小云')).toEqual([]);
    expect(await find('13800001234')).toEqual([readerId]);
    expect(await find(AN)).toEqual(['reader-an']);
    expect(await find('999')).toEqual([]);
  });
});

describe('applications', () => {
  const apply = async (who: string): Promise<string> => {
    const { readerId } = await library.get(who, 'account.apply', {
      name: '新读者',
      birthDate: '1995-03-01',
      phone: '13900000000',
      ...AGREED,
    });
    return readerId;
  };
  beforeEach(() => settings({ reviewsApplications: 'all' }));

  it('are accepted once; the reader is told and may borrow', async () => {
    const readerId = await apply('newcomer');
    const { list } = await library.get('desk', 'desk.applications', {});
    expect(list).toMatchObject([{ readerId, name: '新读者', phone: '13900000000', categoryName: '成人' }]);
    expect(
      await library.refused('desk', 'desk.checkOut', { readerId, barcode: 'A1', branchId: 'main' }),
    ).toEqual(['application_pending']);
    const answers = await Promise.all(
      [true, false].map((accept) => library.ask('desk', 'desk.decideApplication', { readerId, accept })),
    );
    expect(outcomes(answers)).toEqual(['application_decided', 'ok']);
    if (!answers[0]!.ok) return;
    await library.get('desk', 'desk.checkOut', { readerId, barcode: 'A1', branchId: 'main' });
    expect(await library.documents('notices', { readerId })).toMatchObject([{ title: '读者证已开通' }]);
  });

  it('declined ones open nothing, and the WeChat may apply again', async () => {
    const readerId = await apply('newcomer');
    await library.get('desk', 'desk.decideApplication', { readerId, accept: false, comment: '资料不符' });
    expect(await reader(readerId)).toMatchObject({ standing: 'closed', openid: null });
    expect((await library.get('newcomer', 'account.me', {})).reader).toBeNull();
    expect(
      await library.refused('desk', 'desk.checkOut', { readerId, barcode: 'A1', branchId: 'main' }),
    ).toEqual(['account_closed']);
    expect(await apply('newcomer')).not.toBe(readerId);
    expect((await library.get('desk', 'desk.applications', {})).list).toHaveLength(1);
  });
});

describe('cards', () => {
  it('made at the desk open with their password; children need a guardian', async () => {
    expect(await library.refused('desk', 'desk.newCard', CHILD)).toEqual(['guardian_needed']);
    expect(await library.refused('desk', 'desk.newCard', { ...CHILD, guardianCard: '1' })).toEqual([
      'card_not_found',
    ]);
    expect(
      await library.refused('desk', 'desk.newCard', { ...CHILD, guardianCard: AN, category: 'pirate' }),
    ).toEqual(['not_in_library']);
    const { readerId, cardNumber } = await library.get('desk', 'desk.newCard', {
      ...CHILD,
      guardianCard: AN,
      password: '246810',
    });
    expect((await reader('reader-an')).childReaderIds).toEqual([readerId]);
    expect(await library.get('newcomer', 'account.link', { cardNumber, password: '246810' })).toMatchObject({
      readerId,
    });
    expect(JSON.stringify(await library.everything())).not.toContain('246810');
  });

  it('have numbers that are given once, at the same moment too', async () => {
    const requestId = randomUUID();
    const make = (id?: string) =>
      library.get('desk', 'desk.newCard', { ...CHILD, guardianCard: AN }, id ?? randomUUID());
    const made = await Promise.all([make(requestId), make(requestId), make(), make()]);
    expect(new Set(made.map(({ cardNumber }) => cardNumber)).size).toBe(3);
    expect((await reader('reader-an')).childReaderIds).toHaveLength(3);
  });

  it('replaced ones open nothing, the new one what the old one did', async () => {
    const { readerId, cardNumber } = await library.get('desk', 'desk.newCard', {
      name: '安小云',
      birthDate: '1990-01-01',
      phone: '13800001234',
      category: 'adult',
      password: '246810',
    });
    const answers = await Promise.all(
      [1, 2].map(() => library.ask('desk', 'desk.replaceCard', { readerId, reason: 'lost' })),
    );
    expect(outcomes(answers)).toEqual(['ok', 'ok']);
    const { cardNumber: now } = await reader(readerId);
    expect(now).not.toBe(cardNumber);
    expect(await library.refused('desk', 'desk.reader', { scanned: cardNumber })).toEqual([
      'card_not_active',
    ]);
    expect(await library.refused('newcomer', 'account.link', { cardNumber, password: '246810' })).not.toEqual(
      [],
    );
    expect(
      await library.get('newcomer', 'account.link', { cardNumber: now, password: '246810' }),
    ).toMatchObject({
      readerId,
    });
    expect((await library.documents('cards', { readerId, status: 'active' })).map(({ _id }) => _id)).toEqual([
      now,
    ]);
  });
});

describe('changes', () => {
  const change = (who: string, more: object) =>
    library.ask(who, 'desk.changeReader', { readerId: 'reader-an', comment: '读者来办', ...more });

  it('of category and end are for a manager, and stand in the log with before and after', async () => {
    expect(outcomes([await change('desk', { expiresOn: '2031-01-01' })])).toEqual(['role_missing']);
    expect(outcomes([await change('boss', { category: 'pirate' })])).toEqual(['not_in_library']);
    expect(outcomes([await change('boss', { comment: ' ' })])).toEqual(['comment_needed']);
    expect(outcomes([await change('boss', { expiresOn: '2031-01-01', category: 'child' })])).toEqual(['ok']);
    const [line] = await library.documents('operations', { action: 'desk.changeReader' });
    expect(line!.outcome).toBe('类别 成人 → 少儿；有效期 2030-12-31 → 2031-01-01');
    expect(line!.comment).toBe('读者来办');
  });

  it('of category move the holds that wait: what is not lent to the new one calls them no more', async () => {
    const asked = { titleId: 'title-one', pickUpBranchId: 'main' };
    const { holdId } = await library.get('an', 'holds.place', asked);
    const toFetch = async () => (await library.get('desk', 'desk.toFetch', { branchId: 'main' })).list.length;
    expect(await toFetch()).toBe(1);
    const row = { ...(await library.document('policies', 'default')), _id: 'child', readerCategory: 'child' };
    await library.cloud.db.upsert('policies', [{ ...row, rules: { lendable: false } }] as never);
    await library.cloud.clock.move({ advance: { minutes: 3 } });
    await change('boss', { category: 'child' });
    expect((await library.document('holds', holdId))?.readerCategory).toBe('child');
    expect(await toFetch()).toBe(0);
  });

  it('blocks and lifts at the desk', async () => {
    await change('desk', { block: { reason: '长期占座', until: '2026-12-31' } });
    expect((await scan(AN)).blocks).toMatchObject([{ code: 'reader_blocked', until: '2026-12-31' }]);
    await change('desk', { block: null });
    expect((await scan(AN)).blocks).toEqual([]);
    await library.cloud.db.upsert('readers', [
      { ...(await reader('reader-an')), suspendedUntil: '2026-12-31' },
    ] as never);
    await change('desk', { suspendedUntil: null });
    expect((await scan(AN)).blocks).toEqual([]);
  });

  it('set a new password that is nowhere readable', async () => {
    await library.get('an', 'account.logOut', {});
    await change('desk', { password: '135791' });
    expect(await library.get('an', 'account.link', { cardNumber: AN, password: '135791' })).toMatchObject({
      readerId: 'reader-an',
    });
    expect(JSON.stringify(await library.everything())).not.toContain('135791');
  });
});

it('costs the same among two thousand readers more', async () => {
  const cost = async () => {
    const before = library.cloud.counters().total.examined;
    await scan(AN);
    await library.get('desk', 'desk.findReaders', { query: '安' });
    await library.get('desk', 'desk.findReaders', { query: '13800001234' });
    await library.get('desk', 'desk.applications', {});
    await library.get('desk', 'fees.owing', {});
    return library.cloud.counters().total.examined - before;
  };
  await cost();
  const small = await cost();
  await library.cloud.db.upsert(
    'readers',
    Array.from({ length: 2000 }, (_, n) => ({
      ...aReader({ _id: `many-${n}`, name: `众${n}`, cardNumber: `9${n}`, phone: `139${10_000_000 + n}` }),
    })) as object[] as Record<string, unknown>[],
  );
  await library.cloud.db.upsert(
    'cards',
    Array.from({ length: 2000 }, (_, n) => ({
      _id: `9${n}`,
      readerId: `many-${n}`,
      password: '',
      wrongTries: 0,
      lockedUntil: null,
      status: 'active',
    })),
  );
  expect(await cost()).toBe(small);
});
