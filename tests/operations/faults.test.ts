import { aPolicy, aFine } from '../builders/documents';
import { inconsistencies } from '../../demo/consistency';
import { type Met, type Scene, type Stage, beginAnew, meet, restore, setTheStage } from './faulty-library';
import { LOOKING, reportsOf } from './left-behind';
import { HOLD_READY_TEMPLATE, startSmallLibrary, type SmallLibrary } from './library';

/**
 * Everything that writes, met by everything that can go wrong at every place: whatever happens, no two
 * documents disagree, and the same request sent again ends in exactly one effect.
 */

jest.setTimeout(240_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(2);
});
afterAll(async () => {
  await library?.close();
});

const reader = (who: string) => `reader-${who}`;
const lend = (who: string, barcode: string, requestId?: string) =>
  library.get('desk', 'desk.checkOut', { readerId: reader(who), barcode, branchId: 'main' }, requestId);
const bring = (barcode: string, requestId?: string) =>
  library.get('desk', 'desk.checkIn', { barcode, branchId: 'main' }, requestId);
const hold = (who: string, titleId: string) =>
  library.get(who, 'holds.place', { titleId, pickUpBranchId: 'main' });
const daysPass = (days: number) => library.cloud.clock.move({ advance: { days } });

/** Rules under which lateness costs money and days, and copies are recalled. */
const strict = async () => {
  await library.cloud.db.upsert('policies', [
    {
      ...aPolicy({
        loanPeriod: { count: 14, unit: 'days' },
        renewalWhenOverdue: 'allowed',
        overdueLimit: null,
        fine: aFine(),
        suspension: { daysPerDay: 1, graceDays: 0, most: null },
        recall: { guaranteedDays: 3, noticeDays: 2 },
        loss: { timesPrice: 1, withoutPrice: 3000, processing: 0, refundDays: 90, withLateFine: true },
      }),
    },
  ]);
  await library.cloud.clock.move({ advance: { minutes: 2 } });
};

const UNDONE = 'a-scan-that-is-taken-back';

