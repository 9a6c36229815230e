import type { ShelfStretch, ShelfTitle } from '../../../typings/contract';
import { begun, grown, moved, shelfView } from './shelf-view';

const title = (n: number): ShelfTitle => ({
  titleId: `t${n}`,
  title: `书 ${n}`,
  authors: '',
  publisher: '',
  year: 2000,
  clc: 'I247',
  callNumber: '',
  shelf: '',
  onShelf: 1,
  copies: 1,
});
const stretch = (from: number, to: number, ends: Partial<ShelfStretch> = {}): ShelfStretch => ({
  branchId: 'b',
  branchName: '总馆',
  list: Array.from({ length: to - from + 1 }, (_, i) => title(from + i)),
  ...ends,
});
const drawn = (shelf: ReturnType<typeof begun>) => shelfView(shelf, 't50').rows.map(({ titleId }) => titleId);

test('a shelf begins with the title in the middle', () => {
  const rows = drawn(begun(stretch(1, 99), 't50'));
  expect([rows[0], rows.length, rows.at(-1)]).toEqual(['t40', 21, 't60']);
});

test('more to the left is known, and what is drawn stays the same titles until one goes there', () => {
  const first = begun(stretch(45, 60, { left: 'l' }), 't50');
  const more = grown(first, stretch(30, 45, { left: 'm' }), 'left');
  expect(drawn(more)).toEqual(drawn(first));
  expect(more.ends.left).toBe('m');
  expect(drawn({ ...more, drawn: moved(more.drawn, 'left', more.known.length) })[0]).toBe('t35');
});

test('the end of the shelf is told', () => {
  const first = begun(stretch(45, 60, { right: 'r' }), 't50');
  expect(shelfView(first, 't50')).toMatchObject({ hasLeft: false, hasRight: true });
  expect(shelfView(grown(first, stretch(60, 60), 'right'), 't50').hasRight).toBe(false);
});
