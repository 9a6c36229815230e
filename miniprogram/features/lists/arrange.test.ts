import { movedTo, withoutRow } from './arrange';
import type { TitleRow } from './list-view';

const rows = (...ids: string[]) => ids.map((listedAs) => ({ listedAs, key: listedAs }) as TitleRow);
const ids = (list: TitleRow[] = []) => list.map(({ listedAs }) => listedAs).join('');

it('a step says what the title stands before then', () => {
  const list = rows('a', 'b', 'c');
  expect(movedTo(list, 2, 'up', false)).toMatchObject({ place: 1, before: 'b' });
  expect(ids(movedTo(list, 2, 'first', false)?.list)).toBe('cab');
  expect(movedTo(list, 0, 'down', false)).toMatchObject({ place: 1, before: 'c' });
  expect(movedTo(list, 1, 'down', false)).toMatchObject({ place: 2, before: '' });
});

it('there is no step beyond either end, nor onto the place itself', () => {
  const list = rows('a', 'b');
  expect(movedTo(list, 0, 'up', false)).toBeNull();
  expect(movedTo(list, 0, 'first', false)).toBeNull();
  expect(movedTo(list, 1, 'down', false)).toBeNull();
  expect(movedTo(list, 5, 'up', false)).toBeNull();
});

it('the last of what is loaded is not taken for the last of all', () => {
  expect(movedTo(rows('a', 'b'), 0, 'down', true)).toBeNull();
});

it('after a title is taken off, the next page begins one earlier', () => {
  expect(withoutRow(rows('a', 'b'), 0, '20')).toMatchObject({ next: '19' });
  expect(withoutRow(rows('a', 'b'), 0, '')).toMatchObject({ next: '' });
});
