import { parseCron } from './cron';

const next = (expression: string, after: string): string =>
  new Date(parseCron(expression).next(Date.parse(after)) ?? NaN).toISOString();

it('is read in UTC+8', () => {
  expect(next('0 30 2 * * * *', '2026-11-22T00:00:00Z')).toBe('2026-11-22T18:30:00.000Z');
});
it('takes day or weekday when both are given', () => {
  const expression = '0 0 0 1 * 1 *';
  expect(next(expression, '2026-11-24T00:00:00Z')).toBe('2026-11-29T16:00:00.000Z');
  expect(next(expression, '2026-11-30T00:00:00Z')).toBe('2026-11-30T16:00:00.000Z');
});
it('counts Sunday as 0', () => {
  expect(next('0 0 12 * * 0 *', '2026-11-23T00:00:00Z')).toBe('2026-11-29T04:00:00.000Z');
});
it('knows the year', () => {
  expect(next('0 0 0 1 1 * 2030', '2026-11-23T00:00:00Z')).toBe('2029-12-31T16:00:00.000Z');
});
it.each(['0 0 2 * * *', '0 0 2 * * 7 *', '0 0 2 ? * * *', '0 0 2 L * * *', 'x x x x x x x'])(
  'refuses %s',
  (expression) => {
    expect(() => parseCron(expression)).toThrow();
  },
);
