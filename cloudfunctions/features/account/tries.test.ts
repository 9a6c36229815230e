import type { CardDocument } from '../../documents';
import { addMinutes } from '../../kernel/local-date';
import { afterWrongTry, callerLock, cardLock, recentTries } from './tries';

const NOW = '2026-11-22T02:00:00.000Z';
const card: CardDocument = {
  _id: '30100000001',
  readerId: 'r',
  password: '',
  wrongTries: 0,
  lockedUntil: null,
  status: 'active',
};
const wrongTimes = (times: number) => {
  let tried = card;
  for (let n = 0; n < times; n++) tried = afterWrongTry(tried, NOW);
  return tried;
};
const tries = (count: number, minutesAgo: number) =>
  Array.from({ length: count }, (_, n) => addMinutes(NOW, n - minutesAgo));

it('four wrong passwords lock no card, the fifth locks it for 15 minutes', () => {
  expect(cardLock(wrongTimes(4), NOW)).toBeNull();
  expect(cardLock(wrongTimes(5), NOW)).toBe('2026-11-22T02:15:00.000Z');
});

it('a lock ends at its moment, and the count starts again', () => {
  const locked = wrongTimes(5);
  expect(cardLock(locked, '2026-11-22T02:14:59.999Z')).not.toBeNull();
  expect(cardLock(locked, '2026-11-22T02:15:00.000Z')).toBeNull();
  expect(afterWrongTry(locked, '2026-11-22T02:15:00.000Z')).toMatchObject({
    wrongTries: 1,
    lockedUntil: null,
  });
});

it('nine wrong tries over many cards stop nobody, ten stop until the first is a day old', () => {
  expect(callerLock(tries(9, 60), NOW)).toBeNull();
  expect(callerLock(tries(10, 60), NOW)).toBe('2026-11-23T01:00:00.000Z');
});

it('a try of more than a day ago no longer counts', () => {
  expect(recentTries(tries(3, 24 * 60 + 5), NOW)).toEqual([]);
  expect(callerLock([...tries(1, 24 * 60), ...tries(9, 60)], NOW)).toBeNull();
});
