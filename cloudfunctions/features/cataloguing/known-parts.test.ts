import { isbnParts } from './isbn-parts';
import { knownParts, type OwnTitle } from './known-parts';

const own = (publisher: string, language = 'chi'): OwnTitle => ({ publisher, language });
const chinese = isbnParts('9787020002207');

test('the publisher is the one that most titles with the same beginning have', () => {
  const titles = [own('人民文学出版社'), own('人民文学出版社'), own('人民文学'), own('')];
  expect(knownParts(chinese, titles).publisher).toEqual({
    value: '人民文学出版社',
    because: { by: 'own_titles', titles: 2 },
  });
});

test('without such titles no publisher is guessed, and the language is that of the area', () => {
  expect(knownParts(chinese, [])).toEqual({
    language: { value: 'chi', because: { by: 'isbn_group', area: '中国' } },
  });
});

test('a publisher of foreign books in China is known by its own titles', () => {
  const foreign = [own('外文出版社', 'eng'), own('外文出版社', 'eng'), own('外文出版社', 'eng')];
  expect(knownParts(chinese, foreign).language).toEqual({
    value: 'eng',
    because: { by: 'own_titles', titles: 3 },
  });
});

test('two titles, or titles that do not agree, say nothing of the language', () => {
  const two = [own('外文出版社', 'eng'), own('外文出版社', 'eng')];
  expect(knownParts(chinese, two).language?.value).toBe('chi');
  const mixed = [...two, own('外文出版社', 'eng'), own('外文出版社'), own('外文出版社')];
  expect(knownParts(chinese, mixed).language?.because).toEqual({ by: 'isbn_group', area: '中国' });
});

test('an area of several languages gives none', () => {
  expect(knownParts(isbnParts('9789810000004'), [])).toEqual({});
});
