import type { PolicyRow } from '../../../typings/contract';
import { afterSaving, drawnRow, openedRow, remarksOnRow, ruleEdit, withRule, type OpenRow } from './row-view';

const base: PolicyRow = {
  policyId: 'all_all_all',
  readerCategory: '*',
  itemType: '*',
  branchId: '*',
  note: '',
  rules: { loanLimit: 20 },
};
const student: PolicyRow = { ...base, policyId: 'student_all_all', readerCategory: 'student', rules: {} };
const answer = {
  list: [base, student],
  readerCategories: [{ id: 'student', name: '学生' }],
  itemTypes: [],
  branches: [],
  defaults: { loanLimit: 0, renewalLimit: 1 },
};
const open: OpenRow = openedRow(answer, 'student_all_all');

test('a row is named after what it is for, and a new one asks for it', () => {
  expect(drawnRow(open).name).toBe('学生');
  expect(openedRow(answer, '')).toMatchObject({ gone: false, base: false, name: '选好这一行管谁' });
});

test('the row for everything is the base, and a row that was removed meanwhile is gone', () => {
  expect(openedRow(answer, 'all_all_all')).toMatchObject({ gone: false, base: true });
  expect(openedRow(answer, 'adult_all_all')).toMatchObject({ gone: true });
});

test('a rule opens with what holds for it: by the row, by the row behind, by default', () => {
  expect(ruleEdit('loanLimit', open)).toMatchObject({
    editingValue: 20,
    editingGiven: false,
    editingFrom: '全馆通用',
  });
  expect(ruleEdit('renewalLimit', open)).toMatchObject({ editingValue: 1, editingFrom: '系统默认' });
  const given = { ...open, ...withRule(open, 'loanLimit', 25) };
  expect(ruleEdit('loanLimit', given)).toMatchObject({ editingValue: 25, editingGiven: true });
});

test('a rule that the row leaves is gone from it, and so is the remark on it', () => {
  const wrong = { ...open, row: { ...student, rules: { loanLimit: 2.5 } }, wrong: { loanLimit: '应为整数' } };
  expect(withRule(wrong, 'loanLimit', undefined)).toEqual({ row: student, wrong: {} });
});

test('what was changed while the row was being saved still waits to be saved', () => {
  const saved = { ...student, note: '2026' };
  expect(afterSaving(open, student, saved)).toMatchObject({
    changed: false,
    row: saved,
    rows: [base, saved],
  });
  const typing = { ...open, row: { ...student, note: '2027' } };
  expect(afterSaving(typing, student, saved)).toMatchObject({ changed: true, row: { note: '2027' } });
});

test('remarks come to their rules and open the group of the first; others stand above', () => {
  const remark = (path: string) => [{ path, message: '应为整数' }];
  const { groups } = drawnRow(open);
  const group = groups.find(({ lines }) => lines.some(({ rule }) => rule === 'loanLimit'))?.id;
  expect(remarksOnRow(remark('input.rules.loanLimit'), groups)).toMatchObject({
    wrong: { loanLimit: '应为整数' },
    group,
    refusals: [{ code: 'invalid' }],
  });
  expect(remarksOnRow(remark('input.note'), groups)).toMatchObject({
    group: undefined,
    refusals: [{ text: '应为整数' }],
    no: '有几项填写得不对，已标出',
  });
});
