import type { AlikeTitle } from '../../../typings/contract';
import { adviceHint, firstWrong, refusedForm, unfoldedBy, wrongInFolded } from './form-view';
import { blankForm } from './record-form';

jest.mock('../../lib/session', () => ({ libraryToday: () => '2026-11-22' }));

const alike: AlikeTitle = {
  titleId: 't',
  title: '边城',
  authors: '沈从文 著',
  publisher: '人民文学出版社',
  year: 2005,
  clc: '',
  because: 'title',
};

test('each no has its place: at a copy, among the titles alike, at the fields that others changed, above all', () => {
  const view = refusedForm(
    [
      { code: 'barcode_taken', barcode: 'X2', titleId: 'o', title: '围城' },
      { code: 'barcode_is_card', barcode: 'X1' },
      { code: 'title_here_already', titles: [alike] },
      { code: 'title_changed', fields: ['year'] },
      { code: 'not_staff' },
    ],
    ['X1', 'X2'],
  );
  expect(view.messages).toEqual({ copy1: '已用在《围城》上', copy0: '这是读者证号' });
  expect(view.alike).toMatchObject([{ titleId: 't', why: '题名、作者和年份相同' }]);
  expect(view.conflicts).toEqual(['year']);
  expect(view.others.map(({ code }) => code)).toEqual(['not_staff']);
});

test('the first thing that is wrong from top to bottom comes into sight', () => {
  expect(firstWrong({ copy3: 'x', summary: 'x', year: 'x' })).toBe('year');
  expect(firstWrong({ copies: 'x', copy3: 'x' })).toBe('copy3');
  expect(firstWrong({})).toBeUndefined();
});

test('folded fields are unfolded where something stands in them or is wrong in them', () => {
  expect([unfoldedBy(blankForm()), unfoldedBy({ ...blankForm(), subjects: '湘西' })]).toEqual([false, true]);
  expect([wrongInFolded({ title: 'x' }), wrongInFolded({ language: 'x' })]).toEqual([false, true]);
});

test('a proposed call number says what it follows', () => {
  expect(adviceHint({ callNumber: 'I246.5/8', habit: 'running_number', last: 7 })).toBe('这一类已用到 7 号');
  expect(adviceHint({ callNumber: 'I246.5/1', habit: 'running_number' })).toBe('这一类的第一个号');
  expect(adviceHint({ callNumber: 'I246.5/S4', habit: 'author_mark' })).toBe('与同一作者的书相同');
  expect(adviceHint({ callNumber: '', habit: 'unknown' })).toMatch(/请直接填写/);
});
