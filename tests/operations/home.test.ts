import { DEFAULT_TERMS } from '../../cloudfunctions/community/event-terms';
import type { Documents, ReaderDocument } from '../../cloudfunctions/documents';
import { startSmallLibrary, type SmallLibrary } from './library';

/** The first screen: what it offers is what can be done. */

jest.setTimeout(180_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(1);
});
beforeEach(() => library.startOver());
afterAll(() => library?.close());

const home = (who: string) => library.get(who, 'home.show', {});
const reader = (name: string) => library.document('readers', `reader-${name}`);
const put = (collection: 'readers' | 'policies' | 'events', ...documents: object[]) =>
  library.cloud.db.upsert(collection, documents as Record<string, unknown>[]);
const lend = (name: string, barcode: string) =>
  library.get('desk', 'desk.checkOut', { readerId: `reader-${name}`, barcode, branchId: 'main' });
const daysPass = (days: number) => library.cloud.clock.move({ advance: { days } });
/** Bai is An's child from here on. */
const baiIsAChild = async () => {
  await put('readers', { ...(await reader('bai')), birthDate: '2016-05-01', guardianReaderId: 'reader-an' });
  const an = (await reader('an')) as ReaderDocument;
  await put('readers', { ...an, childReaderIds: ['reader-bai'] });
};

describe('what is due', () => {
  it('says of each whether it can be renewed, and why not, by the rule that renews', async () => {
    const { loan } = await lend('an', 'A1');
    await lend('an', 'B1');
    await daysPass(28);
    await library.get('ding', 'holds.place', { titleId: 'title-one', pickUpBranchId: 'main' });
    const { dueSoon } = await home('an');
    const { list } = await library.get('an', 'loans.list', {});
    expect(dueSoon.map(({ loanId, renewal }) => [loanId, renewal])).toEqual(
      list.map(({ loanId, renewal }) => [loanId, renewal]),
    );
    for (const { loanId, renewal } of dueSoon) {
      const answer = await library.ask('an', 'loans.renew', { loanId });
      expect(answer.ok).toBe(renewal.allowed);
    }
    expect(dueSoon.map(({ loanId }) => loanId)).toContain(loan.loanId);
  });

  it('leaves out what is not due for long, and counts it', async () => {
    await lend('an', 'A1');
    expect(await home('an')).toMatchObject({ dueSoon: [], loans: 1 });
  });
});

describe('a guardian', () => {
  it('sees what of their child is due and ready, by name; not what is due of anybody else', async () => {
    await baiIsAChild();
    await lend('bai', 'A1');
    await lend('chen', 'C1');
    await daysPass(28);
    await library.get('bai', 'holds.place', { titleId: 'title-two', pickUpBranchId: 'main' });
    await library.get('desk', 'desk.checkIn', { barcode: 'B1', branchId: 'main' });
    const child = { readerId: 'reader-bai', name: (await reader('bai'))?.name };
    const { dueSoon, ready, loans } = await home('an');
    expect(dueSoon).toMatchObject([{ child, daysLeft: 2 }]);
    expect(ready).toMatchObject([{ child, status: 'ready' }]);
    expect(loans).toBe(0);
    await library.get('an', 'loans.renew', { loanId: dueSoon[0]?.loanId ?? '' });
    expect((await home('an')).dueSoon).toEqual([]);
  });

  it('of one who has grown up sees nothing of them', async () => {
    await baiIsAChild();
    await put('readers', { ...(await reader('bai')), birthDate: '2000-05-01' });
    await lend('bai', 'A1');
    await daysPass(28);
    expect((await home('an')).dueSoon).toEqual([]);
  });
});

it('renews only those of several loans that were chosen', async () => {
  const first = (await lend('an', 'A1')).loan.loanId;
  await lend('an', 'B1');
  const { renewed, refused } = await library.get('an', 'loans.renewAll', { loanIds: [first] });
  expect([renewed.map(({ loanId }) => loanId), refused]).toEqual([[first], []]);
  const { list } = await library.get('an', 'loans.list', {});
  expect(list.map(({ renewals }) => renewals.used).sort()).toEqual([0, 1]);
  const nothing = await library.get('an', 'loans.renewAll', { loanIds: ['somebody-else'] });
  expect(nothing).toEqual({ renewed: [], refused: [] });
});

it('an event that is full is offered to nobody; the next one with room is', async () => {
  const [talk] = (await library.documents('events')) as Documents['events'][];
  const full = { ...talk, ...{ terms: { ...DEFAULT_TERMS, waiting: 'none' } }, free: 0 };
  await put('events', full);
  expect((await home('visitor')).nextEvent).toBeUndefined();
  await put('events', { ...full, _id: 'later', free: 3, endsAt: '2027-01-05T13:00:00.000Z' });
  expect((await home('visitor')).nextEvent).toMatchObject({ eventId: 'later', registration: 'open' });
});
