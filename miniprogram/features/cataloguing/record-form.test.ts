import {
  blankForm,
  checkForm,
  editedRecord,
  formOf,
  formOfDraft,
  isIsbn,
  messagesOf,
  rebased,
  recordOf,
} from './record-form';

const record = {
  title: '边城',
  subtitle: '',
  contributors: [{ name: '沈从文', role: '著' }],
  publisher: '人民文学出版社',
  year: 2005,
  isbns: ['9787020002207'],
  clc: 'I246.5',
  callNumber: 'I246.5/1',
  language: 'chi',
  kind: 'book' as const,
  subjects: ['湘西', '小说'],
  summary: '',
};

test('a record that nobody touches goes through the form unchanged', () => {
  expect(recordOf(formOf(record))).toEqual(record);
  const bare = { ...record, contributors: [], year: 0, isbns: [], subjects: [] };
  expect(recordOf(formOf(bare))).toEqual(bare);
});

test('what is known of a scanned book stands in the form, and nothing else is made up', () => {
  const isbn = { isbn13: '978-7-02-000220-7', bare: '9787020002207' };
  const form = formOfDraft({
    isbn,
    publisher: { value: '人民文学出版社', because: { by: 'own_titles', titles: 3 } },
    kind: 'book',
  });
  expect(form).toMatchObject({
    isbns: '978-7-02-000220-7',
    publisher: '人民文学出版社',
    language: '',
    title: '',
  });
});

test('several ISBNs and subjects are written into one field, apart by what the hand finds', () => {
  const typed = {
    ...blankForm(),
    title: ' 全集 ',
    isbns: '978-7-02-000220-7，9787536692930',
    subjects: '湘西、小说；散文',
  };
  expect(recordOf(typed)).toMatchObject({
    title: '全集',
    isbns: ['978-7-02-000220-7', '9787536692930'],
    subjects: ['湘西', '小说', '散文'],
  });
});

test('a role that is not said is left empty, and so are rows without a name', () => {
  const people = [
    { key: 1, name: '沈从文', role: '不写' },
    { key: 2, name: ' ', role: '译' },
  ];
  expect(recordOf({ ...blankForm(), people }).contributors).toEqual([{ name: '沈从文', role: '' }]);
});

test.each([
  [{ title: '' }, 'title'],
  [{ year: '98' }, 'year'],
  [{ year: '2031' }, 'year'],
  [{ isbns: '9787020002208' }, 'isbns'],
  [{ price: '廿八' }, 'price'],
])('%o is told at the field %s', (changes, field) => {
  const messages = checkForm({ ...blankForm(), title: '边城', ...changes }, 2026);
  expect(Object.keys(messages)).toEqual([field]);
});

test.each(['9787020002207', '978-7-02-000220-7', '702000220X', '7-5366-9293-5', '9791032305690'])(
  '%s is an ISBN',
  (text) => {
    expect(isIsbn(text)).toBe(true);
  },
);

test.each(['9787020002208', '7020002201', '97870200022', 'YX00010306'])('%s is none', (text) => {
  expect(isIsbn(text)).toBe(false);
});

test('remarks of the library come to their fields', () => {
  const remark = (path: string) => Object.keys(messagesOf([{ path, message: '不对' }]))[0];
  expect(remark('input.record.isbns.0')).toBe('isbns');
  expect(remark('input.record.contributors.3.name')).toBe('people');
  expect(remark('input.copies.2.barcode')).toBe('copy2');
  expect(remark('input.copies.0.price')).toBe('price');
  expect(remark('input.copies')).toBe('copies');
});

test('a text that would be read as something else stays while nobody touches it', () => {
  const odd = { ...record, subjects: ['计算机、通信'], clc: 'k825.6' };
  expect(editedRecord({ ...formOf(odd), year: '2006' }, odd)).toEqual({ ...odd, year: 2006 });
});

test('what I changed is put onto what others changed meanwhile', () => {
  const mine = { ...record, year: 2006, publisher: '甲' };
  const latest = { ...record, publisher: '乙', summary: '翠翠' };
  expect(rebased(mine, record, latest)).toEqual({ ...record, year: 2006, publisher: '甲', summary: '翠翠' });
});
