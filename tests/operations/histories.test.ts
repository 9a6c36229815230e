import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { inconsistencies } from '../../demo/consistency';
import { startSmallLibrary, type SmallLibrary } from './library';

/**
 * Random histories of readers, a desk at two branches and the clock, through the real functions: whatever happens,
 * every two documents that tell one fact agree, and repeating any request changes nothing.
 */

jest.setTimeout(300_000);

const READERS = ['an', 'bai', 'chen', 'ding'] as const;
const COPIES = ['A1', 'B1', 'B2', 'B3', 'C1', 'C2'] as const;
const TITLES = ['title-one', 'title-two', 'title-three'] as const;
const BRANCHES = ['main', 'garden'] as const;

type Act =
  | { act: 'check out'; who: string; barcode: string; branchId: string }
  | { act: 'check in'; barcode: string; branchId: string }
  | { act: 'hold'; who: string; titleId: string; branchId: string }
  | { act: 'cancel'; who: string }
  | { act: 'renew'; who: string }
  | { act: 'register'; who: string }
  | { act: 'give back'; who: string }
  | { act: 'days pass'; days: number };

const who = fc.constantFrom(...READERS);
const barcode = fc.constantFrom(...COPIES);
const branchId = fc.constantFrom(...BRANCHES);
const anAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: fc.constant('check out' as const), who, barcode, branchId }) },
  { weight: 5, arbitrary: fc.record({ act: fc.constant('check in' as const), barcode, branchId }) },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('hold' as const),
      who,
      titleId: fc.constantFrom(...TITLES),
      branchId,
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('cancel' as const), who }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('renew' as const), who }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('register' as const), who }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('give back' as const), who }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('days pass' as const), days: fc.integer({ min: 1, max: 9 }) }),
  },
);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(2);
});
afterAll(() => library?.close());

/** One act, sent twice under one id: the second answer must be the first one, or the same kind of no. */
const perform = async (step: Act): Promise<void> => {
  const twice = async (
    name: string,
    action: Parameters<SmallLibrary['ask']>[1],
    input: never,
  ): Promise<void> => {
    const requestId = randomUUID();
    const first = await library.ask(name, action, input, requestId);
    const second = await library.ask(name, action, input, requestId);
    if ('failure' in first || 'invalid' in first)
      throw new Error(`${action} answered ${JSON.stringify(first)}`);
    if (first.ok) expect(second).toEqual(first);
    else expect(second.ok).toBe(false);
  };
  switch (step.act) {
    case 'check out':
      return twice('desk', 'desk.checkOut', {
        readerId: `reader-${step.who}`,
        barcode: step.barcode,
        branchId: step.branchId,
      } as never);
    case 'check in':
      return twice('desk', 'desk.checkIn', { barcode: step.barcode, branchId: step.branchId } as never);
    case 'hold':
      return twice(step.who, 'holds.place', {
        titleId: step.titleId,
        pickUpBranchId: step.branchId,
      } as never);
    case 'cancel': {
      const [hold] = (await library.get(step.who, 'holds.list', {})).list;
      return hold && twice(step.who, 'holds.cancel', { holdId: hold.holdId } as never);
    }
    case 'renew': {
      const [loan] = (await library.get(step.who, 'loans.list', {})).list;
      return loan && twice(step.who, 'loans.renew', { loanId: loan.loanId } as never);
    }
    case 'register':
      return twice(step.who, 'events.register', { eventId: 'talk' } as never);
    case 'give back':
      return twice(step.who, 'events.cancel', { eventId: 'talk' } as never);
    case 'days pass':
      await library.cloud.clock.move({ advance: { days: step.days } });
  }
};

it('keeps every fact whole through random histories', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 20, maxLength: 40 }), async (history) => {
      await library.startOver();
      for (const step of history) await perform(step);
      expect(inconsistencies(await library.everything())).toEqual([]);
    }),
    { numRuns: 12, endOnFailure: false, interruptAfterTimeLimit: 120_000, markInterruptAsFailure: false },
  );
});
