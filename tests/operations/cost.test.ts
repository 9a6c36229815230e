import { GOALS, measureGrowth, type Growth } from '../../tools/bench/growth';
import { startDemoLibrary } from '../../tools/bench/demo-library';

/**
 * What the desk's own operations ask of the database: a goal each, and no more for a busy reader or title
 * than for a quiet one.
 */

jest.setTimeout(180_000);

let growth: Growth[];
beforeAll(async () => {
  const cloud = await startDemoLibrary({ warm: 1 });
  try {
    growth = await measureGrowth(cloud);
  } finally {
    await cloud.close();
  }
});

it('has goals for lending, renewing and taking back', () => {
  expect(GOALS).toEqual({ checkOut: 10, renew: 7, checkIn: 8 });
  expect(growth.flatMap(({ operation, goal }) => (goal === undefined ? [] : operation))).toEqual([
    'checkOut',
    'renew',
    'checkIn',
  ]);
});

it('keeps every goal', () => {
  const missed = growth.filter(({ goal, small }) => goal !== undefined && small.roundTrips > goal);
  expect(missed).toEqual([]);
  for (const { small } of growth) expect(small.roundTrips).toBeGreaterThanOrEqual(4);
});

it('asks for no more when a reader has hundreds of loans behind them or a title hundreds of readers before it', () => {
  for (const { operation, small, great } of growth)
    expect({ operation, ...great }).toEqual({ operation, ...small });
});
