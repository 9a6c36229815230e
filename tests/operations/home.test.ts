import { DEFAULT_TERMS } from '../../cloudfunctions/community/event-terms';
import type { Documents, ReaderDocument } from '../../cloudfunctions/documents';
import { START, startSmallLibrary, type SmallLibrary } from './library';

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
const put = (
  collection: 'readers' | 'policies' | 'events' | 'items' | 'bookLists' | 'nextTitles',
  ...documents: object[]
) => library.cloud.db.upsert(collection, documents as Record<string, unknown>[]);
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

describe('a child', () => {
  const list = (id: string, change: object) => ({
    ...{
      _id: id,
      by: 'library',
      readerId: '',
      author: '馆员',
      name: id,
      about: '',
      shown: 'public',
      why: '',
    },
    ...{ titles: [{ titleId: 'title-three', note: '', at: START }], count: 1, covers: ['title-three'] },
    ...{ placedAt: START, createdAt: START, changedAt: START },
    ...change,
  });
  const near = (...ids: string[]) =>
    ids.map((titleId) => ({ titleId, together: 0, readers: 0, alike: 1, shared: null }));
  const copiesAre = async (change: Partial<Documents['items']>, ...barcodes: string[]) => {
    const copies = await library.documents('items', { _id: { $in: barcodes } });
    await put('items', ...copies.map((copy) => ({ ...copy, ...change })));
  };
  const children = 'I287.4';
  const inClass = async (clc: string, ...barcodes: string[]) => {
    for (const copy of await library.documents('items', { _id: { $in: barcodes } }))
      await put('items', { ...copy, title: { ...copy.title, clc } });
  };
  const titlesOf = (found: { titleId: string }[]) => found.map(({ titleId }) => titleId);

  beforeEach(async () => {
    await baiIsAChild();
    await put('nextTitles', {
      ...{ _id: 'n:children', name: '', at: START },
      near: near('title-one', 'title-two', 'title-three'),
    });
    await inClass(children, 'A1', 'B1', 'B2', 'B3');
  });

  it('finds the lists of their age, what is new for children, and none of what is for everybody', async () => {
    await put(
      'bookLists',
      list('for-ten', { ages: { from: 8, to: 12 } }),
      list('for-small', { ages: { from: 3, to: 6 } }),
      list('for-all', {}),
      list('draft', { ages: { from: 8, to: 12 }, shown: 'private' }),
    );
    const { child, newTitles, lecture } = await home('bai');
    expect(child?.lists.map(({ listId }) => listId)).toEqual(['for-ten']);
    expect(titlesOf(child?.newTitles ?? [])).toEqual(['title-one', 'title-two']);
    expect([newTitles, lecture]).toEqual([[], undefined]);
    expect((await home('an')).child).toBeUndefined();
  });

  it('sees nothing that is marked above their age: not new, not on a list, not recommended', async () => {
    await put('nextTitles', { _id: 'p:children', name: '', at: START, near: near('title-one', 'title-two') });
    await put(
      'bookLists',
      list('for-ten', { ages: { from: 8, to: 12 }, covers: ['title-one', 'title-two'] }),
    );
    await copiesAre({ minAge: 16 }, 'A1');
    const { child } = await home('bai');
    const { list: recommended } = await library.get('bai', 'recommendations.show', {});
    expect(titlesOf(child?.newTitles ?? [])).toEqual(['title-two']);
    expect(titlesOf(child?.lists[0]?.covers ?? [])).toEqual(['title-two']);
    expect(recommended.map(({ title }) => title.titleId)).toEqual(['title-two']);
  });

  it('of what readers of their books read is recommended what is for children', async () => {
    await put('nextTitles', {
      _id: 't:title-one',
      name: '红楼梦',
      at: START,
      near: near('title-two', 'title-three'),
    });
    const { list: found } = await library.get('bai', 'recommendations.show', { recent: ['title-one'] });
    expect(found.map(({ title }) => title.titleId)).toEqual(['title-two']);
    const { list: grown } = await library.get('an', 'recommendations.show', { recent: ['title-one'] });
    expect(grown.map(({ title }) => title.titleId).sort()).toEqual(['title-three', 'title-two']);
  });

  it('has all of their loans, and events that are for them', async () => {
    await lend('bai', 'A1');
    const [talk] = (await library.documents('events')) as Documents['events'][];
    const open = { ...talk, free: 3, endsAt: '2027-01-05T13:00:00.000Z' };
    await put(
      'events',
      { ...open, _id: 'everybody', terms: DEFAULT_TERMS },
      { ...open, _id: 'children', terms: { ...DEFAULT_TERMS, minAge: 6, maxAge: 12 } },
      { ...open, _id: 'grown-up', terms: { ...DEFAULT_TERMS, minAge: 16 } },
    );
    const { child } = await home('bai');
    expect(child?.loans).toMatchObject([{ title: { titleId: 'title-one' } }]);
    const ids = child?.events.map(({ eventId }) => eventId) ?? [];
    expect(ids[0]).toBe('children');
    expect(ids).not.toContain('grown-up');
  });

  it('is seen so by their guardian, and by nobody else', async () => {
    const { child } = await home('bai');
    expect(await library.get('an', 'home.child', { readerId: 'reader-bai' })).toEqual(child);
    expect(await library.refused('chen', 'home.child', { readerId: 'reader-bai' })).toEqual(['not_yours']);
  });
});
