import { areaOfGroup } from './isbn-areas';
import { isbnParts, meansIsbn, withoutAddOn } from './isbn-parts';

test('an ISBN comes apart into its area and what all books of its publisher begin with', () => {
  expect(isbnParts('9787020002207')).toEqual({
    bare: '9787020002207',
    isbn13: '978-7-02-000220-7',
    isbn10: '7-02-000220-X',
    group: '978-7',
    publisherPrefix: '978702',
  });
  expect(isbnParts('9791032305690')).toMatchObject({ group: '979-10' });
  expect(isbnParts('9791032305690')).not.toHaveProperty('isbn10');
});

test.each([
  ['978-7', '中国', 'chi'],
  ['978-957', '中国台湾', 'chi'],
  ['978-0', '英语地区', 'eng'],
  ['979-11', '韩国', 'kor'],
])('group %s is of %s', (group, area, language) => {
  expect(areaOfGroup(group)).toEqual({ area, language });
});

test('areas of several languages have none, and groups that are not in the table no area', () => {
  expect(areaOfGroup('978-981')).toEqual({ area: '新加坡', language: '' });
  expect(areaOfGroup('978-99999')).toBeUndefined();
});

test('the small code beside the barcode of a book is left out', () => {
  expect(withoutAddOn('978702000220751')).toBe('9787020002207');
  expect(withoutAddOn('978702000220712345')).toBe('9787020002207');
  expect(withoutAddOn('YX00010306')).toBe('YX00010306');
});

test.each(['9787020002208', '978-7-02-000220-8', 'ISBN 7-02-000220-1', '7-02-000220-1', '978702000220'])(
  '%s was meant as an ISBN',
  (code) => {
    expect(meansIsbn(code)).toBe(true);
  },
);

test.each(['YX00010306', '0123456789', '20260001', 't0001', '红楼梦'])('%s was not', (code) => {
  expect(meansIsbn(code)).toBe(false);
});
