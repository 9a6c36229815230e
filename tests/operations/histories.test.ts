import fc from 'fast-check';
import { inconsistencies } from '../../demo/consistency';
import type { Documents } from '../../cloudfunctions/documents';
import { figuresThatDiffer } from './figures-that-differ';
import { anAct, Past, perform, type Act } from './acts';
import { randomPolicies } from './random-policies';
import { leftBehind } from './left-behind';
import { countsThatDiffer } from './todays-counts';
import { startSmallLibrary, type SmallLibrary } from './library';

/**
 * Random histories of readers, desks at two branches, staff and the clock, through the real functions:
 * whatever happens, every two documents that tell one fact agree, every change has its line in the log,
 * nobody is told of one thing twice, and repeating any request changes nothing. A history that breaks this is
 * shrunk and printed.
 */

/** `npm run test:long` makes many more in a long night, `npm run histories` as many acts as one likes. */
const RUNS = Number(process.env['HISTORIES'] ?? 8);
const ACTS = Number(process.env['HISTORIES_ACTS'] ?? 0);
const SEED = process.env['HISTORIES_SEED'];
/** With its seed, as a failure prints it: that history alone. */
const PATH = process.env['HISTORIES_PATH'];
const RANDOM_POLICIES = process.env['HISTORIES_POLICIES'] === 'random';
/** In one history, on the average. */
const ACTS_OF_ONE = 85;
const runs = ACTS > 0 ? Math.ceil(ACTS / ACTS_OF_ONE) : RUNS;
/** A history that breaks something is shrunk until then, and told of before the runner's patience ends. */
const LIMIT_MS = runs * 100_000;
jest.setTimeout(LIMIT_MS + 120_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(2);
});
afterAll(() => library?.close());

/** Rules under which everything can happen: fines, recalls, short shelves, few loans. */
const lively: Documents['policies']['rules'] = {
  loanPeriod: { count: 14, unit: 'days' },
  loanLimit: 4,
  renewalLimit: 2,
  renewalPeriod: { count: 7, unit: 'days' },
  renewalWhenOverdue: 'allowed',
  holdShelfDays: 2,
  holdLongestDays: 40,
  noShow: { count: 2, inARow: true, withinDays: null, blockDays: 5 },
  noShowFee: 30,
  fine: {
    amount: 10,
    per: { count: 1, unit: 'days' },
    grace: null,
    graceWhenRecalled: false,
    amountWhenRecalled: 20,
    cap: 500,
    capAtPrice: false,
    closedDaysFree: true,
    amnesties: [],
  },
  suspension: { daysPerDay: 0.5, graceDays: 3, most: 10 },
  recall: { guaranteedDays: 5, noticeDays: 3 },
  dueDateMode: 'next_open_day',
};

/** What the log says that people did. */
const actionsInLog = async (): Promise<string[]> =>
  (await library.documents('operations'))
    .filter(({ by }) => by !== 'jobs')
    .map(({ action }) => action)
    .sort();

const livelyPolicies: Documents['policies'][] = [
  { _id: 'default', readerCategory: '*', itemType: '*', branchId: '*', note: '', rules: lively },
];

/**
 * A copy of a type of its own, a reader of another category and a branch that is closed at midday, so that
 * every row of a matrix is met.
 */
const diversify = async (): Promise<void> => {
  const [copy] = await library.documents('items', { _id: 'B2' });
  await library.cloud.db.upsert('items', [{ ...copy, itemType: 'rare', price: 2000 }]);
  const [reader] = await library.documents('readers', { _id: 'reader-chen' });
  await library.cloud.db.upsert('readers', [{ ...reader, category: 'child' }]);
  const [branch] = await library.documents('branches', { _id: 'garden' });
  const pauses = [{ from: '12:00', to: '14:00' }];
  const weeklyHours = branch?.weeklyHours.map((hours) => hours && { ...hours, pauses });
  await library.cloud.db.upsert('branches', [{ ...branch, weeklyHours }]);
};

interface Told {
  acts: number;
  changes: number;
  histories: number;
}

/** One history from the beginning, and what must hold after it. */
const live = async (policies: Documents['policies'][], history: Act[], told: Told): Promise<void> => {
  await library.startOver();
  await library.cloud.db.clear('policies');
  await library.cloud.db.upsert('policies', policies as object[] as Record<string, unknown>[]);
  if (RANDOM_POLICIES) await diversify();
  await library.cloud.clock.move({ advance: { minutes: 2 } });
  const past = new Past();
  for (const act of history) {
    await perform(library, past, act);
    told.acts++;
  }
  told.changes += past.done.size;
  told.histories++;
  // Hours of it say how far they are.
  if (ACTS > 0 && told.histories % 10 === 0) process.stderr.write(`${told.acts} acts\n`);
  expect(inconsistencies(await library.everything())).toEqual([]);
  expect(await actionsInLog()).toEqual([...past.done.values()].sort());
  for (const branch of ['main', 'garden']) expect(await countsThatDiffer(library, branch)).toEqual([]);
  expect(await figuresThatDiffer(library)).toEqual([]);
  expect(await leftBehind(library)).toEqual([]);
};

it('keeps every fact whole through random histories', async () => {
  const told: Told = { acts: 0, changes: 0, histories: 0 };
  await fc.assert(
    fc.asyncProperty(
      RANDOM_POLICIES ? randomPolicies : fc.constant(livelyPolicies),
      fc.array(anAct, { minLength: 60, maxLength: 120 }),
      (policies, history) => live(policies, history, told),
    ),
    {
      numRuns: runs,
      plugins: [fc.interruptAfterTimeLimit(LIMIT_MS, { failOnInterrupt: true })],
      ...(SEED !== undefined && { seed: Number(SEED) }),
      ...(PATH !== undefined && { path: PATH }),
    },
  );
  const { acts, changes, histories } = told;
  console.log(
    `${acts} acts, ${changes} changes in ${histories} histories, policies ${RANDOM_POLICIES ? 'random' : 'lively'}`,
  );
  expect(changes).toBeGreaterThan(acts / (RANDOM_POLICIES ? 20 : 8));
});
