import * as fc from 'fast-check';
import { aTitle } from '../../../tests/builders/titles-for-index';
import { searchIndex, BUDGET } from '../find/search';
import { squeeze } from '../fold';
import { buildIndex } from './build';
import { growingBytes, readNumber, readText } from './coding';
import { shortened } from './facet-store';
import { DamagedIndex } from './format';
import { POSTINGS_KEPT } from './kept';
import { openIndex } from './open';
import type { TitleForIndex } from './title';

jest.setTimeout(60_000);

/** Few characters, so that titles share pairs and beginnings. */
const character = fc.constantFrom(...'红楼梦三体黑暗森林战争与和平人间词话');
const title = fc.array(character, { minLength: 1, maxLength: 9 }).map((list) => list.join(''));
const catalogue = fc
  .uniqueArray(title, { minLength: 1, maxLength: 40 })
  .map((titles) =>
    titles.map((text, n): TitleForIndex => aTitle(text, '', { id: `id-${n}`, popularity: n % 7 })),
  );

test('whatever is indexed is found by its whole title, first among all', () => {
  fc.assert(
    fc.property(catalogue, (titles) => {
      const index = openIndex(buildIndex(titles));
      for (const { title: text } of titles) {
        const [first] = searchIndex(index, { text }).hits;
        expect(first?.stored().title).toBe(text);
      }
    }),
    { numRuns: 40 },
  );
});

test('titles that begin with two characters or more are the ones that a plain comparison finds', () => {
  fc.assert(
    fc.property(catalogue, fc.nat(), (titles, seed) => {
      const index = openIndex(buildIndex(titles));
      const from = titles[seed % titles.length]!.title;
      if (from.length < 2) return;
      const text = from.slice(0, Math.max(2, Math.ceil(from.length / 2)));
      const naive = titles.filter(({ title: other }) => squeeze(other).startsWith(text)).map(({ id }) => id);
      const hits = searchIndex(index, { text }).hits;
      const found = hits.filter(({ literal }) => literal).map(({ id }) => id);
      expect(found).toEqual(expect.arrayContaining(naive));
    }),
    { numRuns: 60 },
  );
});

test('every title that has every pair of the text is counted, and no other', () => {
  fc.assert(
    fc.property(catalogue, title, (titles, text) => {
      if (text.length < 2) return;
      const index = openIndex(buildIndex(titles));
      const pairs = [...text].slice(1).map((after, at) => text[at]! + after);
      const naive = titles
        .filter(({ title: other }) => pairs.every((pair) => other.includes(pair)))
        .map(({ id }) => id);
      const found = searchIndex(index, { text });
      if (naive.length > 0) expect(found.matching.map((n) => index.id(n)).sort()).toEqual(naive.sort());
    }),
    { numRuns: 60 },
  );
});

test('no query reads more than the budget', () => {
  const titles = Array.from({ length: 7000 }, (_, n) =>
    aTitle(`中国历史文化${n % 97}研究`, '中国历史', { id: `id-${n}`, subjects: ['中国历史'] }),
  );
  const index = openIndex(buildIndex(titles));
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'中国历史文化研究zhlswy 9'), { maxLength: 60 }), (list) => {
      const { spent } = searchIndex(index, { text: list.join('') });
      expect(spent.postings).toBeLessThanOrEqual(BUDGET.postings);
      expect(spent.bytes).toBeLessThanOrEqual(BUDGET.bytes);
    }),
    { numRuns: 30 },
  );
});

test('of a common term the most borrowed titles are kept, and how many there are is known', () => {
  const titles = Array.from({ length: POSTINGS_KEPT + 500 }, (_, n) =>
    aTitle(`历史${n}`, '', { id: `id-${n}`, popularity: n }),
  );
  const index = openIndex(buildIndex(titles));
  const found = searchIndex(index, { text: '历史' });
  expect(found.atLeast).toBe(true);
  expect(found.hits[0]!.id).toBe(`id-${titles.length - 1}`);
});

test('any change of any byte is refused', () => {
  const bytes = buildIndex([aTitle('红楼梦', '曹雪芹'), aTitle('三体', '刘慈欣')]);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = bytes.slice();
      damaged[at]! ^= change;
      expect(() => openIndex(damaged)).toThrow(DamagedIndex);
    }),
    { numRuns: 200 },
  );
});

