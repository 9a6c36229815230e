import * as fc from 'fast-check';
import { aTitle, indexOf } from '../../../tests/builders/titles-for-index';
import type { TitleForIndex } from '../index/title';
import { browse, type BrowseQuery } from './browse';
import { classCounts } from './classes';
import type { Filters } from './filters';
import { livePart, NOTHING_LIVE } from './live-part';
import { searchIndex } from './search';

const someTitle = fc.record({
  n: fc.nat(30),
  popularity: fc.nat(4),
  addedOn: fc.integer({ min: 1000, max: 1004 }),
  year: fc.constantFrom(0, 1998, 2005),
  language: fc.constantFrom('chi', 'eng'),
  clc: fc.constantFrom('I247.5', 'I242', 'I2', 'TP312JA', 'K825.6=6', ''),
  branches: fc.subarray(['north', 'south', 'east']),
});
const someTitles = fc
  .uniqueArray(someTitle, { selector: ({ n }) => n, maxLength: 20 })
  .map((list) => list.map(({ n, ...more }) => aTitle(`题名${n}`, '', { id: `t${n}`, ...more })));
const someFilters = fc.record<Filters>(
  {
    branch: fc.constantFrom('north', 'nowhere'),
    clc: fc.constantFrom('I', 'I247', 'TP', 'T'),
    language: fc.constantFrom('chi', 'eng'),
    fromYear: fc.constant(2000),
  },
  { requiredKeys: [] },
);

/** The same, title by title. */
const passes = (title: TitleForIndex, { branch, clc, language, fromYear }: Filters): boolean =>
  (!branch || title.branches.includes(branch)) &&
  (!clc || title.clc.replace(/[.=].*|JA/, '').startsWith(clc)) &&
  (!language || title.language === language) &&
  (!fromYear || title.year >= fromYear);

test('all pages together are every wanted title once, in order, with exact counts, whatever changed since', () => {
  fc.assert(
    fc.property(
      someTitles,
      someTitles,
      fc.array(fc.nat(30), { maxLength: 4 }),
      someFilters,
      fc.constantFrom<BrowseQuery['sort'][]>('newest', 'most_borrowed'),
      (first, changed, deleted, filters, sort) => {
        const index = indexOf(...first);
        const live = livePart(
          changed,
          deleted.map((n) => `t${n}`),
        );
        const now = [...first.filter(({ id }) => !live.gone.has(id)), ...changed].filter((title) =>
          passes(title, filters),
        );
        const ids: string[] = [];
        for (let skip = 0; skip < now.length + 3; skip += 3) {
          const page = browse(index, live, { filters, sort, skip, count: 3 });
          expect(page.total).toBe(now.length);
          ids.push(...page.ids);
        }
        expect([...ids].sort()).toEqual(now.map(({ id }) => id).sort());
        const key = (id: string): number => {
          const title = now.find((one) => one.id === id)!;
          return sort === 'newest' ? title.addedOn : title.popularity;
        };
        expect(ids.map(key)).toEqual(ids.map(key).sort((a, b) => b - a));
        const { facets } = browse(index, live, { filters, sort, skip: 0, count: 1 });
        const having = now.filter(({ branches }) => branches.includes('south')).length;
        expect(facets.branches.find(({ value }) => value === 'south')?.titles ?? 0).toBe(having);
        const fiction = now.filter(({ clc }) => clc.startsWith('I')).length;
        expect(facets.classes.find(({ value }) => value === 'I')?.titles ?? 0).toBe(fiction);
      },
    ),
    { numRuns: 120 },
  );
});

test('a search within a branch finds what the branch has', () => {
  const index = indexOf(
    aTitle('红楼梦', '曹雪芹', { branches: ['north'] }),
    aTitle('红楼梦魇', '张爱玲', { branches: ['south', 'north'] }),
    aTitle('蒋勋说红楼梦', '蒋勋'),
  );
  const titles = (branch: string): string[] =>
    searchIndex(index, { text: '红楼梦', filters: { branch } }).hits.map(({ stored }) => stored().title);
  expect(titles('north')).toEqual(['红楼梦', '红楼梦魇']);
  expect(titles('south')).toEqual(['红楼梦魇']);
  expect(titles('elsewhere')).toEqual([]);
});

describe('classes', () => {
  const index = indexOf(
    aTitle('一', '', { clc: 'I247.5', branches: ['north'] }),
    aTitle('二', '', { clc: 'i247.57/12' }),
    aTitle('三', '', { clc: 'I247' }),
    aTitle('四', '', { clc: 'I242.4', branches: ['north'] }),
    aTitle('五', '', { clc: 'TP312JA' }),
    aTitle('六', '', { clc: 'K825.6=6' }),
    aTitle('七', '', { clc: '' }),
    aTitle('八', '', { clc: 'T-0' }),
  );
  const listOf = (under: string, branch?: string): string =>
    classCounts(index, NOTHING_LIVE, under, branch ? { branch } : {})
      .list.map(({ clc, titles, below }) => `${clc} ${titles}${below ? '+' : ''}`)
      .join(', ');

  test.each([
    ['', 'I 4+, K 1+, T 2+'],
    ['I2', 'I24 4+'],
    ['I24', 'I242 1+, I247 3+'],
    ['I247', 'I247.5 2+'],
    ['I247.5', 'I247.57 1'],
    ['I247.57', ''],
    ['T', 'TP 1+'],
    ['TP', 'TP3 1+'],
    ['K825', 'K825.6 1'],
    ['K825.6=6', ''],
    ['X', ''],
    ['L', ''],
  ])('under "%s": %s', (under, list) => expect(listOf(under)).toBe(list));

  test('are counted for a branch alone', () => expect(listOf('I24', 'north')).toBe('I242 1+, I247 1+'));
  test('a title in the class itself counts in its titles', () => {
    expect(classCounts(index, NOTHING_LIVE, 'I247')).toMatchObject({ titles: 3 });
    expect(classCounts(index, NOTHING_LIVE, '')).toMatchObject({ titles: 8 });
    expect(classCounts(index, NOTHING_LIVE, 'L')).toMatchObject({ titles: 0 });
  });
  test('count a title where it is now', () => {
    const live = livePart([aTitle('一', '', { clc: 'K1' })], ['t-四-']);
    expect(classCounts(index, live, 'I24').titles).toBe(2);
    expect(classCounts(index, live, 'K').titles).toBe(2);
  });
});
