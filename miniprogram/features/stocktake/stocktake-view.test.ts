import type { Stocktake } from '../../../typings/contract';
import { isFinding, reportHead, shelvesMatching } from './stocktake-view';

const stocktake: Stocktake = {
  stocktakeId: 's1',
  branchId: 'main',
  branchName: '总馆',
  shelf: '三楼',
  fromCallNumber: '',
  toCallNumber: '',
  startedBy: '许清',
  startedAt: '2026-11-22T02:00:00.000Z',
  expected: 10,
  counts: { right: 4, misplaced: 1, unexpected: 0, unknown: 0, missing: 0 },
};

test('while counting goes on, what was not scanned yet is missing', () => {
  const missing = (of: Stocktake) => reportHead(of, '2026-11-22').tabs[0];
  expect(missing(stocktake)).toMatchObject({ finding: 'missing', count: '6' });
  const finishedAt = '2026-11-22T03:00:00.000Z';
  const counts = { ...stocktake.counts, missing: 5 };
  expect(missing({ ...stocktake, finishedAt, counts })).toMatchObject({ count: '5' });
});

test('every word has to stand on the shelf; what finds no room is counted', () => {
  const shelves = Array.from({ length: 12 }, (_, n) => `文学 ${n + 1} 架`).concat('少儿 1 架');
  expect(shelvesMatching(shelves, '文学 12')).toEqual({ matching: ['文学 12 架'], hidden: 0 });
  expect(shelvesMatching(shelves, '')).toMatchObject({ hidden: 5 });
});

test('only a kind of finding chooses a tab', () => {
  expect(['missing', 'right', 'toString', ''].map(isFinding)).toEqual([true, true, false, false]);
});
