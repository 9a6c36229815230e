import * as fc from 'fast-check';
import type { ProfileTerms } from '../../../typings/contract/profiles';
import { indexProfiles, profilesFor, whyMatched, type MatchedTitle } from './match';

const title = (given: Partial<MatchedTitle> = {}): MatchedTitle => ({
  _id: 't',
  title: '宋代茶文化研究',
  subtitle: '',
  also: [],
  contributors: [{ name: '[日] 布目潮渢', role: '著' }],
  clc: 'TS971.21',
  language: 'chi',
  kind: 'book',
  subjects: ['茶文化'],
  addedAt: '2026-11-20T00:00:00.000Z',
  year: 2020,
  source: 'desk',
  ...given,
});
const NONE: ProfileTerms = { words: [], classes: [], authors: [], languages: [], kinds: [] };
const meets = (terms: Partial<ProfileTerms>, given: Partial<MatchedTitle> = {}) =>
  whyMatched({ ...NONE, ...terms }, title(given));

describe('a profile', () => {
  it('is met by any of its words, and says which', () => {
    expect(meets({ words: ['咖啡', '茶文化'] })).toEqual([{ by: 'word', text: '茶文化' }]);
    expect(meets({ words: ['咖啡'] })).toBeNull();
  });

  it('wants every list that it has: words, class, author, language and kind', () => {
    const all = { words: ['茶'], classes: ['TS97'], authors: ['布目潮渢'], languages: ['chi'] };
    expect(meets(all)?.map(({ by }) => by)).toEqual(['word', 'author', 'class']);
    expect(meets({ ...all, languages: ['jpn'] })).toBeNull();
    expect(meets({ ...all, kinds: ['map'] })).toBeNull();
    expect(meets({ ...all, classes: ['K'] })).toBeNull();
    expect(meets({ ...all, authors: ['陆羽'] })).toBeNull();
  });

  it('reads simplified and traditional, wide and narrow, upper and lower case as one', () => {
    expect(meets({ words: ['ＰＹＴＨＯＮ'] }, { title: 'Python编程' })).not.toBeNull();
    expect(meets({ words: ['茶文化'] }, { title: '宋代的茶文化', subjects: [] })).not.toBeNull();
    expect(meets({ words: ['紅樓夢'] }, { title: '红楼梦' })).not.toBeNull();
  });

  it('finds words of letters whole, and Chinese ones anywhere', () => {
    expect(meets({ words: ['art'] }, { title: 'Smart cities', subjects: [] })).toBeNull();
    expect(meets({ words: ['art'] }, { title: 'The Art of War', subjects: [] })).not.toBeNull();
    expect(meets({ words: ['Python编程'] }, { title: 'Python 编程入门' })).not.toBeNull();
  });

  it('with a blank in a word wants all of it, in whatever order', () => {
    expect(meets({ words: ['茶 宋代'] })).not.toBeNull();
    expect(meets({ words: ['茶 唐代'] })).toBeNull();
  });

  it('takes no word from two parts of a record', () => {
    expect(meets({ words: ['研究茶'] }, { title: '宋代研究', subjects: ['茶'] })).toBeNull();
  });

  it('with nothing but a language is met by nothing: it would be met by half of the library', () => {
    expect(meets({ languages: ['chi'] })).toBeNull();
  });
});

it('finds by its terms exactly what comparing every profile with every title finds', () => {
  const sign = fc.constantFrom('茶', '宋', '史', '文', 'a', 'b', 'C', ' ', '，');
  const text = fc.array(sign, { minLength: 1, maxLength: 6 }).map((signs) => signs.join(''));
  const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 2 });
  const clc = fc.constantFrom('K', 'K2', 'K24', 'TS97', 'TS971.21', '');
  const terms = fc.record({
    words: some(text.filter((word) => /[^\s，]/.test(word))),
    classes: some(clc.filter((each) => each !== '')),
    authors: some(fc.constantFrom('陆羽', '布目潮渢')),
    languages: some(fc.constantFrom('chi', 'eng')),
    kinds: some(fc.constantFrom('book' as const, 'map' as const)),
  });
  const titles = fc.record({
    title: text,
    subjects: some(text),
    clc,
    contributors: some(fc.constantFrom('陆羽', '（唐）陆羽').map((name) => ({ name, role: '著' }))),
  });
  let found = 0;
  fc.assert(
    fc.property(fc.array(terms, { maxLength: 12 }), titles, (all, given) => {
      const profiles = all.map((each, n) => ({ id: String(n), terms: each }));
      const one = title({ ...given });
      const expected = profiles.filter((each) => whyMatched(each.terms, one)).map(({ id }) => id);
      const by = profilesFor(indexProfiles(profiles), one).map(({ id }) => id);
      expect(by.sort()).toEqual(expected.sort());
      found += expected.length;
    }),
    { numRuns: 2000, seed: 7 },
  );
  expect(found).toBeGreaterThan(200);
});
