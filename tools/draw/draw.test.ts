import { drawnOrder, listText, orderOfDraw } from '../../cloudfunctions/community/draw';
import { sha256 } from '../../cloudfunctions/community/tickets';
import { lookedAt, orderFrom } from './index';

const tickets = Array.from({ length: 50 }, (_, n) => ({
  ticket: sha256(`t${n}`).slice(0, 12),
  places: 1 + (n % 3),
})).sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
const share = 'b7c1e0';
const listHash = sha256(listText(tickets));
const figure = '03 08 14 19 26 31 05';
const order = drawnOrder({ tickets, listHash, share }, figure);
const published = { places: 20, commitment: sha256(share), tickets, listHash, figure, share, order };
const holds = (draw: Parameters<typeof lookedAt>[0]) => lookedAt(draw).every((each) => each.holds);

test('a program of its own comes to the same order, the example of RFC 3797 among them', () => {
  const key = '9319./2.5.8.10.12./9.18.26.34.41.45./';
  const pool = Array.from({ length: 25 }, (_, n) => String(n + 1));
  expect(orderFrom(pool, key).slice(0, 11).map(Number)).toEqual([17, 7, 2, 16, 25, 23, 8, 24, 19, 13, 22]);
  expect(orderFrom(pool, key).map((each) => Number(each) - 1)).toEqual(orderOfDraw(key, 25));
  expect(holds(published)).toBe(true);
});

test('a list, a share or an order that was changed afterwards is found', () => {
  expect(holds({ ...published, tickets: tickets.slice(1) })).toBe(false);
  expect(holds({ ...published, share: 'b7c1e1' })).toBe(false);
  expect(holds({ ...published, order: [...order].reverse() })).toBe(false);
  expect(holds({ ...published, figure: '03 08 14 19 26 31 06' })).toBe(false);
});
