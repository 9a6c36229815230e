import type { Branch, BranchItems } from '../../../typings/contract';
import { pickUpView, placedOf } from './placing-view';

const branch = (branchId: string, pickUp = true): Branch => ({
  branchId,
  name: branchId,
  address: '',
  pickUp,
  phone: '',
  todayHours: '',
});
const has = (branchId: string, onShelf: number): BranchItems => ({
  branchId,
  branchName: branchId,
  onShelf,
  total: 2,
  items: [],
});

test('only branches that keep holds are offered, one that has the book before the others', () => {
  const view = pickUpView([branch('a'), branch('b', false), branch('c')], [has('b', 1), has('c', 2)], '');
  expect(view.pickUp.map(({ branchId }) => branchId)).toEqual(['a', 'c']);
  expect(view.chosen).toBe('c');
  expect(view.pickUpNotes).toMatchObject({ c: '此馆在架 2 册' });
});

test('what was chosen stays chosen, and without the book anywhere the first branch is', () => {
  expect(pickUpView([branch('a'), branch('c')], [has('c', 1)], 'a').chosen).toBe('a');
  expect(pickUpView([branch('a'), branch('c')], [has('c', 0)], '').chosen).toBe('a');
  expect(pickUpView([], [], '').chosen).toBe('');
});

test('only what was wanted is sent', () => {
  const sharers = [
    { readerId: 'r1', name: '小雨', on: true },
    { readerId: 'r2', name: '小雪', on: false },
  ];
  expect(placedOf('t', { chosen: 'a', startsOn: '', neededUntil: '', sharers: [] })).toEqual({
    titleId: 't',
    pickUpBranchId: 'a',
  });
  expect(placedOf('t', { chosen: 'a', startsOn: '2026-12-01', neededUntil: '', sharers })).toEqual({
    titleId: 't',
    pickUpBranchId: 'a',
    startsOn: '2026-12-01',
    sharedWith: ['r1'],
  });
});
