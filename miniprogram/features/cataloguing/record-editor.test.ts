import type { TitleRecord } from '../../../typings/contract';
import { kinds, languages } from './form-choices';
import {
  afterConflict,
  blankEditor,
  drawnEditor,
  keptOf,
  withKind,
  withLanguage,
  withOnePersonMore,
  withPerson,
  withScanned,
  withTyped,
  withoutPerson,
} from './record-editor';
import { MOST_COPIES, blankForm, formOf } from './record-form';

jest.mock('../../lib/session', () => ({ libraryToday: () => '2026-11-22' }));

const choices = {
  branchId: 'main',
  branches: [{ id: 'main', name: '总馆' }],
  itemTypes: [{ id: 'book', name: '图书' }],
};
const template = {
  branchId: 'main',
  shelf: '文学 3 架',
  callNumber: '',
  itemType: 'book',
  price: 0,
  use: 'loan' as const,
  minAge: 0,
};
const record: TitleRecord = {
  title: '边城',
  subtitle: '',
  contributors: [{ name: '沈从文', role: '著' }],
  publisher: '人民文学出版社',
  year: 2005,
  isbns: ['9787020002207'],
  clc: 'I246.5',
  callNumber: 'I246.5/1',
  language: 'chi',
  kind: 'book',
  subjects: [],
  summary: '',
};

test('what is typed comes into its field, and a field that is none is an error', () => {
  expect(withTyped(blankForm(), 'title', '边城')).toEqual({ ...blankForm(), title: '边城' });
  expect(() => withTyped(blankForm(), 'people', '沈从文')).toThrow('people');
});

test('a language and a kind are chosen by their places in the lists, and drawn by their names', () => {
  const english = languages.findIndex(({ id }) => id === 'eng');
  const score = kinds.findIndex(({ id }) => id !== 'book');
  const form = withKind(withLanguage(blankForm(), english), score);
  expect([form.language, form.kind]).toEqual(['eng', kinds[score]?.id]);
  expect(drawnEditor({ ...blankEditor(), form }).kindName).toBe(kinds[score]?.name);
  expect(drawnEditor({ ...blankEditor(), form: { ...form, language: '' } }).languageName).toBe('不详');
});

test('people are added, named and taken away by their own keys, whatever stands before them', () => {
  const two = withPerson(withOnePersonMore(blankForm()), 2, { name: '戴乃迭' });
  expect(two.people).toEqual([
    { key: 1, name: '', role: '著' },
    { key: 2, name: '戴乃迭', role: '译' },
  ]);
  const one = withoutPerson(two, 1);
  expect(withOnePersonMore(one).people.map(({ key }) => key)).toEqual([2, 3]);
  expect(withPerson(one, 2, { role: '编' }).people).toEqual([{ key: 2, name: '戴乃迭', role: '编' }]);
  expect(withOnePersonMore(withoutPerson(one, 2)).people).toEqual([{ key: 1, name: '', role: '著' }]);
});

test('a barcode is taken once, and no more than come in at a time', () => {
  expect(withScanned(['X1'], 'X2\n')).toEqual({ barcodes: ['X1', 'X2'], scanWrong: '' });
  expect(withScanned(['X1'], 'X1')).toEqual({ scanWrong: expect.stringContaining('X1') });
  const many = Array.from({ length: MOST_COPIES }, (_, n) => `X${n}`);
  expect(withScanned(many, 'Y1')).toEqual({ scanWrong: '先保存这 20 册，再接着加' });
  expect(withScanned(many.slice(1), 'Y1')).toMatchObject({ scanWrong: '' });
});

test('where the first copies stand is drawn once it is known', () => {
  expect(drawnEditor(blankEditor()).place).toBe('');
  expect(drawnEditor({ ...blankEditor(), choices, template }).place).toBe('总馆 · 文学 3 架 · 图书');
});

test('of a new title its place is kept on the device, of a change the record that it began with', () => {
  const editor = { ...blankEditor(), key: 'k', barcodes: ['X1'] };
  expect(keptOf(editor, 5)).toEqual({ key: 'k', form: editor.form, barcodes: ['X1'], at: 5 });
  expect(keptOf({ ...editor, template }, 5)).toHaveProperty('template', template);
  expect(keptOf({ ...editor, seen: record }, 5)).toHaveProperty('seen', record);
});

test('what others changed meanwhile is told at its field, and mine stands there to be saved again', () => {
  const mine = { ...blankEditor(), form: { ...formOf(record), year: '2006' }, seen: record };
  const latest = { ...record, year: 2007, summary: '翠翠' };
  const { editor, messages, refusals } = afterConflict(mine, record, latest, ['year', 'contributors']);
  expect(editor.form).toMatchObject({ year: '2006', summary: '翠翠' });
  expect(editor.seen).toBe(latest);
  expect(messages).toEqual({ year: '同事刚刚改为：2007', people: '同事刚刚改为：沈从文 著' });
  expect(refusals).toMatchObject([{ code: 'title_changed' }]);
});
