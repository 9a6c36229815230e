import type { CollectionName } from '../../cloudfunctions/documents';
import { HEADINGS } from '../../cloudfunctions/features/account/about-readers';
import { AGREED, AGREED_FOR_CHILD } from './agreed';
import { startSmallLibrary, type SmallLibrary } from './library';

/** What is agreed to before anything is kept, what is told of it, and names that others read. */

jest.setTimeout(120_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary();
});
beforeEach(() => library.startOver());
afterAll(() => library?.close());

const AN = '30100000001';
const adult = { name: '林知夏', birthDate: '1990-05-01', phone: '13800000000' };
const child = { name: '苏小满', birthDate: '2016-05-01', phone: '13800000000', guardianCard: AN };
const kept = async () =>
  Object.entries(await library.everything()).map(([name, rows]) => [name, rows.length]);

describe('a consent', () => {
  it('is an act: without it, or to a text of before, there is no card and nothing is kept', async () => {
    const before = await kept();
    expect(await library.ask('new', 'account.apply', adult as never)).toMatchObject({
      invalid: [{ path: 'input.agreedTo' }],
    });
    expect(await library.refused('new', 'account.apply', { ...adult, agreedTo: '2020-01-01' })).toEqual([
      'consent_outdated',
    ]);
    expect(await kept()).toEqual(before);
  });

  it('of a guardian is one of its own, to the text on children', async () => {
    expect(await library.refused('an', 'account.apply', { ...child, ...AGREED })).toEqual([
      'consent_outdated',
    ]);
    const kid = await library.get('an', 'account.apply', { ...child, ...AGREED, ...AGREED_FOR_CHILD });
    expect(await library.documents('consents', { readerId: kid.readerId })).toMatchObject([
      { what: 'guardian', given: true, version: AGREED_FOR_CHILD.agreedForChild },
      { what: 'privacy', given: true, version: AGREED.agreedTo },
    ]);
  });

  it('of a guardian who is asked comes with the yes, and a no needs none', async () => {
    await library.get('kid', 'account.apply', { ...child, ...AGREED });
    const [request] = (await library.get('an', 'account.family', {})).requests;
    const answer = { requestId: request?.requestId ?? '', accept: true };
    expect(await library.refused('an', 'account.answerGuardian', answer)).toEqual(['consent_outdated']);
    expect(await library.documents('consents', { what: 'guardian' })).toEqual([]);
    await library.get('an', 'account.answerGuardian', { ...answer, ...AGREED_FOR_CHILD });
    expect(await library.documents('consents', { what: 'guardian' })).toHaveLength(1);

    await library.get('kid-2', 'account.apply', { ...child, ...AGREED });
    const [other] = (await library.get('an', 'account.family', {})).requests;
    await library.get('an', 'account.answerGuardian', { requestId: other?.requestId ?? '', accept: false });
  });

  it('given later is one to the text in force as well', async () => {
    const again = (version: string) => ({ what: 'privacy' as const, given: true, version });
    expect(await library.refused('an', 'account.consent', again('2020-01-01'))).toEqual(['consent_outdated']);
    const { list } = await library.get('an', 'account.consent', again(AGREED.agreedTo));
    expect(list[0]).toMatchObject({ what: 'privacy', given: true, version: AGREED.agreedTo });
  });
});

describe('what is kept about readers', () => {
  it('is told to everybody, with the days of this library', async () => {
    const before = await library.get('visitor', 'account.kept', {});
    expect(JSON.stringify(before)).toContain('还回或办理后 30 天');
    await library.cloud.db.upsert('settings', [
      { ...(await library.document('settings', 'library')), anonymiseAfterDays: 45 },
    ]);
    await library.cloud.clock.move({ advance: { minutes: 2 } });
    expect(JSON.stringify(await library.get('visitor', 'account.kept', {}))).toContain('还回或办理后 45 天');
  });

  it('is told of every collection in which a reader stands', async () => {
    const marks = ['reader-an', AN, 'o-an'];
    await library.get('desk', 'desk.checkOut', { readerId: 'reader-an', barcode: 'A1', branchId: 'main' });
    await library.get('an', 'holds.place', { titleId: 'title-two', pickUpBranchId: 'main' });
    await library.get('an', 'events.register', { eventId: 'talk' });
    await library.get('an', 'lists.create', { name: '想读', about: '' });
    await library.get('an', 'account.apply', { ...child, ...AGREED, ...AGREED_FOR_CHILD });
    await library.get('kid', 'account.apply', { ...child, ...AGREED });
    const all = await library.everything();
    const named = (Object.keys(all) as CollectionName[]).filter((name) =>
      all[name].some((row) => marks.some((mark) => JSON.stringify(row).includes(mark))),
    );
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => HEADINGS[name] === null)).toEqual([]);
  });
});

describe('a name', () => {
  it('that WeChat would not show is none, and takes no card number', async () => {
    const before = await kept();
    const risky = { ...adult, ...AGREED, name: '违规测试' };
    expect(await library.refused('new', 'account.apply', risky)).toEqual(['text_not_allowed']);
    expect(await kept()).toEqual(before);
  });

  it('that WeChat is not sure of is looked at by staff', async () => {
    const odd = { ...adult, ...AGREED, name: '待审测试' };
    expect((await library.get('new', 'account.apply', odd)).standing).toBe('pending');
    expect((await library.get('new-2', 'account.apply', { ...adult, ...AGREED })).standing).toBe('active');
  });

  it('has nothing in it that nobody sees, wherever it was typed', async () => {
    const hidden = { ...adult, ...AGREED, name: '\u202e林\u0000知\u200b夏\n' };
    expect((await library.get('new', 'account.apply', hidden)).name).toBe('林知夏');
    const { readerId } = await library.get('desk', 'desk.newCard', {
      ...{ name: '\u2066安\u0007然', birthDate: '1990-05-01', phone: '' },
      category: 'adult',
    });
    expect(await library.document('readers', readerId)).toMatchObject({ name: '安然' });
    expect(await library.ask('newer', 'account.apply', { ...hidden, name: '\u3164\u200b' })).toMatchObject({
      invalid: [{ path: 'input.name', message: '不能为空' }],
    });
  });
});
