import { isbn10Of, isbnsNear, readIsbn } from './isbn';

test('reads ISBN-13 and ISBN-10 with and without hyphens as one ISBN-13', () => {
  for (const text of [
    '9787020002207',
    '978-7-02-000220-7',
    '7-02-000220-X',
    '702000220x',
    'ISBN 978 7 02 000220 7',
    'ISBN:7-02-000220-X',
    'ISBN-13: 978‐7‐02‐000220‐7',
  ]) {
    expect(readIsbn(text)).toBe('9787020002207');
  }
});

test('refuses a wrong check digit, a barcode and a word', () => {
  for (const text of ['9787020002208', '7020002202', '6901028075022', '20000000000017', '三体', ''])
    expect(readIsbn(text)).toBeNull();
});

test('gives the ISBN-10 back, and none for 979', () => {
  expect(isbn10Of('9787020002207')).toBe('702000220X');
  expect(readIsbn('979-10-90636-07-1')).toBe('9791090636071');
  expect(isbn10Of('9791090636071')).toBeNull();
});

test('a wrong digit, or two turned round, is one of few that may have been meant', () => {
  for (const text of ['9787020002208', '978-7-02-000202-7', '9787020012207', '7020002202', '7-02-000202-X']) {
    const near = isbnsNear(text);
    expect(near).toContain('9787020002207');
    expect(near.length).toBeLessThan(40);
  }
  for (const text of ['红楼梦', '12345', '']) expect(isbnsNear(text)).toEqual([]);
});
