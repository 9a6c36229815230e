import { newForChildren, popularOf } from './popular';

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

test('of new books children have their own, the last one first', () => {
  const titles = [
    { _id: 'older', clc: 'I287.4', addedOn: 10 },
    { _id: 'grown-up', clc: 'I247.5', addedOn: 30 },
    { _id: 'newer', clc: 'I561.88', addedOn: 20 },
  ];
  const { near } = newForChildren(titles, '2026-11-22T00:00:00.000Z');
  expect(near.map(({ titleId }) => titleId)).toEqual(['newer', 'older']);
});
