import { anItem } from '../../../tests/builders/documents';
import { cutAtClass, shelfTitles, type ShelfItem } from './stretch';

let count = 0;
const at = (callNumber: string, titleId = callNumber, changes: Partial<ShelfItem> = {}): ShelfItem => {
  const item = anItem({ _id: `B${(count += 1)}`, titleId, callNumber, ...changes });
  return { ...item, title: { ...item.title, titleId } };
};
const numbers = (items: { callNumber: string }[]) => items.map(({ callNumber }) => callNumber);

test('a stretch ends where a class ends, so that the class can be set in its order', () => {
  const rows = ['I24/1', 'I24/12', 'I24/2', 'I25/1', 'I25/10'].map((number) => at(number));
  const { items, nextFrom } = cutAtClass(rows, 'right');
  expect(numbers(items)).toEqual(['I24/1', 'I24/12', 'I24/2']);
  expect(nextFrom > 'I24/2' && nextFrom < 'I25/1').toBe(true);
  const left = cutAtClass([...rows].reverse(), 'left');
  expect(numbers(left.items)).toEqual(['I25/10', 'I25/1']);
  expect(left.nextFrom).toBe('I25/1');
});

test('a class longer than a stretch is cut between two call numbers, never within one', () => {
  const rows = ['I24/1', 'I24/1', 'I24/2', 'I24/2'].map((number) => at(number));
  expect(numbers(cutAtClass(rows, 'right').items)).toEqual(['I24/1', 'I24/1']);
});

test('hundreds of copies under one call number do not stop the way', () => {
  const rows = Array.from({ length: 5 }, () => at('I24/1'));
  const { items, nextFrom } = cutAtClass(rows, 'right');
  expect(items).toHaveLength(5);
  expect(nextFrom > 'I24/1').toBe(true);
});

test('a title is one however many copies it has; lost and withdrawn ones do not stand there', () => {
  const list = shelfTitles([
    at('I24/12', 'b'),
    at('I24/2', 'a'),
    at('I24/2', 'a', { status: 'on_loan' }),
    at('I24/2', 'a', { status: 'lost' }),
    at('I24/3', 'gone', { status: 'withdrawn' }),
  ]);
  expect(list.map(({ titleId, copies, onShelf }) => [titleId, copies, onShelf])).toEqual([
    ['a', 2, 1],
    ['b', 1, 1],
  ]);
});
