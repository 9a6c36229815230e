import type { SearchHit } from '../../../typings/contract';
import { hitRow } from './hit-view';

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
  addedOn: '2026-11-02',
  availability: { onShelf: 0, items: 3, onShelfAt: [], nextDueOn: '2026-11-26' },
  marks: { title: [], authors: [] },
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

test('only what is drawn goes to the screen: no summary, no ISBN, no marks where nothing is marked', () => {
  const row = hitRow(hit, '2026-11-22');
  expect(Object.keys(row)).toEqual(['titleId', 'book', 'line', 'callNumber']);
  expect(hitRow({ ...hit, marks: { title: [[0, 2]], authors: [] } }, '2026-11-22').marks).toEqual({
    title: [[0, 2]],
    authors: [],
  });
});
