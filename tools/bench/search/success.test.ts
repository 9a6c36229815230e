import { successAmong } from './index';

jest.setTimeout(120_000);

test('known items are found, however they are asked for', () => {
  const { first, ten } = successAmong(3000, 20);
  expect(first).toBeGreaterThanOrEqual(0.94);
  expect(ten).toBeGreaterThanOrEqual(0.98);
});
