import { answersOf, fenIn, remarksOn, type AskField } from './fields';

const amount: AskField = {
  name: 'amount',
  label: '金额',
  kind: 'money',
  value: '',
  required: true,
  most: 500,
};
const comment: AskField = { name: 'comment', label: '理由', kind: 'lines', value: '', required: true };

test('what is required and empty is named by its label', () => {
  expect(remarksOn([amount, comment], { amount: '', comment: '  ' })).toEqual({
    amount: '请填写金额',
    comment: '请填写理由',
  });
});

test('an amount is a number of yuan, more than nothing and not more than there is', () => {
  const remark = (typed: string) => remarksOn([amount], { amount: typed }).amount;
  expect(remark('3.00')).toBeUndefined();
  expect(remark('5')).toBeUndefined();
  expect(remark('5.01')).toBe('最多 5.00 元');
  expect(remark('0')).toBe('金额要大于零');
  expect(remark('三元')).toContain('数字');
});

test('a place in a queue is a whole number from one', () => {
  const place: AskField = { name: 'to', label: '位置', kind: 'number', value: '1' };
  expect(remarksOn([place], { to: '2' })).toEqual({});
  expect(remarksOn([place], { to: '0' }).to).toContain('正整数');
});

test('answers begin with what stands in the fields, and amounts come out in fen', () => {
  const answers = answersOf([{ ...amount, value: '0.3' }]);
  expect(answers).toEqual({ amount: '0.3' });
  expect(fenIn(answers, 'amount')).toBe(30);
  expect(fenIn(answers, 'other')).toBe(0);
});