test('a half-written index, an empty file and other bytes are refused', () => {
  const bytes = buildIndex([aTitle('红楼梦')]);
  for (const wrong of [
    bytes.slice(0, bytes.length - 8),
    new Uint8Array(0),
    new Uint8Array(4096),
    bytes.slice(0, 40),
  ])
    expect(() => openIndex(wrong)).toThrow(DamagedIndex);
});

test('an index lies anywhere in a buffer: bytes that storage hands over need not be aligned', () => {
  const bytes = buildIndex([aTitle('红楼梦', '曹雪芹')]);
  for (const offset of [0, 8, 3]) {
    const larger = new Uint8Array(bytes.length + 16);
    larger.set(bytes, offset);
    const index = openIndex(larger.subarray(offset, offset + bytes.length));
    expect(searchIndex(index, { text: '红楼梦' }).hits[0]!.stored().authors).toEqual(['曹雪芹']);
  }
});

test('an empty catalogue is an index that finds nothing', () => {
  expect(searchIndex(openIndex(buildIndex([])), { text: '红楼梦' }).hits).toEqual([]);
});

test('the same titles make the same bytes', () => {
  const titles = [aTitle('红楼梦', '曹雪芹'), aTitle('三体', '刘慈欣'), aTitle('Les Misérables', 'Hugo')];
  expect(buildIndex(titles)).toEqual(buildIndex(titles));
});

test('identifiers of any form come back as they were', () => {
  const forms = [
    ['imp-00ff00ff00ff00ff00ff', 'imp-1234567890abcdef1234'],
    ['t00001', 't2', '书'],
    ['x', 'imp-00ff00ff00ff00ff00ff'],
    ['x', 'imp-00ff00ff00ff00ff00ff', 'imp-1234567890abcdef1234', 'imp-12'],
  ];
  for (const ids of forms) {
    const index = openIndex(
      buildIndex(ids.map((id, n) => aTitle(`题名${n}`, '', { id, popularity: 10 - n }))),
    );
    expect(ids.map((_, n) => index.id(n))).toEqual(ids);
  }
});

test('identifiers of any form are found again, and others are not', () => {
  const forms = [
    ['imp-00ff00ff00ff00ff00ff', 'imp-1234567890abcdef1234'],
    ['t1', 't00001', '书', ''],
    ['imp-00ff00ff00ff00ff00ff', 't1', 'imp-1234567890abcdef1234', 'imp-12', 'imp-zz34567890abcdef1234'],
  ];
  for (const ids of forms) {
    const index = openIndex(
      buildIndex(ids.map((id, n) => aTitle(`题名${n}`, '', { id, popularity: 9 - n }))),
    );
    ids.forEach((id, n) => expect([...index.placesOf([id, 'other', 'imp-zz'])]).toEqual([n]));
    expect(index.placesOf([...ids, 't0000']).size).toBe(ids.length);
  }
});

test('each title keeps its branches, of one set or of more than a byte can tell', () => {
  for (const titles of [1, 2, 300]) {
    const given = Array.from({ length: titles }, (_, n) =>
      aTitle(`题名${n}`, '', { branches: [`b${n % 20}`, `b${n % 31}`], popularity: titles - n }),
    );
    const index = openIndex(buildIndex(given));
    const { of, starts, members } = index.branches;
    const names = index.labels().branches;
    given.forEach(({ branches }, n) => {
      const set = [...members.subarray(starts[of[n]!], starts[of[n]! + 1])];
      expect(set.map((member) => names[member]).sort()).toEqual([...new Set(branches)].sort());
    });
  }
});

test('classes are cut where a catalogue has more than there is room for', () => {
  const { labels, numbers } = shortened(['I2475', 'I2477', 'I2', 'K1'], 3);
  expect(labels).toEqual(['I247', 'I2', 'K1']);
  expect([...numbers]).toEqual([0, 0, 1, 2]);
});

test('texts and numbers come back as they were', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(), (text, number) => {
      const bytes = growingBytes(1);
      bytes.text(text);
      bytes.number(number);
      const cursor = { bytes: bytes.view(), at: 0 };
      expect(readText(cursor)).toBe(text.replaceAll('\0', ''));
      expect(readNumber(cursor)).toBe(number);
    }),
  );
});
