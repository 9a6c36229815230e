import type { TitleRecord } from '../../typings/contract/title-record';
import { joinedRecord, RECORD_FIELDS, recordOf } from './title-record';

const record: TitleRecord = {
  title: '红楼梦',
  subtitle: '',
  contributors: [{ name: '曹雪芹', role: '著' }],
  publisher: '',
  year: 0,
  isbns: ['9787020002207'],
  clc: 'I242.4',
  callNumber: '',
  language: 'chi',
  kind: 'book',
  subjects: ['小说'],
  summary: '',
};
const other: TitleRecord = {
  title: '石头记',
  subtitle: '脂砚斋评本',
  contributors: [{ name: '高鹗', role: '续' }],
  publisher: '人民文学出版社',
  year: 1996,
  isbns: ['9787020002207', '9780306406157'],
  clc: 'I24',
  callNumber: 'I242.4/15',
  language: 'eng',
  kind: 'serial',
  subjects: ['长篇小说', '小说'],
  summary: '摘要',
};

test('the table has every field of a record', () => {
  expect([...RECORD_FIELDS].sort()).toEqual(Object.keys(record).sort());
});

test('a record is taken out of a title alone, whatever else there is and however its names are kept', () => {
  const contributors = [{ role: '著', name: '曹雪芹' }];
  const title = { ...record, contributors, _id: 't1', popularity: 3 };
  expect(JSON.stringify(recordOf(title))).toBe(JSON.stringify(record));
});

test('joined, the kept record says what it says and gets what it lacks', () => {
  expect(joinedRecord(record, other)).toEqual({
    ...record,
    subtitle: '脂砚斋评本',
    publisher: '人民文学出版社',
    year: 1996,
    isbns: ['9787020002207', '9780306406157'],
    callNumber: 'I242.4/15',
    subjects: ['小说', '长篇小说'],
    summary: '摘要',
  });
});
