import type { WishedBook } from '../../typings/contract/wishes';
import { startSmallLibrary, type SmallLibrary } from './library';

/** Books that readers ask the library to buy, through the real functions; cat is a cataloguer. */

jest.setTimeout(120_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(2);
});
beforeEach(async () => {
  await library.startOverLater(6);
  await library.appoint('cat', ['cataloguer']);
  await library.appoint('boss', ['manager']);
});
afterAll(() => library?.close());

const BOOK: WishedBook = { title: '云端的图书馆', author: '林远', isbn: '' };
const ISBN = '9787020002207';
const ask = (who: string, book: Partial<WishedBook> = {}, more: { why?: string; anyway?: boolean } = {}) =>
  library.get(who, 'wishes.ask', { ...BOOK, ...book, why: '想看', anyway: false, ...more });
const refused = (who: string, book: Partial<WishedBook> = {}, anyway = false) =>
  library.refused(who, 'wishes.ask', { ...BOOK, ...book, why: '', anyway });
const toldOf = async (who: string) =>
  (await library.get(who, 'notices.list', {})).list.map(({ title }) => title);
const decide = (wishId: string, act: 'consider' | 'order' | 'decline', words = '') =>
  library.get('cat', 'wishDesk.decide', { wishId, act, words });

describe('a book that readers ask for', () => {
  it('is one for all who ask, by title and author however written, by ISBN once somebody knows it', async () => {
    const { wishId, joined, asked } = await ask('an');
    expect([joined, asked]).toEqual([false, 1]);
    const second = await ask('bai', { title: '《云端的图书馆》', author: '[中] 林远、周宁', isbn: ISBN });
    expect(second).toMatchObject({ wishId, joined: true, asked: 2, isbn: ISBN });
    const third = await ask('chen', { title: '云端图书馆', author: '', isbn: ISBN });
    expect(third).toMatchObject({ wishId, joined: true, asked: 3, title: '云端的图书馆' });
    expect(await refused('an')).toEqual(['wish_asked_already']);
    expect(await library.documents('wishes')).toHaveLength(1);
  });

  it('asked for by two at once is one book with two who want it', async () => {
    const both = await Promise.all([ask('an'), ask('bai'), ask('chen')]);
    expect(new Set(both.map(({ wishId }) => wishId)).size).toBe(1);
    expect(await library.documents('wishes')).toMatchObject([{ asked: 3 }]);
  });

  it('a repeated tap asks once, and counts once of the month', async () => {
    const input = { ...BOOK, why: '', anyway: false };
    await library.get('an', 'wishes.ask', input, 'the-same-tap-0001');
    await library.get('an', 'wishes.ask', input, 'the-same-tap-0001');
    expect((await library.get('an', 'wishes.mine', {})).left).toBe(4);
  });

  it('says before it is sent what is known of it: its state and how many, and to a visitor too', async () => {
    const { wishId } = await ask('an');
    await decide(wishId, 'order', '下月到');
    const seen = await library.get('visitor', 'wishes.look', BOOK);
    expect(seen).toMatchObject({ perMonth: 5, left: 5, held: [] });
    expect(seen.wish).toMatchObject({ state: 'ordered', asked: 1, mine: null, answer: '下月到' });
    expect(JSON.stringify(seen)).not.toContain('想看');
    expect((await library.get('an', 'wishes.look', BOOK)).wish?.mine).toMatchObject({ why: '想看' });
  });

  it('that the library has is not bought: borrowed by its ISBN, and another edition only by who says so', async () => {
    const three = { title: '三体', author: '刘慈欣', isbn: '' };
    const seen = await library.get('an', 'wishes.look', { ...three, isbn: '9787536692930' });
    expect(seen.held).toMatchObject([{ titleId: 'title-two', copies: 3, same: true }]);
    expect(await refused('an', { ...three, isbn: '9787536692930' }, true)).toEqual(['wish_held_here']);
    expect(await refused('an', three)).toEqual(['wish_held_here']);
    expect((await ask('an', three, { anyway: true })).joined).toBe(false);
  });

  it('without an ISBN needs an author, and an ISBN that is one', async () => {
    const input = { title: '英语', author: '', isbn: '', why: '', anyway: false };
    expect(await library.ask('an', 'wishes.ask', input)).toMatchObject({
      invalid: [{ path: 'input.author' }],
    });
    expect(await library.ask('an', 'wishes.ask', { ...input, isbn: '123' })).toMatchObject({
      invalid: [{ path: 'input.isbn' }],
    });
  });

  it('so many a month, as the library has it; none at all where it takes none', async () => {
    await library.get('boss', 'wishDesk.setLimit', { perMonth: 1 });
    await library.cloud.clock.move({ advance: { minutes: 2 } });
    await ask('an');
    expect(await refused('an', { title: '另一本' })).toEqual(['wish_limit_reached']);
    await library.get('boss', 'wishDesk.setLimit', { perMonth: 0 });
    await library.cloud.clock.move({ advance: { minutes: 2 } });
    expect(await refused('bai')).toEqual(['wishes_not_open']);
    expect(await library.refused('cat', 'wishDesk.setLimit', { perMonth: 9 })).toEqual(['role_missing']);
  });

  it('of two taps at once only as many as are left of the month go through', async () => {
    await library.get('boss', 'wishDesk.setLimit', { perMonth: 1 });
    await library.cloud.clock.move({ advance: { minutes: 2 } });
    const input = { ...BOOK, why: '', anyway: false };
    const both = await Promise.all(
      ['一', '二'].map((title) => library.ask('an', 'wishes.ask', { ...input, title })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is taken back while nothing was ordered; by the last of them it is gone, and the month has one more', async () => {
    const { wishId } = await ask('an');
    await ask('bai');
    await library.get('an', 'wishes.withdraw', { wishId });
    expect((await library.get('an', 'wishes.mine', {})).left).toBe(5);
    expect(await library.refused('an', 'wishes.show', { wishId })).toEqual(['wish_not_found']);
    await library.get('bai', 'wishes.withdraw', { wishId });
    expect(await library.documents('wishes')).toEqual([]);
    expect(await library.documents('wishKeys')).toEqual([]);
    const anew = await ask('chen');
    await decide(anew.wishId, 'order');
    expect(await library.refused('chen', 'wishes.withdraw', { wishId: anew.wishId })).toEqual(['wish_is']);
  });
});

describe('at the desk', () => {
  it('what most want stands first, with why and without who', async () => {
    await ask('an', { title: '一位要的' });
    await ask('an');
    await ask('bai', {}, { why: '课上要用' });
    const { list, counts } = await library.get('cat', 'wishDesk.list', { which: 'received' });
    expect(list.map(({ title, asked }) => [title, asked])).toEqual([
      ['云端的图书馆', 2],
      ['一位要的', 1],
    ]);
    expect(counts[0]).toEqual({ which: 'received', count: 2 });
    const shown = await library.get('cat', 'wishDesk.show', { wishId: list[0]?.wishId ?? '' });
    expect(shown.whys.map(({ why }) => why).sort()).toEqual(['想看', '课上要用']);
    expect(JSON.stringify(shown)).not.toMatch(/reader-|bai/);
  });

  it('ordered, arrived: everybody who asked is told once of each, and led to the title', async () => {
    const { wishId } = await ask('an');
    await ask('bai');
    await decide(wishId, 'consider');
    await decide(wishId, 'order', '下月到');
    await library.cloud.timer('jobs');
    await ask('chen');
    expect(await library.refused('cat', 'wishDesk.arrive', { wishId, code: 'NOBODY' })).toEqual([
      'wish_title_not_found',
    ]);
    const arrived = await library.get('cat', 'wishDesk.arrive', { wishId, code: '978-7-5366-9293-0' });
    expect(arrived).toMatchObject({ state: 'arrived', titleId: 'title-two', acts: [] });
    for (let n = 0; n < 2; n++) await library.cloud.timer('jobs');
    expect(await toldOf('an')).toEqual(['您荐购的书到馆了', '您荐购的书已订购']);
    expect(await toldOf('chen')).toEqual(['您荐购的书到馆了']);
    const [notice] = (await library.get('bai', 'notices.list', {})).list;
    expect(notice?.link).toContain('titleId=title-two');
    expect(await refused('ding')).toEqual(['wish_held_here']);
    const hold = await library.ask('an', 'holds.place', { titleId: 'title-two', pickUpBranchId: 'main' });
    expect(hold).not.toHaveProperty('invalid');
  });

  it('a no has its reason, and may be thought over; who asks later still joins', async () => {
    const { wishId } = await ask('an');
    const bare = { wishId, act: 'decline' as const, words: '' };
    expect(await library.ask('cat', 'wishDesk.decide', bare)).toMatchObject({
      invalid: [{ path: 'input.words' }],
    });
    await decide(wishId, 'decline', '教材不入藏');
    await library.cloud.timer('jobs');
    expect(await toldOf('an')).toEqual(['您荐购的书没有采纳']);
    expect(await library.get('an', 'wishes.show', { wishId })).toMatchObject({
      state: 'declined',
      answer: '教材不入藏',
    });
    expect(await ask('bai')).toMatchObject({ joined: true, state: 'declined', asked: 2 });
    await decide(wishId, 'consider');
    expect(await library.refused('cat', 'wishDesk.decide', { wishId, act: 'consider', words: '' })).toEqual([
      'wish_is',
    ]);
  });

  it('what was ordered by the library itself is known to who asks, and who asks is told when it comes', async () => {
    await library.get('cat', 'wishDesk.addOrder', { ...BOOK, isbn: ISBN });
    const { wish } = await library.get('an', 'wishes.look', BOOK);
    expect(wish).toMatchObject({ state: 'ordered', asked: 0 });
    expect(await ask('an')).toMatchObject({ joined: true, asked: 1, state: 'ordered' });
    expect(await library.refused('cat', 'wishDesk.addOrder', BOOK)).toEqual(['wish_is']);
  });

  it('is the cataloguers’ alone', async () => {
    await library.appoint('eve', ['events']);
    expect(await library.refused('eve', 'wishDesk.list', { which: 'received' })).toEqual(['role_missing']);
  });
});

it('what was asked for is exported with what became of it, and goes with the account', async () => {
  const { wishId } = await ask('an');
  await ask('bai');
  await decide(wishId, 'order');
  const { json } = await library.get('an', 'account.export', {});
  expect(JSON.parse(json).wishes).toMatchObject([{ title: '云端的图书馆', why: '想看', state: 'ordered' }]);
  await library.get('an', 'account.close', { cardNumber: '30100000001' });
  for (let n = 0; n < 3; n++) await library.cloud.timer('jobs');
  expect(JSON.stringify(await library.documents('wishVoices'))).not.toContain('reader-an');
  expect(await library.documents('wishes')).toMatchObject([{ asked: 2 }]);
});
