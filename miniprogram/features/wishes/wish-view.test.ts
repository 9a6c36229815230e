import type { HeldTitle, WishState } from '../../../typings/contract';
import { heldRows, leftText, metText, nowText, stepsOf, wishRows } from './wish-view';

const row = {
  ...{ wishId: 'w', title: '云端的图书馆', author: '林远', isbn: '' },
  ...{ state: 'received' as const, since: '2026-11-20T02:00:00.000Z', asked: 3 },
};
const held = (changes: Partial<HeldTitle> = {}): HeldTitle => ({
  ...{ titleId: 't', title: '边城', authors: '沈从文', publisher: '', year: 0, clc: 'I' },
  ...{ isbn: '', copies: 2, onShelf: 0, same: true, ...changes },
});

test('a row says who wrote it and how many want it', () => {
  expect(wishRows([row], '2026-11-22')).toMatchObject([
    { facts: '林远 · 3 位读者荐购 · 11月20日', tag: { text: '已收到' } },
  ]);
  expect(wishRows([{ ...row, author: '', asked: 0 }], '2026-11-22')[0]?.facts).toMatch(/^还没有读者荐购/);
});

test('what the library has says whether it can be had', () => {
  expect(
    heldRows([held(), held({ onShelf: 1 }), held({ copies: 0, year: 2005 })]).map((it) => it.facts),
  ).toEqual(['沈从文 · 2 册都借出了', '沈从文 · 1 册在架', '沈从文 · 2005 · 没有可借的']);
});

test('the library says how many are left, or that it takes none', () => {
  expect(leftText({ perMonth: 5, left: 2 })).toBe('每月可荐购 5 种，本月还可荐购 2 种。');
  expect(leftText({ perMonth: 0, left: 0 })).toBe('本馆现在不接受荐购。');
});

test('every state says what comes next, a no says why', () => {
  const states: WishState[] = ['received', 'considering', 'ordered', 'arrived', 'declined'];
  for (const state of states) expect(nowText({ state, answer: '因为重复' })).not.toBe('');
  expect(nowText({ state: 'declined', answer: '教材不入藏。' })).toBe('教材不入藏。');
  expect(stepsOf('declined')).toEqual([]);
  expect(stepsOf('ordered').map(({ done }) => done)).toEqual([true, true, true, false]);
});

test('a book that was asked for or ordered already says so before it is sent', () => {
  const mine = { why: '', at: row.since };
  expect(metText({ asked: 2, state: 'considering', mine: null })).toMatch(/^已有 2 位读者荐购，现在考虑中/);
  expect(metText({ asked: 2, state: 'ordered', mine })).toBe('您荐购过这本书，现在已订购。');
  expect(metText({ asked: 0, state: 'ordered', mine: null })).toMatch(/已订购/);
});
