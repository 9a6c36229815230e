import { lentMost } from './lent-most';

const NOTHING = new Map<string, string>();
const loans = new Map([
  ['a', 3],
  ['b', 7],
  ['c', 1],
  ['d', 3],
]);

test('what was lent most stands first, and what was lent once stands nowhere', () => {
  expect(lentMost(loans, NOTHING, 10)).toEqual([
    { titleId: 'b', loans: 7 },
    { titleId: 'a', loans: 3 },
    { titleId: 'd', loans: 3 },
  ]);
  expect(lentMost(loans, NOTHING, 1)).toHaveLength(1);
});

test('a title that was joined to another counts there', () => {
  expect(lentMost(loans, new Map([['a', 'c']]), 10)).toContainEqual({ titleId: 'c', loans: 4 });
});
