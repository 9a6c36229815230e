import { isbnForms } from './isbn-forms';

test.each([
  ['9787536692930', { isbn13: '978-7-5366-9293-0', isbn10: '7-5366-9293-5' }],
  ['9787020002207', { isbn13: '978-7-02-000220-7', isbn10: '7-02-000220-X' }],
  ['9780306406157', { isbn13: '978-0-306-40615-7', isbn10: '0-306-40615-2' }],
])('%s is divided by group, publisher and title', (isbn, forms) => {
  expect(isbnForms(isbn)).toEqual(forms);
});

test('a number of the prefix 979 has no ten digits', () => {
  expect(isbnForms('9791032305690')).toEqual({ isbn13: '979-10-323-0569-0' });
});

test('what no publisher has been given stands without hyphens, and loses nothing', () => {
  expect(isbnForms('9786999999994')).toEqual({ isbn13: '9786999999994', isbn10: '6999999996' });
});
