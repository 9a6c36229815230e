import { stage, textOf } from './stage';

const refusalList = stage('refusal-list');

const lines = [
  { code: 'loan_limit_reached', text: '已借 20/20 册。', next: '还回一册后可再借。' },
  { code: 'loans_overdue', text: '有 2 册图书逾期。', next: '还回逾期图书后即可恢复借阅。' },
  { code: 'not_yours', text: '这条记录不属于您的读者证。' },
];

test('every reason is shown at once, each with its next step', () => {
  const comp = refusalList({ heading: '预约未成功', lines });
  const text = textOf(comp);
  for (const { text: reason, next } of lines) {
    expect(text).toContain(reason);
    if (next) expect(text).toContain(next);
  }
  expect(text.startsWith('预约未成功')).toBe(true);
});

test('a reason without a next step has no empty line', () => {
  const comp = refusalList({ lines: lines.slice(2) });
  expect(comp.dom?.querySelectorAll('[class*="refusal__next"]')).toHaveLength(0);
});
