import type { Documents } from '../../cloudfunctions/documents';
import { inconsistencies } from '../../demo/consistency';
import { startSmallLibrary, type SmallLibrary } from './library';

/** Holds whose copy stands on a shelf: who may place one, what is fetched for whom, what is cleared away. */

jest.setTimeout(180_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(1);
});
beforeEach(() => library.startOver());
afterEach(async () => expect(inconsistencies(await library.everything())).toEqual([]));
afterAll(() => library?.close());

let changes = 0;
/** Seen by warm functions after a minute; every change lies at a moment of its own. */
const settle = async (): Promise<void> => {
  changes += 1;
  await library.cloud.clock.move({ advance: { minutes: 3 * changes } });
};
const rules = async (given: object): Promise<void> => {
  const [row] = (await library.documents('policies', { _id: 'default' })) as Documents['policies'][];
  await library.cloud.db.upsert('policies', [{ ...row, rules: { ...row?.rules, ...given } }] as never);
  await settle();
};
const row = async (given: Partial<Documents['policies']>): Promise<void> => {
  const all = { _id: 'more', readerCategory: '*', itemType: '*', branchId: '*', note: '', rules: {} };
  await library.cloud.db.upsert('policies', [{ ...all, ...given }] as never);
  await settle();
};
const copy = async (barcode: string, more: Partial<Documents['items']>): Promise<void> => {
  const [one] = await library.documents('items', { _id: 'B1' });
  await library.cloud.db.upsert('items', [{ ...one, _id: barcode, ...more }] as never);
};
const hold = async (who: string, titleId: string, more: object = {}) =>
  library.get(who, 'holds.place', { titleId, pickUpBranchId: 'main', ...more });
const toFetch = async (branchId: string) =>
  (await library.get('desk', 'desk.toFetch', { branchId })).list.map(({ barcode }) => barcode);
const counts = async (branchId: string) => (await library.get('desk', 'desk.today', { branchId })).counts;
const scan = async (barcode: string, branchId: string) =>
  (await library.get('desk', 'desk.checkIn', { barcode, branchId })).next;
const daysPass = (days: number) => library.cloud.clock.move({ advance: { days } });

describe('a hold of a title', () => {
  it('is judged by copies that can serve it, not by one for the reading room that comes first', async () => {
    await copy('A0', { titleId: 'title-two', itemType: 'on_site', use: 'on_site' });
    await row({ itemType: 'on_site', rules: { holdLimit: 0, loanPeriod: { count: 4, unit: 'hours' } } });
    await hold('an', 'title-two');
  });

  it('is allowed when any copy that is lent to such readers could serve it, by the most favourable', async () => {
    await copy('A0', { titleId: 'title-two', itemType: 'rare' });
    await row({ itemType: 'rare', rules: { lendable: false, holdLongestDays: 300 } });
    await rules({ holdLongestDays: 30 });
    await hold('an', 'title-two', { neededUntil: '2026-12-20' });
    expect(
      await library.refused('bai', 'holds.place', {
        titleId: 'title-two',
        pickUpBranchId: 'main',
        neededUntil: '2027-01-20',
      }),
    ).toEqual(['hold_too_long']);
    await row({ itemType: 'rare', rules: { holdLongestDays: 300 } });
    const { holdId } = await hold('bai', 'title-two', { neededUntil: '2027-01-20' });
    await library.get('bai', 'holds.change', { holdId, neededUntil: '2027-02-20' });
  });

  it('that only a copy could serve which is not lent to such readers is refused for that', async () => {
    await copy('A1', { titleId: 'title-one', itemType: 'rare' });
    await row({ itemType: 'rare', rules: { lendable: false } });
    expect(
      await library.refused('an', 'holds.place', { titleId: 'title-one', pickUpBranchId: 'main' }),
    ).toEqual(['item_not_for_category']);
  });
});

