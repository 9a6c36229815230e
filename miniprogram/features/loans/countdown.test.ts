import { secondsLeft } from './countdown';

const arrived = Date.parse('2026-11-22T02:00:00.000Z');

test('a code has its minute from the moment it arrives', () => {
  expect(secondsLeft('2026-11-22T02:01:00.000Z', arrived, arrived)).toBe(60);
  expect(secondsLeft('2026-11-22T02:01:00.000Z', arrived, arrived + 59_000)).toBe(1);
  expect(secondsLeft('2026-11-22T02:01:00.000Z', arrived, arrived + 60_000)).toBe(0);
  expect(secondsLeft('2026-11-22T02:01:00.000Z', arrived, arrived + 90_000)).toBe(0);
});

test('a phone that is minutes slow or fast counts the same minute', () => {
  expect(secondsLeft('2026-11-22T02:09:00.000Z', arrived, arrived + 10_000)).toBe(50);
  expect(secondsLeft('2026-11-22T01:50:00.000Z', arrived, arrived + 10_000)).toBe(50);
});
