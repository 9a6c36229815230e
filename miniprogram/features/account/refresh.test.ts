import { refreshAfter } from './refresh';

const now = Date.parse('2026-11-22T04:00:00.000Z');

test('a new code comes ten seconds before the old one runs out', () => {
  expect(refreshAfter('2026-11-22T04:00:45.000Z', now)).toBe(35_000);
});

test('a phone whose clock is wrong neither hammers the door nor keeps a dead code', () => {
  expect(refreshAfter('2026-11-22T03:00:00.000Z', now)).toBe(15_000);
  expect(refreshAfter('2026-11-22T09:00:00.000Z', now)).toBe(50_000);
  expect(refreshAfter('', now)).toBe(15_000);
});