const scenes: Scene[] = [
  {
    name: 'check-out',
    who: 'desk',
    action: 'desk.checkOut',
    prepare: async () => ({ readerId: reader('an'), barcode: 'B1', branchId: 'main' }),
  },
  {
    name: 'check-out that fills a hold whose other copy goes on to the next reader',
    who: 'desk',
    action: 'desk.checkOut',
    prepare: async () => {
      await hold('an', 'title-two');
      await hold('bai', 'title-two');
      await bring('B1');
      return { readerId: reader('an'), barcode: 'B2', branchId: 'main', override: { comment: '两册任取' } };
    },
  },
  {
    name: 'check-in',
    who: 'desk',
    action: 'desk.checkIn',
    prepare: async () => {
      await lend('an', 'B1');
      return { barcode: 'B1', branchId: 'main' };
    },
  },
  {
    name: 'late check-in that costs',
    who: 'desk',
    action: 'desk.checkIn',
    prepare: async () => {
      await strict();
      await lend('an', 'B1');
      await daysPass(20);
      return { barcode: 'B1', branchId: 'main' };
    },
  },
  {
    name: 'check-in that calls the next reader',
    who: 'desk',
    action: 'desk.checkIn',
    prepare: async () => {
      await lend('an', 'A1');
      await hold('bai', 'title-one');
      return { barcode: 'A1', branchId: 'main' };
    },
  },
  {
    name: 'renewal',
    who: 'an',
    action: 'loans.renew',
    prepare: async () => ({ loanId: (await lend('an', 'B1')).loan.loanId }),
  },
  {
    name: 'late renewal that costs',
    who: 'an',
    action: 'loans.renew',
    prepare: async () => {
      await strict();
      const { loan } = await lend('an', 'B1');
      await daysPass(16);
      return { loanId: loan.loanId };
    },
  },
  {
    name: 'renewal of everything',
    who: 'an',
    action: 'loans.renewAll',
    prepare: async () => {
      await lend('an', 'B1');
      await lend('an', 'C1');
      return {};
    },
  },
  {
    name: 'transfer',
    who: 'bai',
    action: 'loans.takeTransfer',
    prepare: async () => {
      await library.cloud.db.upsert('policies', [{ ...aPolicy({ transferable: true }) }]);
      await library.cloud.clock.move({ advance: { minutes: 2 } });
      const { loan } = await lend('an', 'A1');
      const { code } = await library.get('an', 'loans.offerTransfer', { loanId: loan.loanId });
      return { code };
    },
  },
  {
    name: 'hold',
    who: 'an',
    action: 'holds.place',
    prepare: async () => ({ titleId: 'title-one', pickUpBranchId: 'main' }),
  },
  {
    name: 'cancelling a ready hold whose copy goes on',
    who: 'an',
    action: 'holds.cancel',
    prepare: async () => {
      const { holdId } = await hold('an', 'title-one');
      await hold('bai', 'title-one');
      await bring('A1');
      return { holdId };
    },
  },
  {
    name: 'taking back a check-in that called a reader',
    who: 'desk',
    action: 'desk.undo',
    prepare: async () => {
      await lend('an', 'A1');
      await hold('bai', 'title-one');
      await bring('A1', UNDONE);
      return { requestId: UNDONE };
    },
  },
  {
    name: 'taking back a check-out',
    who: 'desk',
    action: 'desk.undo',
    prepare: async () => {
      await hold('an', 'title-one');
      await bring('A1');
      await lend('an', 'A1', UNDONE);
      return { requestId: UNDONE };
    },
  },
  {
    name: 'a check-in that was kept without network',
    who: 'desk',
    action: 'desk.replay',
    prepare: async () => {
      await lend('an', 'A1');
      await hold('bai', 'title-one');
      await library.cloud.clock.move({ advance: { minutes: 30 } });
      const scannedAt = new Date(library.cloud.clock.now() - 600_000).toISOString();
      return {
        device: 'device-a',
        number: 1,
        scannedAt,
        action: 'checkIn',
        barcode: 'A1',
        branchId: 'main',
      };
    },
  },
  {
    name: 'a scan without network that the present contradicts',
    who: 'desk',
    action: 'desk.replay',
    prepare: async () => {
      const scannedAt = new Date(library.cloud.clock.now() - 600_000).toISOString();
      await lend('an', 'A1');
      return {
        device: 'device-a',
        number: 2,
        scannedAt,
        action: 'checkOut',
        barcode: 'A1',
        card: '30100000002',
        branchId: 'main',
      };
    },
  },
  {
    name: 'losing a copy on loan',
    who: 'desk',
    action: 'desk.declareLost',
    prepare: async () => {
      await strict();
      await lend('an', 'B1');
      await daysPass(16);
      return { barcode: 'B1' };
    },
  },
  {
    name: 'a lost copy that is found, after it was paid',
    who: 'desk',
    action: 'desk.checkIn',
    prepare: async () => {
      await strict();
      await lend('an', 'B1');
      await library.get('desk', 'desk.declareLost', { barcode: 'B1' });
      await library.get('desk', 'fees.pay', { readerId: reader('an'), amount: 1000, method: 'cash' });
      return { barcode: 'B1', branchId: 'main' };
    },
  },
  {
    name: 'recall',
    who: 'desk',
    action: 'desk.recall',
    prepare: async () => {
      await strict();
      await lend('an', 'A1');
      const { holdId } = await hold('bai', 'title-one');
      return { holdId };
    },
  },
  {
    name: 'payment of two charges',
    who: 'desk',
    action: 'fees.pay',
    prepare: async () => {
      for (const amount of [300, 500])
        await library.get('desk', 'fees.charge', { readerId: reader('an'), amount, reason: '污损' });
      return { readerId: reader('an'), amount: 400, method: 'cash' };
    },
  },
  {
    name: 'waiver',
    who: 'boss',
    action: 'fees.waive',
    prepare: async () => {
      const { list } = await library.get('desk', 'fees.charge', {
        readerId: reader('an'),
        amount: 300,
        reason: '污损',
      });
      return { lineId: list[0]?.lineId ?? '', amount: 200, comment: '首次' };
    },
  },
];

/**
 * A killed instance is followed by one that starts anew: by default each operation is killed at some of its
 * places. `FAULTS=all`: at all.
 */
const KILL_STEP = process.env['FAULTS'] === 'all' ? 1 : 5;
/** A tick of jobs makes many requests, and putting the library back costs a second for each place. */
const JOB_STEP = process.env['FAULTS'] === 'all' ? 3 : 11;

