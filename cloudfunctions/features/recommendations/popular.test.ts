import { beginsAsOne, popularOf } from './popular';

test.each([
  ['I287.4', true],
  ['I561.88', true],
  ['J238.2', true],
  ['I247.5', false],
  ['I561.45', false],
  ['', false],
])('by the classification alone %s is for children: %s', (clc, isFor) => {
  expect(beginsAsOne(clc)).toBe(isFor);
});

test('a library that names its own classes for children is followed', () => {
  const titles = [
    { _id: 'comic', clc: 'J228.2', popularity: 9 },
    { _id: 'story', clc: 'K-49', popularity: 5 },
  ];
  const children = (classes?: string[]) =>
    popularOf(titles, '2026-11-22T00:00:00.000Z', classes)[0]?.near.map(({ titleId }) => titleId);
  expect(children()).toEqual(['comic']);
  expect(children(['K-49'])).toEqual(['story']);
});
