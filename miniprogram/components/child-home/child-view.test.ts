import type { ChildHome } from '../../../typings/contract';
import { agesWords } from '../../lib/ages';
import { childView } from './child-view';

const aChild = (change: Partial<ChildHome> = {}): ChildHome => ({
  ...{ readerId: 'r1', name: '林小满', age: 9 },
  ...{ loans: [], lists: [], events: [], newTitles: [] },
  ...change,
});
const title = { titleId: 't1', title: '夏洛的网', authors: '', publisher: '', year: 2004, clc: 'I712.84' };
const view = (child: ChildHome) => childView(child, '2026-11-22', Date.parse('2026-11-22T02:00:00.000Z'));

test('ages are said as people say them', () => {
  expect(agesWords({ from: 3, to: 7 })).toBe('3–7\u00a0岁');
  expect(agesWords({ from: 6, to: 6 })).toBe('6\u00a0岁');
  expect(agesWords({ from: 12, to: null })).toBe('12\u00a0岁以上');
  expect(agesWords({ from: null, to: 6 })).toBe('6\u00a0岁以下');
});

test('a list says for which age it is and how many books are on it', () => {
  const list = { listId: 'l', by: 'library' as const, name: '睡前', about: '', author: '方', titles: 10 };
  const lists = [
    { ...list, covers: [title], ages: { from: 3, to: 12 }, changedAt: '2026-11-01T00:00:00.000Z' },
  ];
  expect(view(aChild({ lists })).lists[0]).toMatchObject({ facts: '3–12\u00a0岁 · 10\u00a0本' });
});

test('where the library has nothing for this age it says so; loans alone are no home', () => {
  expect(view(aChild()).empty).toBe(true);
  const loans = [{ loanId: 'l1', title, dueOn: '2026-11-25', daysLeft: 3 }];
  expect(view(aChild({ loans }))).toMatchObject({ empty: true, loans: [{ due: '11月25日到期' }] });
  expect(view(aChild({ newTitles: [title] })).empty).toBe(false);
});