/** The places from the first on, up to the one that the operation does not come to. */
const places = async (
  meetAt: (place: number) => Promise<Met>,
  { first = 1, step = 1 }: { first?: number; step?: number } = {},
): Promise<Met[]> => {
  const met: Met[] = [];
  for (let place = first; ; place += step) {
    const here = await meetAt(place);
    if (!here.struck) return met;
    met.push(here);
  }
};

/** Requests within the transaction come after this one. */
const BEGINS = /startTransaction/;

describe.each(scenes.map((scene) => [scene.name, scene] as const))('%s', (_, scene) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setTheStage(library, scene);
  });
  beforeEach(() => beginAnew(library, stage));

  it('is through or undone when the instance is killed, before its requests and around the commit', async () => {
    const met = await places((place) => meet(library, stage, { kill: { beforeRequest: place } }), {
      first: 1 + (scenes.indexOf(scene) % KILL_STEP),
      step: KILL_STEP,
    });
    expect(met.length).toBeGreaterThanOrEqual(1);
    for (const kill of [{ beforeRequest: 'commit' }, { afterRequest: 'commit' }] as const)
      expect(await meet(library, stage, { kill })).toMatchObject({ struck: true, ok: false });
  });

  it('is tried again by itself when any request of its transaction conflicts', async () => {
    const met = await places((place) =>
      meet(library, stage, { refuse: { request: place, with: 'conflict' } }),
    );
    const begins = met.findIndex(({ where }) => BEGINS.test(where));
    expect(begins).toBeGreaterThanOrEqual(0);
    expect(met.slice(begins).map(({ ok, where }) => (ok ? 'ok' : where))).toEqual(
      met.slice(begins).map(() => 'ok'),
    );
  });

  it.each(['timeout', 'busy'] as const)('is through or undone at every %s', async (why) => {
    const met = await places((place) => meet(library, stage, { refuse: { request: place, with: why } }));
    expect(met.length).toBeGreaterThanOrEqual(5);
  });

  it('was done once when its commit timed out but happened, and when its answer was lost', async () => {
    for (const fault of [
      { refuse: { request: 'commit', with: 'timeout', done: true } },
      { loseAnswer: true },
    ] as const) {
      const met = await meet(library, stage, fault);
      expect(met).toMatchObject({ struck: true, ok: false });
    }
  });
});

