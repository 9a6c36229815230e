import fc from 'fast-check';
import { inconsistencies } from '../../demo/consistency';
import { anAct, Past, perform } from './acts';
import { countsThatDiffer } from './todays-counts';
import { startSmallLibrary, type SmallLibrary } from './library';

/**
 * Random histories of readers, desks at two branches, staff and the clock, through the real functions:
 * whatever happens, every two documents that tell one fact agree, every change has its line in the log,
 * nobody is told of one thing twice, and repeating any request changes nothing. A history that breaks this is
 * shrunk and printed.
 */

/** `npm run test:long` makes many more in a long night. */
const RUNS = Number(process.env['HISTORIES'] ?? 8);
jest.setTimeout(RUNS * 120_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(2);
});
afterAll(() => library?.close());

/** Rules under which everything can happen: fines, recalls, short shelves, few loans. */
const lively = {
  loanPeriod: { count: 14, unit: 'days' },
  loanLimit: 4,
  renewalLimit: 2,
  renewalPeriod: { count: 7, unit: 'days' },
  renewalWhenOverdue: 'allowed',
  holdShelfDays: 2,
  holdLongestDays: 40,
  noShow: { count: 2, inARow: true, withinDays: null, blockDays: 5 },
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

const changesOf = async (): Promise<number> =>
  (await library.documents('operations')).filter(({ by }) => by !== 'jobs').length;

it('keeps every fact whole through random histories', async () => {
  let acts = 0;
  let changes = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 60, maxLength: 120 }), async (history) => {
      await library.startOver();
      await library.cloud.db.upsert('policies', [
        { _id: 'default', readerCategory: '*', itemType: '*', branchId: '*', note: '', rules: lively },
      ]);
      await library.cloud.clock.move({ advance: { minutes: 2 } });
      const past = new Past();
      let changed = 0;
      for (const act of history) {
        changed += (await perform(library, past, act)) ? 1 : 0;
        acts++;
      }
      changes += changed;
      expect(inconsistencies(await library.everything())).toEqual([]);
      expect(await changesOf()).toBe(changed);
      for (const branch of ['main', 'garden']) expect(await countsThatDiffer(library, branch)).toEqual([]);
    }),
    { numRuns: RUNS, endOnFailure: false },
  );
  console.log(`${acts} acts, ${changes} changes`);
  expect(changes).toBeGreaterThan(acts / 8);
});
