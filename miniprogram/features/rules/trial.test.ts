import type { PolicyRow } from '../../../typings/contract';
import { blankRow } from './row-cell';
import { firstTrial, trialInput } from './trial';

const row: PolicyRow = { ...blankRow, policyId: 'student_all_children', readerCategory: 'student' };
const answer = {
  list: [row],
  readerCategories: [
    { id: 'adult', name: '成人' },
    { id: 'student', name: '学生' },
  ],
  itemTypes: [{ id: 'book', name: '图书' }],
  branches: [
    { id: 'main', name: '总馆' },
    { id: 'children', name: '少年儿童馆' },
  ],
  defaults: {},
};
const nothing = { card: '', barcode: '' };

test('a trial begins where staff work, or at the cell of the row that is being changed', () => {
  expect(firstTrial(answer, undefined, 'children')).toMatchObject({ category: 0, branch: 1, draftName: '' });
  const draft = { ...row, note: 'changed' };
  expect(firstTrial(answer, draft, 'children')).toMatchObject({
    rows: [draft],
    category: 1,
    branch: 1,
    draftName: '学生',
  });
});

test('a changed row is tried as it would be, but a new one without a cell is not', () => {
  const trial = { ...firstTrial(answer, row, 'main'), on: '2026-11-22' };
  expect(trialInput(trial, nothing, row)).toEqual({
    readerCategory: 'student',
    itemType: 'book',
    branchId: 'main',
    on: '2026-11-22',
    draft: [row],
  });
  expect(trialInput(trial, nothing, blankRow)).not.toHaveProperty('draft');
});

test('a card and a barcode are sent where something is typed', () => {
  const trial = { ...firstTrial(answer, undefined, 'main'), on: '2026-11-22' };
  const sent = trialInput(trial, { card: ' 331000000010 ', barcode: ' ' }, undefined);
  expect(sent).toMatchObject({ card: '331000000010' });
  expect(sent).not.toHaveProperty('barcode');
});
