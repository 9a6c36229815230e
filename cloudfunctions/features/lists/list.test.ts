import type { BookListDocument } from '../../documents';
import {
  MOST_TITLES,
  newList,
  withAges,
  withMoved,
  withNote,
  withTitle,
  withWords,
  withoutTitle,
  wordsOf,
} from './list';

const NOW = '2026-11-22T02:00:00.000Z';
const LATER = '2026-11-22T03:00:00.000Z';

const aList = (titleIds: string[] = [], changes: Partial<BookListDocument> = {}): BookListDocument => ({
  ...newList({ _id: 'list', by: 'reader', readerId: 'r', author: '', name: '书单', about: '' }, NOW),
  titles: titleIds.map((titleId) => ({ titleId, note: '', at: NOW })),
  count: titleIds.length,
  covers: titleIds.slice(0, 3),
  ...changes,
});
const idsOf = (list: BookListDocument | { refusals: unknown[] }) =>
  'refusals' in list ? list.refusals : list.titles.map(({ titleId }) => titleId);
const adding = (titleId: string, alsoIds: string[] = []) => ({ titleId, alsoIds });

it('a title goes last, on 想读 first', () => {
  expect(idsOf(withTitle(aList(['a']), adding('b'), LATER))).toEqual(['a', 'b']);
  expect(idsOf(withTitle(aList(['a'], { _id: 'want_r' }), adding('b'), LATER))).toEqual(['b', 'a']);
});

it('a title that is there, under this or another of its names, stays where it is', () => {
  const list = aList(['a', 'b']);
  expect(withTitle(list, adding('a'), LATER)).toBe(list);
  expect(withTitle(list, adding('c', ['b']), LATER)).toBe(list);
});

it('a full list takes no more, but still knows what it has', () => {
  const full = aList(Array.from({ length: MOST_TITLES }, (_, n) => `t${n}`));
  expect(idsOf(withTitle(full, adding('x'), LATER))).toEqual([
    { code: 'list_full', current: MOST_TITLES, limit: MOST_TITLES },
  ]);
  expect(withTitle(full, adding('t7'), LATER)).toBe(full);
});

it('count and covers follow what is on the list', () => {
  const taken = withoutTitle(aList(['a', 'b', 'c', 'd']), ['a'], LATER);
  expect(taken).toMatchObject({ count: 3, covers: ['b', 'c', 'd'], changedAt: LATER });
  const list = aList(['a']);
  expect(withoutTitle(list, ['x'], LATER)).toBe(list);
});

it('a title moves before another, or last; not to a place that is gone', () => {
  const list = aList(['a', 'b', 'c']);
  expect(idsOf(withMoved(list, 'c', 'a', LATER))).toEqual(['c', 'a', 'b']);
  expect(idsOf(withMoved(list, 'a', '', LATER))).toEqual(['b', 'c', 'a']);
  expect(withMoved(list, 'b', 'b', LATER)).toBe(list);
  expect(idsOf(withMoved(list, 'a', 'x', LATER))).toEqual([{ code: 'title_not_on_list' }]);
  expect(idsOf(withMoved(list, 'x', 'a', LATER))).toEqual([{ code: 'title_not_on_list' }]);
});

it('new words take a reader’s list back, the library’s stays public, the same words change nothing', () => {
  const shown = aList(['a'], { shown: 'public' });
  expect(withWords(shown, { name: '新', about: '' }, LATER)).toMatchObject({ shown: 'private', name: '新' });
  expect(withNote(shown, 'a', '好', LATER)).toMatchObject({ shown: 'private' });
  expect(withWords(shown, { name: '书单', about: '' }, LATER)).toBe(shown);
  expect(withNote(shown, 'a', '', LATER)).toBe(shown);
  const library = aList(['a'], { shown: 'public', by: 'library' });
  expect(withNote(library, 'a', '好', LATER)).toMatchObject({ shown: 'public' });
});

it('everything somebody wrote is checked: name, description, signature and every note', () => {
  const list = aList(['a', 'b'], { about: '简介', author: '猫' });
  const noted = withNote(list, 'b', '推荐语', LATER);
  if ('refusals' in noted) throw new Error('refused');
  expect(wordsOf(noted)).toBe('书单\n简介\n猫\n推荐语');
});

test('a list is for the ages that were given; without one at either end it is for everybody again', () => {
  const list = newList(
    { _id: 'list', by: 'library', readerId: '', author: '', name: '书单', about: '' },
    NOW,
  );
  const small = withAges(list, { from: 3, to: 7 });
  expect(small.ages).toEqual({ from: 3, to: 7 });
  expect(withAges(small, undefined)).toEqual(small);
  expect(withAges(small, { from: null, to: null })).toEqual(list);
});
