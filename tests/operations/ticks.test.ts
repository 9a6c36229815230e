import { leftBehind, LOOKING, reportsOf } from './left-behind';
import { startSmallLibrary, type SmallLibrary } from './library';

/** What a tick of the timers costs, and that it sees what there is to do. */

jest.setTimeout(120_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(2);
});
beforeEach(() => library.startOver());
afterAll(() => library?.close());

const TIMERS = ['jobs', 'indexer'];
const tick = async (): Promise<void> => {
  for (const name of TIMERS) await library.cloud.timer(name);
};

it('a tick with nothing to do costs at most three round trips, both timers together', async () => {
  await tick();
  // The index looks closer for a while at what it has just built.
  await library.cloud.clock.move({ advance: { hours: 1 } });
  const { last } = library.cloud.log.read(0);
  await tick();
  const idle = library.cloud.log.read(last, 'call').entries;
  expect(idle.map(({ function: name }) => name)).toEqual(TIMERS);
  expect(idle.reduce((sum, { roundTrips }) => sum + Number(roundTrips), 0)).toBeLessThanOrEqual(3);
});

it('what came up since the last tick is done by the next one, however quiet the day was', async () => {
  await tick();
  expect(await reportsOf(library)).toEqual([]);
  await library.get('an', 'holds.place', { titleId: 'title-one', pickUpBranchId: 'main' });
  await library.cloud.clock.move({ advance: { minutes: 5 } });
  expect(await reportsOf(library)).toEqual([expect.objectContaining({ job: 'count_figures', done: 1 })]);
  expect(await leftBehind(library)).toEqual([]);
});

it('the first tick of a day runs every job, and the next one none', async () => {
  expect((await reportsOf(library)).map(({ job }) => job)).toEqual(expect.arrayContaining(LOOKING));
  expect(await reportsOf(library)).toEqual([]);
});
