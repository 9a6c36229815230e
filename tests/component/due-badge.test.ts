import { stage, textOf } from './stage';

const dueBadge = stage('due-badge');

test.each([
  [-2, '逾期 2 天', 'overdue'],
  [0, '今天到期', 'soon'],
  [1, '明天到期', 'soon'],
  [20, '还有 20 天', 'calm'],
])('%i days left reads "%s" and is %s', (daysLeft, text, tone) => {
  const comp = dueBadge({ daysLeft });
  expect(textOf(comp)).toBe(text);
  expect(comp.dom?.innerHTML).toContain(`due--${tone}`);
});

test('overdue has another mark than colour', () => {
  expect(dueBadge({ daysLeft: -1 }).dom?.innerHTML).toContain('icon--alert');
  expect(dueBadge({ daysLeft: 5 }).dom?.innerHTML).toContain('icon--clock');
});
