import type { ReaderDocument, WishDocument } from '../documents';
import { refusalsToWish, stateAfter, wishActs, wishKeys, wishesLeft, wishesPerMonth } from './wishing';

const book = { title: '云端的图书馆', author: '林远', isbn: '' };
const reader = (wishes?: ReaderDocument['wishes']): Pick<ReaderDocument, 'wishes' | 'standing'> => ({
  standing: 'active',
  ...(wishes && { wishes }),
});
const wish = (state: WishDocument['state']) => ({ state, title: book.title, titleId: 'title-one' });
const asking = (changes: Partial<Parameters<typeof refusalsToWish>[0]> = {}) =>
  refusalsToWish({
    ...{ reader: reader(), month: '2026-11', perMonth: 2, wish: null, isMine: false },
    ...changes,
  });

it('a book is met by its ISBN, and by title and first author however they are written', () => {
  expect(wishKeys({ ...book, isbn: '9787020002207' })).toHaveLength(2);
  expect(wishKeys({ ...book, title: '《云端的图书馆》', author: '[中] 林远、周宁' })).toEqual(wishKeys(book));
  expect(wishKeys({ ...book, author: '周宁' })).not.toEqual(wishKeys(book));
});

it('a title alone is no book', () => {
  expect(wishKeys({ ...book, author: '' })).toEqual([]);
});

it('so many in a month, and anew in the next one', () => {
  const full = reader({ month: '2026-11', count: 2 });
  expect(asking({ reader: full })).toEqual([{ code: 'wish_limit_reached', current: 2, limit: 2 }]);
  expect(asking({ reader: full, month: '2026-12' })).toEqual([]);
  expect(wishesLeft(full, '2026-11', 1)).toBe(0);
});

it('none are taken where the library set it to none; five where it set nothing', () => {
  expect(asking({ perMonth: 0 })).toEqual([{ code: 'wishes_not_open' }]);
  expect(wishesPerMonth({})).toBe(5);
  expect(wishesPerMonth({ wishesPerMonth: 0 })).toBe(0);
});

it('a reader asks once, also when none are left; what has come is borrowed', () => {
  expect(asking({ wish: wish('declined'), isMine: true })).toEqual([
    { code: 'wish_asked_already', state: 'declined' },
  ]);
  expect(asking({ wish: wish('arrived') })).toMatchObject([{ code: 'wish_held_here', other: false }]);
  expect(asking({ wish: wish('declined') })).toEqual([]);
});

it('a closed account asks for nothing', () => {
  expect(asking({ reader: { standing: 'closed' } })).toEqual([{ code: 'account_closed' }]);
});

it('staff get it from one state to another; what has arrived stays', () => {
  expect(wishActs(wish('received'))).toEqual(['consider', 'order', 'arrive', 'decline']);
  expect(wishActs(wish('ordered'))).toEqual(['arrive', 'decline']);
  expect(wishActs(wish('declined'))).toEqual(['consider', 'order', 'arrive']);
  expect(wishActs(wish('arrived'))).toEqual([]);
  expect(stateAfter('order')).toBe('ordered');
});