/** What the timer does, once told of many readers at once: reminders, expired holds, messages. */
describe('the jobs', () => {
  const OCCASIONS = ['hold_ready', 'due_soon', 'overdue'] as const;

  /**
   * Loans that are due soon and overdue, a hold that runs out with another reader behind it, and messages to
   * send.
   */
  const prepare = async (): Promise<void> => {
    await library.startOver();
    await strict();
    await lend('ding', 'B1');
    await library.cloud.clock.move({ advance: { days: 3 } });
    await lend('an', 'B2');
    await hold('an', 'title-one');
    await hold('bai', 'title-one');
    await hold('chen', 'title-three');
    await hold('ding', 'title-three');
    await bring('A1');
    await bring('C1');
    for (const who of ['an', 'bai', 'chen', 'ding']) {
      library.cloud.grant(`o-${who}`, HOLD_READY_TEMPLATE, 500);
      await library.get(who, 'notices.grant', { topics: ['hold_ready'] });
    }
  };
  /** The clock stands where much is due, and no timer has fired yet. */
  const muchIsDue = () => library.cloud.clock.move({ set: '2026-12-07T02:00:00.000Z' });
  const messages = (): string[] =>
    library.cloud.log
      .read(0, 'message')
      .entries.slice(sentBefore)
      .map((entry) => JSON.stringify([entry['openid'], entry['templateId'], entry['fields']]));
  let sentBefore = 0;
  let before: Awaited<ReturnType<SmallLibrary['everything']>>;
  let told: string[];
  let sent: string[];

  const occasions = async () => (await library.documents('notices')).map(({ _id }) => _id).sort();
  const from = async (state: typeof before): Promise<void> => {
    await restore(library, state);
    sentBefore = library.cloud.log.read(0, 'message').entries.length;
  };
  const standsWhole = async (): Promise<void> => {
    expect(inconsistencies(await library.everything())).toEqual([]);
    expect(await occasions()).toEqual(told);
  };

  beforeAll(async () => {
    await prepare();
    before = await library.everything();
    await muchIsDue();
    await from(before);
    await library.cloud.timer('jobs');
    await library.cloud.timer('jobs');
    told = await occasions();
    sent = messages();
    for (const topic of OCCASIONS) expect(told.some((id) => id.startsWith(topic))).toBe(true);
    expect(sent.length).toBeGreaterThanOrEqual(2);
  });

  it('tell each occasion once when the timer fires twice at once', async () => {
    await from(before);
    const planted = library.cloud.faults.next({ function: 'jobs', twice: true });
    await library.cloud.timer('jobs');
    expect(planted.struck()).toBe(true);
    await library.cloud.timer('jobs');
    await standsWhole();
    expect(messages().sort()).toEqual([...sent].sort());
  });

  it('skip nothing and send nothing twice when they are killed in the middle of a batch', async () => {
    let killed = 0;
    for (let place = 2; ; place += JOB_STEP) {
      await from(before);
      const planted = library.cloud.faults.next({ function: 'jobs', kill: { beforeRequest: place } });
      await library.cloud.timer('jobs').catch(() => undefined);
      library.cloud.faults.expireTransactions();
      library.cloud.faults.clear();
      if (!planted.struck()) break;
      killed++;
      expect(inconsistencies(await library.everything())).toEqual([]);
      await library.cloud.timer('jobs');
      await library.cloud.timer('jobs');
      await standsWhole();
      // A message that was on its way when the instance died is never sent again: nobody knows whether it
      // arrived.
      const now = messages();
      expect(new Set(now).size).toBe(now.length);
      expect(now.length).toBeGreaterThanOrEqual(sent.length - 1);
      for (const message of now) expect(sent).toContain(message);
    }
    expect(killed).toBeGreaterThan(5);
  });

  it.each(['conflict', 'busy', 'timeout'] as const)('come through a %s anywhere', async (why) => {
    for (let place = 3; ; place += 3 * JOB_STEP) {
      await from(before);
      const planted = library.cloud.faults.next({ function: 'jobs', refuse: { request: place, with: why } });
      await library.cloud.timer('jobs').catch(() => undefined);
      library.cloud.faults.expireTransactions();
      library.cloud.faults.clear();
      if (!planted.struck()) break;
      await library.cloud.timer('jobs');
      await standsWhole();
      expect(new Set(messages()).size).toBe(messages().length);
    }
  });

  it('do not wait for one that fails: the others are done in the same tick', async () => {
    await library.cloud.timer('jobs');
    await from(before);
    const planted = library.cloud.faults.next({ function: 'jobs', refuse: { request: 3, with: 'busy' } });
    await library.cloud.timer('jobs').catch(() => undefined);
    expect(planted.struck()).toBe(true);
    expect(library.cloud.log.read(0, 'failure').entries.at(-1)).toMatchObject({
      message: expect.stringMatching(/failed: move_closures/) as string,
    });
    await standsWhole();
  });

  it.each([1, 2])('look for themselves when it cannot be told what is due (request %d)', async (request) => {
    await from(before);
    const planted = library.cloud.faults.next({ function: 'jobs', refuse: { request, with: 'busy' } });
    expect((await reportsOf(library)).map(({ job }) => job)).toEqual(expect.arrayContaining(LOOKING));
    expect(planted.struck()).toBe(true);
    await standsWhole();
  });

  it('tell nothing twice when the clock jumps forward and back, and skip nothing after', async () => {
    await from(before);
    await library.cloud.timer('jobs');
    await library.cloud.clock.move({ advance: { days: 3 } });
    const later = await occasions();
    const messagesLater = messages();
    await library.cloud.clock.move({ set: '2026-12-07T02:30:00.000Z' });
    await library.cloud.timer('jobs');
    await library.cloud.timer('jobs');
    expect(await occasions()).toEqual(later);
    expect(messages()).toEqual(messagesLater);
    await library.cloud.clock.move({ set: '2026-12-10T02:30:00.000Z' });
    await library.cloud.timer('jobs');
    expect(await occasions()).toEqual(later);
    expect(inconsistencies(await library.everything())).toEqual([]);
    await muchIsDue();
  });
});