describe('the list of what is to be fetched', () => {
  it("lists one reader's hold once, at the branch where it is collected if a copy stands there", async () => {
    await hold('an', 'title-two', { pickUpBranchId: 'garden' });
    expect([await toFetch('main'), await toFetch('garden')]).toEqual([[], ['B3']]);
    expect([(await counts('main')).toFetch, (await counts('garden')).toFetch]).toEqual([0, 1]);
    expect(await scan('B3', 'garden')).toMatchObject({ kind: 'hold_shelf', readerName: 'an' });
    expect([await toFetch('main'), await toFetch('garden')]).toEqual([[], []]);
  });

  it('lists the copy that is wanted and no other', async () => {
    await hold('an', 'title-two', { barcode: 'B2' });
    expect(await toFetch('main')).toEqual(['B2']);
    expect(await scan('B2', 'main')).toMatchObject({ kind: 'hold_shelf' });
  });

  it('lists copies that nobody else is lent, renews or hands on', async () => {
    await copy('B3', { titleId: 'title-two', status: 'in_repair' });
    await hold('an', 'title-two', { barcode: 'B1' });
    await library.get('desk', 'desk.checkOut', { readerId: 'reader-chen', barcode: 'B2', branchId: 'main' });
    const [loan] = (await library.get('chen', 'loans.list', {})).list;
    expect(loan?.renewal).toMatchObject({ allowed: true });
    await hold('bai', 'title-two');
    const { loanId } = loan!;
    expect((await library.get('chen', 'loans.list', {})).list[0]?.renewal).toEqual({
      allowed: false,
      because: [{ code: 'others_waiting', waiting: 2, free: 1 }],
    });
    expect(await library.refused('chen', 'loans.renew', { loanId })).toEqual(['others_waiting']);
    const { code } = await library.get('chen', 'loans.offerTransfer', { loanId });
    expect(await library.refused('ding', 'loans.takeTransfer', { code })).toEqual(['others_waiting']);
    await library.get('desk', 'desk.cancelHold', {
      holdId: (await library.documents('holds', { readerId: 'reader-bai' }))[0]!._id,
      comment: '重来',
    });
    await library.get('desk', 'desk.checkIn', { barcode: 'B2', branchId: 'main' });
    await hold('bai', 'title-two');
    expect(await toFetch('main')).toEqual(['B1', 'B2']);
    const asked = { readerId: 'reader-chen', barcode: 'B2', branchId: 'main' };
    expect(await library.refused('desk', 'desk.checkOut', asked)).toEqual(['item_needed_for_holds']);
  });

  it('lists no copy that is not lent to whoever waits', async () => {
    await copy('A0', { titleId: 'title-two', itemType: 'rare' });
    await row({ itemType: 'rare', rules: { lendable: false } });
    await hold('an', 'title-two');
    expect(await toFetch('main')).toEqual(['B1']);
  });

  it('lists no copy that is not sent to where it is collected, and a scan there calls nobody', async () => {
    await row({ branchId: 'main', rules: { holdsNotFrom: ['garden'] } });
    for (const barcode of ['B1', 'B2', 'B3'])
      await copy(barcode, { branchId: 'garden', homeBranchId: 'garden' });
    const asked = { titleId: 'title-two', pickUpBranchId: 'main' };
    expect(await library.refused('an', 'holds.place', asked)).toEqual(['copies_not_sent']);
    await hold('an', 'title-two', { pickUpBranchId: 'garden' });
    await copy('M1', { branchId: 'main', homeBranchId: 'main' });
    await hold('bai', 'title-two');
    expect([await toFetch('garden'), await toFetch('main')]).toEqual([['B1'], ['M1']]);
    expect((await scan('B1', 'garden')).kind).toBe('hold_shelf');
    // Given back at the branch itself, it serves there.
    expect((await scan('B2', 'main')).kind).toBe('hold_shelf');
  });

  it('looks so many days ahead as the rules of the reader who waits', async () => {
    await row({ readerCategory: 'adult', rules: { holdLookAheadDays: 3 } });
    await hold('an', 'title-one', { startsOn: '2026-11-26' });
    expect(await toFetch('main')).toEqual([]);
    await daysPass(1);
    expect(await toFetch('main')).toEqual(['A1']);
    expect(await scan('A1', 'main')).toMatchObject({ kind: 'hold_shelf', readerName: 'an' });
  });

  it('names no waiting time where the copy only has to be fetched', async () => {
    await library.cloud.db.upsert(
      'waits',
      Array.from({ length: 12 }, (_, n) => ({
        _id: `w${n}`,
        titleId: 'title-three',
        position: 1,
        copies: 1,
        days: 9,
        told: null,
        at: '2026-11-01T00:00:00.000Z',
      })) as never,
    );
    await copy('A1', { titleId: 'title-one', itemType: 'rare' });
    await copy('A2', {
      titleId: 'title-one',
      status: 'in_transit',
      transit: { fromBranchId: 'garden', toBranchId: 'main', why: 'home' },
    });
    await row({ itemType: 'rare', rules: { lendable: false } });
    await hold('an', 'title-one');
    await hold('bai', 'title-three');
    expect((await library.get('an', 'holds.list', {})).list[0]?.waiting).toMatchObject({ from: 9, to: 9 });
    expect((await library.get('bai', 'holds.list', {})).list[0]?.waiting).toBeUndefined();
  });
});

