import type { SearchHit } from '../../../typings/contract';
import { advice, hitRow, scannedQuery, totalText } from './search-view';
import { withNewest } from './recent';

const hit: SearchHit = {
  titleId: 't1',
  title: '活着',
  authors: '余华',
  publisher: '作家出版社',
  year: 2012,
  clc: 'I247.57',
  isbn: '9787506365437',
  callNumber: 'I247.57/123',
  summary: '一个人的一生。',
  availability: { onShelf: 0, items: 3, onShelfAt: [], nextDueOn: '2026-11-26' },
};

test('a hit says where it stands, or when the first one is due', () => {
  expect(hitRow(hit, '2026-11-22').line).toEqual({
    tone: 'soon',
    text: '全部借出',
    detail: '最早 11月26日 到期',
  });
  const there = { ...hit, availability: { onShelf: 2, items: 3, onShelfAt: ['中心馆', '城西分馆'] } };
  expect(hitRow(there, '2026-11-22').line).toEqual({
    tone: 'good',
    text: '在架 2 册',
    detail: '中心馆、城西分馆',
  });
});

test('a due date that has passed is no promise', () => {
  expect(hitRow(hit, '2026-11-27').line.detail).toBe('可预约排队');
});

test('a counted total and a lower bound read differently', () => {
  expect(totalText({ list: [], total: 12, totalIsAtLeast: false })).toBe('找到 12 种');
  expect(totalText({ list: [], total: 200, totalIsAtLeast: true })).toBe('找到 200 种以上');
});

test('advice looks at what was asked', () => {
  expect(advice('活着', true)).toContain('放宽条件');
  expect(advice('978-7-5063-6543-7', false)).toContain('ISBN');
  expect(advice('活这', false)).toContain('几个字');
});

test('a scanned ISBN loses its hyphens, another code stays as it is', () => {
  expect(scannedQuery(' 978-7-5063-6543-7 ')).toBe('9787506365437');
  expect(scannedQuery('SX000123')).toBe('SX000123');
});

test('a search that is repeated moves to the front', () => {
  expect(withNewest(['b', 'a'], 'a')).toEqual(['a', 'b']);
});
