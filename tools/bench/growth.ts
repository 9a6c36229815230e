import type {
  HoldDocument,
  ItemDocument,
  OperationDocument,
  ReaderDocument,
} from '../../cloudfunctions/documents';
import type { Cloud } from '../../local/cloud/index';
import { queuedHold } from '../../cloudfunctions/steps/holds';
import { ask, type Action, type Input, type Output } from './asking';
import { addFreshStock, put } from './stock';

/** What one operation asked of the database. */
export interface Cost {
  roundTrips: number;
  examined: number;
  returned: number;
}

type Verb = 'checkOut' | 'renew' | 'checkIn';

/** Round trips to the database that one operation may take; tests/operations/cost.test.ts holds them. */
export const GOALS: Record<Verb, number> = { checkOut: 9, renew: 7, checkIn: 8 };

export const ENDED_LOANS = 200;
export const OPEN_LOANS = 40;
export const HOLDS = 500;
const DESK = 'o-staff-main';
const HERE = { branchId: 'main' };

/** Asks and says what it cost. */
export async function costOf<A extends Action>(
  cloud: Cloud,
  who: string,
  action: A,
  input: Input<A>,
): Promise<{ value: Output<A>; cost: Cost }> {
  const { value, requestID } = await ask(cloud, who, action, input);
  const call = cloud.counters().calls[requestID];
  if (!call) throw new Error(`the cloud did not count ${action} (${requestID})`);
  const { roundTrips, examined, returned } = call;
  return { value, cost: { roundTrips, examined, returned } };
}

export interface Growth {
  operation: string;
  goal?: number;
  /** For a reader or a title with next to nothing. */
  small: Cost;
  /** For one with as much as a busy library has. */
  great: Cost;
}

/**
 * The same operations for a reader without a past and for one with 200 ended loans in the log and 40 open
 * ones, and for a title for which two wait and one for which 500 do. What they ask of the database must not
 * grow.
 */
export async function measureGrowth(cloud: Cloud): Promise<Growth[]> {
  await put(cloud, 'policies', [
    {
      _id: 'bench',
      readerCategory: 'bench',
      itemType: '*',
      branchId: '*',
      note: '',
      rules: { loanLimit: 100, limits: [], renewalWindowDays: null, renewalLimit: 5 },
    },
  ]);
  const { barcodes, openids } = await addFreshStock(cloud, 60);
  const readers = (await cloud.db.get(
    'readers',
    openids.map((_, n) => `r-bench-${n}`),
  )) as unknown as ReaderDocument[];
  await put(
    cloud,
    'readers',
    readers.map((each) => ({ ...each, category: 'bench' })),
  );
  // A warm function knows the library's rules for a minute: the new row is read after it.
  await cloud.clock.move({ advance: { minutes: 2 } });
  const [copy = '', forFew = '', forMany = ''] = barcodes;
  await burden(cloud, 'r-bench-1', copy);
  await queueUp(cloud, forFew, 2);
  await queueUp(cloud, forMany, HOLDS);
  await warmUp(cloud);
  const small = await costOfLoan(cloud, 0, copy);
  const great = await costOfLoan(cloud, 1, copy);
  // Every reader called makes the waits longer that the next hold is estimated from: so both hold first.
  const placedFew = await place(cloud, forFew);
  const placedMany = await place(cloud, forMany);
  const few = await costOfQueue(cloud, forFew, placedFew);
  const many = await costOfQueue(cloud, forMany, placedMany);
  return [
    ...(['checkOut', 'renew', 'checkIn'] as const).map((verb) => ({
      operation: verb,
      goal: GOALS[verb],
      small: small[verb],
      great: great[verb],
    })),
    ...Object.keys(few).map((operation) => ({
      operation,
      small: few[operation] ?? NOTHING,
      great: many[operation] ?? NOTHING,
    })),
  ];
}

const NOTHING: Cost = { roundTrips: 0, examined: 0, returned: 0 };

/** Both doors have read the library's rules. */
async function warmUp(cloud: Cloud): Promise<void> {
  await ask(cloud, DESK, 'desk.holdShelf', HERE);
  await ask(cloud, 'o-bench-0', 'account.me', {});
}

/** A loan is made, renewed by its reader and ended. */
async function costOfLoan(cloud: Cloud, reader: number, barcode: string): Promise<Record<Verb, Cost>> {
  const readerId = `r-bench-${reader}`;
  const out = await costOf(cloud, DESK, 'desk.checkOut', { readerId, barcode, ...HERE });
  const { loanId } = out.value.loan;
  const renewed = await costOf(cloud, `o-bench-${reader}`, 'loans.renew', { loanId });
  const back = await costOf(cloud, DESK, 'desk.checkIn', { barcode, ...HERE });
  return { checkOut: out.cost, renew: renewed.cost, checkIn: back.cost };
}

