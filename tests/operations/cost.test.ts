import { costOf, GOALS, measureGrowth, type Growth } from '../../tools/bench/growth';
import { startDemoLibrary } from '../../tools/bench/demo-library';

/**
 * What the desk's own operations ask of the database: a goal each, and no more for a busy reader or title
 * than for a quiet one.
 */

jest.setTimeout(180_000);

/** Of events: what a reader asks in the rush, at most so often. */
const OF_EVENTS = { 'events.list': 3, 'events.show': 4, 'events.register': 7 } as const;

let growth: Growth[];
let ofEvents: { few: Record<string, number>; many: Record<string, number> };
beforeAll(async () => {
  const cloud = await startDemoLibrary({ warm: 1 });
  try {
    ofEvents = { few: await askedOfEvents(cloud, 0), many: await askedOfEvents(cloud, 400) };
    growth = await measureGrowth(cloud);
  } finally {
    await cloud.close();
  }
});

type Cloud = Awaited<ReturnType<typeof startDemoLibrary>>;

/** What a reader's three calls about one event ask, with so many registered before. */
const askedOfEvents = async (cloud: Cloud, before: number): Promise<Record<string, number>> => {
  const [event] = await cloud.db.get('events', ['e-salon']);
  if (!event) throw new Error('the demo library has no salon');
  const eventId = `e-salon-${before}`;
  const held = Array.from({ length: before }, (_, n) => ({ readerId: `r${n}`, places: 1, token: `t~${n}` }));
  const many = { ...event, _id: eventId, quota: before + 20, registered: before, free: 20, held };
  await cloud.db.upsert('events', [many]);
  const reader = 'o-student-tang';
  // The functions know the library's rules by then.
  await costOf(cloud, reader, 'events.list', {});
  const costs = {
    'events.list': await costOf(cloud, reader, 'events.list', {}),
    'events.show': await costOf(cloud, reader, 'events.show', { eventId }),
    'events.register': await costOf(cloud, reader, 'events.register', { eventId }),
  };
  return Object.fromEntries(Object.entries(costs).map(([action, { cost }]) => [action, cost.roundTrips]));
};

it('asks no more of an event than its goals, however many have registered', () => {
  expect(ofEvents.many).toEqual(ofEvents.few);
  for (const [action, most] of Object.entries(OF_EVENTS)) {
    expect([action, ofEvents.few[action]]).toEqual([action, expect.any(Number)]);
    expect(ofEvents.few[action]).toBeLessThanOrEqual(most);
  }
});

it('has goals for lending, renewing and taking back', () => {
  expect(GOALS).toEqual({ checkOut: 9, renew: 7, checkIn: 8 });
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
