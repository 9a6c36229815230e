import { drawnOrder, keyOf, listText, orderOfDraw, ticketsOf } from './draw';
import { sha256 } from './tickets';

describe('the order of a draw', () => {
  it('is that of RFC 3797: its own example comes out', () => {
    const key = '9319./2.5.8.10.12./9.18.26.34.41.45./';
    const selected = orderOfDraw(key, 25, 11).map((position) => position + 1);
    expect(selected).toEqual([17, 7, 2, 16, 25, 23, 8, 24, 19, 13, 22]);
  });

  it('has every ticket once', () =>
    expect([...orderOfDraw('1./', 300)].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 300 }, (_, n) => n),
    ));

  it('takes the numbers of the public figure as numbers, in ascending order, however they were typed', () => {
    expect(keyOf('09 02 31', 'ab', 'cd')).toBe('2.9.31./ab/cd/');
    expect(keyOf('31,2、9', 'ab', 'cd')).toBe(keyOf('09 02 31', 'ab', 'cd'));
    expect(keyOf('100 20 3', '', '')).toBe('3.20.100.///');
  });

  it('prefers nobody: of 40 tickets each is among the first 10 as often as the others', () => {
    const won = Array.from({ length: 40 }, () => 0);
    const rounds = 8000;
    for (let n = 0; n < rounds; n++)
      for (const at of orderOfDraw(`${n}./share/list/`, 40, 10)) won[at] = (won[at] ?? 0) + 1;
    for (const times of won) expect(Math.abs(times / rounds - 0.25)).toBeLessThan(0.02);
  });
});

describe('the published list', () => {
  const entered = [
    { readerId: 'b', places: 1 },
    { readerId: 'a', places: 3 },
    { readerId: 'c', places: 1 },
  ];
  const tickets = ticketsOf('e', entered);

  it('is the same, however the registrations came', () =>
    expect(ticketsOf('e', [...entered].reverse())).toEqual(tickets));
  it('names nobody, and a family is one ticket', () => {
    expect(tickets.map(({ ticket }) => ticket)).toEqual(tickets.map(({ ticket }) => ticket).sort());
    expect(tickets.every(({ ticket }) => /^[\da-f]{12}$/.test(ticket))).toBe(true);
    expect(tickets.map(({ places }) => places).sort()).toEqual([1, 1, 3]);
  });
  it('seeds the draw: another list gives another order', () => {
    const many = ticketsOf(
      'e',
      Array.from({ length: 60 }, (_, n) => ({ readerId: `r${n}`, places: 1 })),
    );
    const draw = { tickets: many, listHash: sha256(listText(many)), share: 'ab' };
    const order = drawnOrder(draw, '1 2 3');
    expect([...order].sort()).toEqual(many.map(({ ticket }) => ticket));
    expect(drawnOrder({ ...draw, listHash: sha256('another') }, '1 2 3')).not.toEqual(order);
    expect(drawnOrder({ ...draw, share: 'ac' }, '1 2 3')).not.toEqual(order);
  });
});
