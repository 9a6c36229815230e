import type { TitleRecord } from '../../../typings/contract/title-record';
import { mergedChange } from './merged-change';

const seen: TitleRecord = {
  title: '活着',
  subtitle: '',
  contributors: [{ name: '余华', role: '著' }],
  publisher: '作家出版社',
  year: 2012,
  isbns: [],
  clc: 'I247.5',
  callNumber: 'I247.5/1',
  language: 'chi',
  kind: 'book',
  subjects: [],
  summary: '',
};

test('what only I changed is taken, what others changed stays', () => {
  const stored = { ...seen, publisher: '北京十月文艺出版社' };
  expect(mergedChange(seen, { ...seen, year: 2017 }, stored)).toEqual({
    record: { ...stored, year: 2017 },
    changed: ['year'],
  });
});

test('the same field changed differently by two is a conflict, whatever else was changed', () => {
  const mine = { ...seen, publisher: '南海出版公司', year: 2017 };
  expect(mergedChange(seen, mine, { ...seen, publisher: '北京十月文艺出版社' })).toEqual({
    conflicts: ['publisher'],
  });
});

test('both changed it alike: nothing is left to do', () => {
  const mine = { ...seen, contributors: [{ name: '余华', role: '著' }], year: 2017 };
  expect(mergedChange(seen, mine, mine)).toEqual({ record: mine, changed: [] });
});

test('a list counts as changed when its order is', () => {
  const two = [
    { name: '甲', role: '著' },
    { name: '乙', role: '译' },
  ];
  const before = { ...seen, contributors: two };
  const after = { ...seen, contributors: [...two].reverse() };
  expect(mergedChange(before, after, before)).toMatchObject({ changed: ['contributors'] });
});