/** Another reader joins the queue. */
const place = (cloud: Cloud, barcode: string) =>
  costOf(cloud, 'o-bench-3', 'holds.place', { titleId: titleOf(barcode), pickUpBranchId: 'main' });

/** A copy comes in for the first of a queue and goes out to them; the last one leaves it. */
async function costOfQueue(
  cloud: Cloud,
  barcode: string,
  placed: Awaited<ReturnType<typeof place>>,
): Promise<Record<string, Cost>> {
  const back = await costOf(cloud, DESK, 'desk.checkIn', { barcode, ...HERE });
  const out = await costOf(cloud, DESK, 'desk.checkOut', { readerId: 'r-bench-2', barcode, ...HERE });
  const left = await costOf(cloud, 'o-bench-3', 'holds.cancel', { holdId: placed.value.holdId });
  return {
    'hold in a queue': placed.cost,
    'check-in that calls': back.cost,
    'check-out of a hold': out.cost,
    'cancel in a queue': left.cost,
  };
}

const titleOf = (barcode: string): string => `bench-${Number(barcode.slice('BENCH'.length))}`;

/**
 * Gives a reader a long past in the log and many loans at once, of copies made for it after the model of one.
 */
async function burden(cloud: Cloud, readerId: string, modelOf: string): Promise<void> {
  const [reader] = (await cloud.db.get('readers', [readerId])) as unknown as ReaderDocument[];
  const [model] = (await cloud.db.get('items', [modelOf])) as unknown as ItemDocument[];
  const [line] = (await cloud.db.find('operations', {}, 1)) as unknown as OperationDocument[];
  if (!reader || !model || !line) throw new Error(`there is no reader ${readerId}, no copy or an empty log`);
  const now = new Date(cloud.clock.now()).toISOString();
  const dueOn = new Date(cloud.clock.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const numbers = Array.from({ length: OPEN_LOANS }, (_, n) => n);
  const copies = numbers.map((n): ItemDocument => ({
    ...model,
    _id: `BURDEN${n}`,
    titleId: `burden-${n}`,
    status: 'on_loan',
    loan: {
      loanId: `BURDEN${n}:1`,
      readerId,
      readerName: reader.name,
      readerCategory: reader.category,
      branchId: model.branchId,
      checkedOutAt: now,
      checkedOutOn: now.slice(0, 10),
      dueOn,
      dueAt: null,
      renewals: 0,
      onSite: false,
      recall: null,
      claimedReturnedAt: null,
      moved: [],
    },
  }));
  const known = copies.map(({ _id: barcode, titleId, itemType, shelf, branchId }) => ({
    loanId: `${barcode}:1`,
    barcode,
    titleId,
    itemType,
    branchId,
    shelf,
    onSite: false,
    dueOnOrLater: dueOn,
    claimed: false,
  }));
  const past = Array.from({ length: ENDED_LOANS }, (_, n): OperationDocument => {
    const barcode = `PAST${n}`;
    const ended = { loanId: `${barcode}:1`, title: model.title, checkedOutOn: dueOn, returnedOn: dueOn };
    return { ...line, _id: `burden:${n}`, readerId, barcode, endsLoan: true, ended };
  });
  await put(cloud, 'items', copies);
  await put(cloud, 'readers', [{ ...reader, openLoans: known }]);
  await put(cloud, 'operations', past);
}

/** So many wait for the title of a copy; the first is a reader who exists. */
async function queueUp(cloud: Cloud, barcode: string, count: number): Promise<void> {
  const titleId = titleOf(barcode);
  const [model] = (await cloud.db.find('holds', { status: 'waiting' }, 1)) as unknown as HoldDocument[];
  const [reader] = (await cloud.db.get('readers', ['r-bench-2'])) as unknown as ReaderDocument[];
  if (!model || !reader) throw new Error('nobody waits in the demo library, or there is no reader to wait');
  const holds = Array.from({ length: count }, (_, n): HoldDocument => ({
    ...model,
    _id: `queued-${barcode}-${n}`,
    titleId,
    readerId: n === 0 ? reader._id : `queued-reader-${n}`,
    pickUpBranchId: 'main',
    sharedWith: [],
    wants: null,
    startsOn: null,
    neededUntil: null,
  }));
  const openHolds = holds.slice(0, 1).map(({ _id: holdId }) => ({ holdId, titleId, placedOn: '2026-11-24' }));
  await put(cloud, 'holds', holds);
  await put(cloud, 'holdQueues', [{ _id: titleId, holds: holds.map(queuedHold) }]);
  await put(cloud, 'readers', [{ ...reader, openHolds: [...reader.openHolds, ...openHolds] }]);
}
