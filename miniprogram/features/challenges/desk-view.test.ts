import { figuresView, noteRows } from './desk-view';

test('a challenge in numbers, the last days beside one another', () => {
  const view = figuresView(
    {
      ...{ title: '二十一天', joined: 12, today: 4, teams: 2, waiting: 1 },
      lately: [
        { on: '2026-11-21', readers: 8 },
        { on: '2026-11-22', readers: 4 },
      ],
      reached: [{ step: 7, readers: 3 }],
    },
    '2026-11-22',
  );
  expect(view.bars.map(({ percent }) => percent)).toEqual([100, 50]);
  expect(view.reached).toEqual([{ name: '满 7 天', count: '3 人' }]);
});

test('words that wait name no book where there is none', () =>
  expect(
    noteRows(
      [{ noteId: 'n', author: '林＊＊', on: '2026-11-22', text: '好', book: '', at: '' }],
      '2026-11-22',
    )[0],
  ).toMatchObject({ book: '', author: '林＊＊' }));
