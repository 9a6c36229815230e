import type { MyList } from '../../../typings/contract';
import { isOneBook } from './finding';
import { cardView, myCardView, ownCardView, titleRow } from './list-view';

const aList: MyList = {
  listId: 'l',
  by: 'reader',
  name: '睡前',
  about: '',
  author: '',
  titles: 3,
  covers: [],
  changedAt: '2026-11-22T02:00:00.000Z',
  shown: 'private',
  why: '',
  builtIn: false,
  has: false,
};

it('a list tells who made it and how many books it has', () => {
  expect(cardView({ ...aList, author: '许清' })).toMatchObject({ facts: '许清 · 3\u00a0本', state: null });
  expect(cardView({ ...aList, titles: 0 }).facts).toBe('还没有书');
});

it('one’s own list tells who sees it, and why it was not allowed', () => {
  expect(ownCardView(aList).state?.text).toBe('仅自己可见');
  expect(ownCardView({ ...aList, shown: 'refused', why: '有广告' })).toMatchObject({
    state: { text: '没有公开' },
    why: '有广告',
  });
  expect(ownCardView({ ...aList, by: 'library' }).state?.text).toBe('草稿');
  expect(myCardView({ ...aList, builtIn: true, name: '想读' })).toMatchObject({ state: null });
});

it('a title that is gone says so instead of how many stand on the shelf', () => {
  const title = { titleId: 't', title: '', authors: '', publisher: '', year: 0, clc: '' };
  const availability = { onShelf: 0, items: 0, onShelfAt: [] };
  const row = titleRow({ title, listedAs: 't', note: '', availability, gone: true }, '2026-11-22');
  expect(row.line.text).toBe('目录里已没有这本书');
});

it('a code that found one book is that book; words are to be chosen from', () => {
  expect(isOneBook('978-7-02-000220-7', 1)).toBe(true);
  expect(isOneBook('YX00010306', 1)).toBe(true);
  expect(isOneBook('9787020002207', 2)).toBe(false);
  expect(isOneBook('红楼梦', 1)).toBe(false);
  expect(isOneBook('1984', 1)).toBe(false);
});
