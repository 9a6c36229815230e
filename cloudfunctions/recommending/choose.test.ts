import type { NearTitle, NextTitlesDocument } from '../documents';
import { candidates, NOTHING_REFUSED, varied, type Weighed } from './choose';

const near = (titleId: string, change: Partial<NearTitle> = {}): NearTitle => ({
  titleId,
  together: 0,
  readers: 0,
  alike: 0,
  shared: null,
  ...change,
});
const next = (_id: string, name: string, list: NearTitle[]): NextTitlesDocument => ({
  _id,
  name,
  near: list,
  at: '2026-11-22T00:00:00.000Z',
});
const nobody = { interests: [], popular: null };
const author = { by: 'author' as const, name: '刘慈欣' };

test('the reason is the largest term of the sum, and names the title that it comes from', () => {
  const seeds = [
    next('t:a', '三体', [near('x', { alike: 0.9, shared: author })]),
    next('t:b', '活着', [near('x', { together: 0.1, readers: 4 })]),
  ];
  expect(candidates({ seeds, ...nobody }, NOTHING_REFUSED, new Set())[0]).toMatchObject({
    titleId: 'x',
    because: { by: 'author', title: '三体', author: '刘慈欣' },
    reasonKey: 't:a',
  });
});

test('readers decide where they weigh more than the record, and are counted', () => {
  const seeds = [next('t:a', '三体', [near('x', { together: 0.6, readers: 7, alike: 0.1, shared: author })])];
  expect(candidates({ seeds, ...nobody }, NOTHING_REFUSED, new Set())[0]?.because).toEqual({
    by: 'readers',
    title: '三体',
    readers: 7,
  });
});

test('a reason that is not wanted is out of the sum, so that what is left is true', () => {
  const seeds = [
    next('t:a', '三体', [near('x', { together: 0.9, readers: 9 }), near('y', { together: 0.9, readers: 9 })]),
    next('t:b', '活着', [near('x', { together: 0.2, readers: 3 })]),
  ];
  const list = candidates({ seeds, ...nobody }, { ...NOTHING_REFUSED, notReasons: ['t:a'] }, new Set());
  expect(list).toEqual([
    { titleId: 'x', because: { by: 'readers', title: '活着', readers: 3 }, reasonKey: 't:b' },
  ]);
});

test('nothing that is known, and nothing that was refused', () => {
  const seeds = [
    next(
      't:a',
      '三体',
      ['x', 'y', 'z'].map((id) => near(id, { alike: 1, shared: author })),
    ),
  ];
  const refused = { ...NOTHING_REFUSED, notTitles: ['y'] };
  expect(candidates({ seeds, ...nobody }, refused, new Set(['x'])).map(({ titleId }) => titleId)).toEqual([
    'z',
  ]);
});

test('of two that follow from titles one comes from an interest; what is popular stands last', () => {
  const found = {
    seeds: [
      next(
        't:a',
        '三体',
        ['s1', 's2', 's3'].map((id) => near(id, { alike: 1, shared: author })),
      ),
    ],
    interests: [next('i:history', '历史', [near('i1', { together: 1 }), near('i2')])],
    popular: next('p:adults', '', [near('p1')]),
  };
  const list = candidates(found, NOTHING_REFUSED, new Set());
  expect(list.map(({ titleId }) => titleId)).toEqual(['s1', 's2', 'i1', 's3', 'i2', 'p1']);
  expect(list.filter(({ reasonKey }) => reasonKey === 'i:history').map(({ because }) => because)).toEqual([
    { by: 'interest', interest: '历史', isNew: false },
    { by: 'interest', interest: '历史', isNew: true },
  ]);
});

const weighed = (titleId: string, change: Partial<Weighed> = {}): Weighed => ({
  titleId,
  because: { by: 'words', title: '' },
  reasonKey: `t:${titleId}`,
  title: titleId,
  authors: titleId,
  onShelf: true,
  ...change,
});

test('two of an author, four for a reason, each work once', () => {
  const byOne = ['a', 'b', 'c'].map((id) => weighed(id, { authors: '余华' }));
  expect(varied(byOne, 10, NOTHING_REFUSED, new Set()).map(({ titleId }) => titleId)).toEqual(['a', 'b']);
  const forOne = ['a', 'b', 'c', 'd', 'e'].map((id) => weighed(id, { reasonKey: 't:s' }));
  expect(varied(forOne, 10, NOTHING_REFUSED, new Set())).toHaveLength(4);
  const editions = [weighed('a', { title: '活着' }), weighed('b', { title: '活着 ' })];
  expect(varied(editions, 10, NOTHING_REFUSED, new Set()).map(({ titleId }) => titleId)).toEqual(['a']);
});

test('no author that was refused, whatever the form of the name', () => {
  const refused = { ...NOTHING_REFUSED, notAuthors: ['[美] 海明威'] };
  expect(varied([weighed('a', { authors: '海明威' })], 10, refused, new Set())).toEqual([]);
});

test('what is on the shelf comes before what is at most five places in front of it', () => {
  const list = [weighed('away', { onShelf: false }), weighed('here')];
  expect(varied(list, 10, NOTHING_REFUSED, new Set()).map(({ titleId }) => titleId)).toEqual([
    'here',
    'away',
  ]);
});
