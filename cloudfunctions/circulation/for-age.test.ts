import { includesAge, isAboveAge, isChildrensClass, mayBeListed, mayBeOffered } from './for-age';

test.each([
  ['I287.4', true],
  ['I561.88', true],
  ['J238.2', true],
  ['I247.5', false],
  ['I561.45', false],
  ['', false],
])('by the classification alone %s is for children: %s', (clc, isFor) => {
  expect(isChildrensClass(clc)).toBe(isFor);
});

const aCopy = (change: {
  clc?: string;
  minAge?: number;
  itemType?: string;
  status?: 'available' | 'lost';
}) => {
  const { clc = 'I247.5', minAge = 0, itemType = 'book', status = 'available' as const } = change;
  const title = { titleId: 't', title: '书', authors: '', publisher: '', year: 0, clc };
  return { title, minAge, itemType, status };
};

test('a mark is above whoever is younger, and above somebody whose age nobody knows', () => {
  expect(isAboveAge({ minAge: 12 }, 12)).toBe(false);
  expect(isAboveAge({ minAge: 12 }, 11)).toBe(true);
  expect(isAboveAge({ minAge: 12 }, null)).toBe(true);
  expect(isAboveAge({ minAge: 0 }, null)).toBe(false);
});

test('a child is offered what is for children, by its class or by the kind of the copy', () => {
  const settings = { childrenTypes: ['children'] };
  const offered = (copy: ReturnType<typeof aCopy>, age: number | null) => mayBeOffered(copy, age, settings);
  expect(offered(aCopy({}), 9)).toBe(false);
  expect(offered(aCopy({ clc: 'I287.4' }), 9)).toBe(true);
  expect(offered(aCopy({ clc: 'Q96', itemType: 'children' }), 9)).toBe(true);
  expect(offered(aCopy({ clc: 'I287.4', minAge: 10 }), 9)).toBe(false);
  expect(offered(aCopy({}), 14)).toBe(true);
  expect(offered(aCopy({}), null)).toBe(true);
});

test('what is lost is offered to nobody; what a librarian chose is kept back by its mark alone', () => {
  expect(mayBeOffered(aCopy({ status: 'lost' }), 40, {})).toBe(false);
  expect(mayBeListed(aCopy({}), 9)).toBe(true);
  expect(mayBeListed(aCopy({ minAge: 16 }), 9)).toBe(false);
  expect(mayBeListed(aCopy({ status: 'lost' }), 9)).toBe(false);
});

test('ages are from and to, both included; without an end they go on', () => {
  expect([2, 3, 7, 8].map((age) => includesAge({ from: 3, to: 7 }, age))).toEqual([false, true, true, false]);
  expect(includesAge({ from: 12, to: null }, 90)).toBe(true);
  expect(includesAge({ from: null, to: 6 }, 0)).toBe(true);
});
