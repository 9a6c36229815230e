import { listRows, mainClasses, rankingView } from './starting-view';

test('the classes with most titles stand first, empty and unknown ones nowhere', () => {
  const rows = mainClasses([
    { clc: 'K', titles: 3 },
    { clc: 'I', titles: 40 },
    { clc: 'J', titles: 0 },
    { clc: '?', titles: 9 },
  ]);
  expect(rows).toEqual([
    { clc: 'I', name: '文学', titles: 40 },
    { clc: 'K', name: '历史地理', titles: 3 },
  ]);
  expect(mainClasses([...'IKBJTFGHDC'].map((clc) => ({ clc, titles: 1 })))).toHaveLength(8);
});

const title = { titleId: 't1', title: '三体', authors: '刘慈欣', publisher: '', year: 2008, clc: 'I247' };

test('the ranking says how often and in which days; five stand there', () => {
  const list = Array.from({ length: 8 }, (_, n) => ({ title, loans: 20 - n }));
  const view = rankingView({ from: '2026-10-23', to: '2026-11-21', list }, '2026-11-22');
  expect(view.days).toBe('10月23日–11月21日');
  expect(view.rows.map(({ place, loans }) => [place, loans])).toEqual(
    [1, 2, 3, 4, 5].map((place) => [place, `借出 ${21 - place} 次`]),
  );
  expect(rankingView({ from: '', to: '', list: [] }, '2026-11-22')).toEqual({ rows: [], days: '' });
});

test('of the librarians’ lists the first three stand there, with whom they are for', () => {
  const list = { listId: 'l', by: 'library' as const, name: '睡前', about: '', author: '方', titles: 10 };
  const card = { ...list, covers: [title], ages: { from: 3, to: 7 }, changedAt: '2026-11-01T00:00:00.000Z' };
  const rows = listRows([card, card, card, card]);
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatchObject({ facts: '3–7\u00a0岁 · 10\u00a0本', cover: title });
});