describe('the queue', () => {
  it('puts who starts tomorrow behind who can be served today, until tomorrow', async () => {
    await rules({ holdLookAheadDays: 3 });
    await library.get('desk', 'desk.checkOut', { readerId: 'reader-ding', barcode: 'A1', branchId: 'main' });
    await hold('an', 'title-one', { startsOn: '2026-11-24' });
    await hold('bai', 'title-one');
    const positions = async () =>
      (await library.get('desk', 'desk.queue', { titleId: 'title-one' })).list.map(
        ({ readerName, position }) => [readerName, position],
      );
    expect(await positions()).toEqual([
      ['bai', 1],
      ['an', 2],
    ]);
    expect((await library.get('an', 'holds.list', {})).list[0]?.position).toBe(2);
    expect(await scan('A1', 'main')).toMatchObject({ readerName: 'bai' });
  });
});

describe('the waiting time', () => {
  it('is learned from holds that waited: not from a copy on the shelf, nor from a start put off', async () => {
    const waits = async () => (await library.documents('waits')).map(({ _id }) => _id);
    await hold('an', 'title-one');
    await scan('A1', 'main');
    await hold('bai', 'title-two', { startsOn: '2026-11-25' });
    await daysPass(4);
    expect(await scan('B1', 'main')).toMatchObject({ readerName: 'bai' });
    expect(await waits()).toEqual([]);
    await library.get('desk', 'desk.checkOut', { readerId: 'reader-an', barcode: 'A1', branchId: 'main' });
    const { holdId } = await hold('chen', 'title-one');
    await scan('A1', 'main');
    expect(await waits()).toEqual([holdId]);
  });
});

describe('holds of a day', () => {
  it('count though they were cancelled, until the next day', async () => {
    await rules({ holdsPerDay: 1 });
    const asked = { titleId: 'title-two', pickUpBranchId: 'main' };
    const { holdId } = await hold('an', 'title-one');
    await library.get('an', 'holds.cancel', { holdId });
    expect(await library.refused('an', 'holds.place', asked)).toEqual(['holds_per_day_reached']);
    await daysPass(1);
    await hold('an', 'title-two');
  });
});

describe('a hold that ran out', () => {
  it('whose next reader is at another branch leaves a copy to be cleared, in the list and the count', async () => {
    await rules({ holdShelfDays: 1 });
    await library.get('desk', 'desk.checkOut', { readerId: 'reader-ding', barcode: 'A1', branchId: 'main' });
    await hold('an', 'title-one');
    await hold('bai', 'title-one', { pickUpBranchId: 'garden' });
    expect(await scan('A1', 'main')).toMatchObject({ kind: 'hold_shelf', readerName: 'an' });
    expect((await counts('main')).expiredOnShelf).toBe(0);
    await daysPass(3);
    expect((await library.document('items', 'A1'))?.hold?.readerId).toBe('reader-bai');
    expect((await counts('main')).expiredOnShelf).toBe(1);
    const { list } = await library.get('desk', 'desk.holdShelf', { branchId: 'main', expiredOnly: true });
    expect(list).toMatchObject([{ barcode: 'A1', expired: true }]);
    expect(await scan('A1', 'main')).toMatchObject({ kind: 'transit', toBranchId: 'garden' });
    expect((await counts('main')).expiredOnShelf).toBe(0);
  });
});
