import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { SmallLibrary } from './library';

/**
 * What readers, desks and the clock can do in a random history. A number chooses among what there is at that
 * moment.
 */

const READERS = ['an', 'bai', 'chen', 'ding'] as const;
const COPIES = ['A1', 'B1', 'B2', 'B3', 'C1', 'C2'] as const;
const TITLES = ['title-one', 'title-two', 'title-three'] as const;
const BRANCHES = ['main', 'garden'] as const;

export type Act =
  | { act: 'check out'; who: string; barcode: string; branchId: string; override: boolean; onSite: boolean }
  | { act: 'check in'; barcode: string; branchId: string; daysAgo: number }
  | { act: 'hold'; who: string; titleId: string; branchId: string; wants: boolean; later: boolean }
  | { act: 'cancel' | 'change' | 'renew' | 'renew all' | 'claim'; who: string; which: number }
  | { act: 'renew at the desk'; who: string; which: number; override: boolean; inDays: number }
  | { act: 'undo' | 'repeat'; which: number }
  | { act: 'hand on'; who: string; to: string; which: number }
  | { act: 'lose' | 'repair' | 'shelve' | 'damage'; barcode: string }
  | { act: 'move up' | 'recall'; titleId: string; which: number }
  | { act: 'pay' | 'waive' | 'credit'; who: string; fen: number }
  | { act: 'replay'; who: string; barcode: string; hoursAgo: number; out: boolean }
  | { act: 'register' | 'give back'; who: string }
  | { act: 'close days'; branchId: string; inDays: number }
  | { act: 'reopen days'; which: number }
  | { act: 'days pass'; days: number };

const who = fc.constantFrom(...READERS);
const barcode = fc.constantFrom(...COPIES);
const branchId = fc.constantFrom(...BRANCHES);
const titleId = fc.constantFrom(...TITLES);
const which = fc.nat({ max: 7 });
const one = <A extends string>(...acts: A[]) => fc.constantFrom(...acts);
const sometimes = fc.integer({ min: 0, max: 4 }).map((n) => n === 0);

const weighted = (weight: number, arbitrary: fc.Arbitrary<Act>) => ({ weight, arbitrary });

export const anAct: fc.Arbitrary<Act> = fc.oneof(
  weighted(
    9,
    fc.record({ act: one('check out'), who, barcode, branchId, override: sometimes, onSite: sometimes }),
  ),
  weighted(
    9,
    fc.record({ act: one('check in'), barcode, branchId, daysAgo: fc.constantFrom(0, 0, 0, 1, 3) }),
  ),
  weighted(7, fc.record({ act: one('hold'), who, titleId, branchId, wants: sometimes, later: sometimes })),
  weighted(7, fc.record({ act: one('cancel', 'change', 'renew', 'renew all', 'claim'), who, which })),
  weighted(
    3,
    fc.record({
      act: one('renew at the desk'),
      who,
      which,
      override: fc.boolean(),
      inDays: fc.constantFrom(0, 0, 1, 9, 40, 400),
    }),
  ),
  weighted(3, fc.record({ act: one('undo', 'repeat'), which })),
  weighted(3, fc.record({ act: one('hand on'), who, to: who, which })),
  weighted(3, fc.record({ act: one('lose', 'repair', 'shelve', 'damage'), barcode })),
  weighted(3, fc.record({ act: one('move up', 'recall'), titleId, which })),
  weighted(3, fc.record({ act: one('pay', 'waive', 'credit'), who, fen: fc.integer({ min: 1, max: 400 }) })),
  weighted(
    3,
    fc.record({
      act: one('replay'),
      who,
      barcode,
      hoursAgo: fc.integer({ min: 0, max: 40 }),
      out: fc.boolean(),
    }),
  ),
  weighted(1, fc.record({ act: one('register', 'give back'), who })),
  weighted(1, fc.record({ act: one('close days'), branchId, inDays: fc.integer({ min: 1, max: 35 }) })),
  weighted(1, fc.record({ act: one('reopen days'), which })),
  weighted(3, fc.record({ act: one('days pass'), days: fc.integer({ min: 1, max: 12 }) })),
);

interface Request {
  who: string;
  action: Parameters<SmallLibrary['ask']>[1];
  input: object;
  requestId: string;
}

/** What was asked for so far: what can be undone or repeated. */
export class Past {
  readonly requests: Request[] = [];
  /** The action of each request that changed something; one that was refused may be granted later. */
  readonly done = new Map<string, string>();
}

type Wish = Omit<Request, 'requestId'> & { requestId?: string };
type Choose = (library: SmallLibrary, past: Past) => Promise<Wish | undefined>;

const pick = <T>(list: readonly T[], n: number): T | undefined =>
  list.length > 0 ? list[n % list.length] : undefined;

const reader = (name: string) => `reader-${name}`;

/** The request that an act makes now, or none when there is nothing to do it with. */
const wishOf = (act: Act): Choose => {
  switch (act.act) {
    case 'check out':
      return async () => ({
        who: act.override ? 'boss' : 'desk',
        action: 'desk.checkOut',
        input: {
          readerId: reader(act.who),
          barcode: act.barcode,
          branchId: act.branchId,
          onSite: act.onSite,
          ...(act.override && { override: { comment: '当面确认' } }),
        },
      });
    case 'check in':
      return async (library) => ({
        who: 'desk',
        action: 'desk.checkIn',
        input: {
          barcode: act.barcode,
          branchId: act.branchId,
          returnedOn: daysBefore(library.cloud.clock.now(), act.daysAgo),
        },
      });
    case 'hold':
      return async (library) => ({
        who: act.who,
        action: 'holds.place',
        input: {
          titleId: act.titleId,
          pickUpBranchId: act.branchId,
          ...(act.wants && {
            barcode: { 'title-one': 'A1', 'title-two': 'B2', 'title-three': 'C1' }[act.titleId],
          }),
          ...(act.later && { startsOn: daysBefore(library.cloud.clock.now(), -5) }),
        },
      });
    case 'cancel':
    case 'change':
      return async (library) => {
        const hold = pick((await library.get(act.who, 'holds.list', {})).list, act.which);
        if (!hold) return undefined;
        if (act.act === 'cancel')
          return { who: act.who, action: 'holds.cancel', input: { holdId: hold.holdId } };
        const pickUpBranchId = act.which % 2 ? 'main' : 'garden';
        return { who: act.who, action: 'holds.change', input: { holdId: hold.holdId, pickUpBranchId } };
      };
    case 'renew':
    case 'claim':
      return async (library) => {
        const loan = pick((await library.get(act.who, 'loans.list', {})).list, act.which);
        const action = act.act === 'renew' ? 'loans.renew' : 'loans.claimReturned';
        return loan && { who: act.who, action, input: { loanId: loan.loanId } };
      };
    case 'renew at the desk':
      return async (library) => {
        const loan = pick((await library.get(act.who, 'loans.list', {})).list, act.which);
        const dueOn = act.inDays > 0 && daysBefore(library.cloud.clock.now(), -act.inDays);
        const override = { comment: '当面确认', ...(dueOn && { dueOn }) };
        return (
          loan && {
            who: act.override ? 'boss' : 'desk',
            action: 'desk.renew',
            input: { loanId: loan.loanId, ...(act.override && { override }) },
          }
        );
      };
    case 'renew all':
      return async () => ({ who: act.who, action: 'loans.renewAll', input: {} });
    case 'undo':
      return async (_library, past) => {
        const scans = past.requests.filter(({ action }) => /desk\.check(Out|In)/.test(action));
        const last = scans.at(-1 - (act.which % 2));
        return last && { who: last.who, action: 'desk.undo', input: { requestId: last.requestId } };
      };
    case 'repeat':
      return async (_library, past) => pick(past.requests.slice(-8), act.which);
    case 'hand on':
      return async (library) => {
        const loan = pick((await library.get(act.who, 'loans.list', {})).list, act.which);
        const offer = loan && (await library.ask(act.who, 'loans.offerTransfer', { loanId: loan.loanId }));
        if (!offer?.ok) return undefined;
        return { who: act.to, action: 'loans.takeTransfer', input: { code: offer.value.code } };
      };
    case 'lose':
      return async () => ({ who: 'desk', action: 'desk.declareLost', input: { barcode: act.barcode } });
    case 'damage':
      return async () => ({
        who: 'desk',
        action: 'desk.damage',
        input: { barcode: act.barcode, condition: '封面破损', amount: 150, repair: false },
      });
    case 'repair':
    case 'shelve':
      return async () => ({
        who: 'desk',
        action: 'desk.setItem',
        input: {
          barcode: act.barcode,
          branchId: 'main',
          status: act.act === 'repair' ? 'in_repair' : 'available',
        },
      });
    case 'move up':
    case 'recall':
      return async (library) => {
        const queue = await library.get('desk', 'desk.queue', { titleId: act.titleId });
        const hold = pick(queue.list, act.which);
        if (!hold) return undefined;
        return act.act === 'recall'
          ? { who: 'desk', action: 'desk.recall', input: { holdId: hold.holdId } }
          : { who: 'desk', action: 'desk.moveHold', input: { holdId: hold.holdId, to: 1 } };
      };
    case 'pay':
      return async () => ({
        who: 'desk',
        action: 'fees.pay',
        input: { readerId: reader(act.who), amount: act.fen, method: 'cash' },
      });
    case 'credit':
      return async () => ({
        who: 'boss',
        action: 'fees.credit',
        input: { readerId: reader(act.who), amount: act.fen, reason: '活动奖励' },
      });
    case 'waive':
      return async (library) => {
        const { list } = await library.get('desk', 'fees.account', { readerId: reader(act.who) });
        const line = list.find(({ open }) => open > 0);
        const amount = Math.min(line?.open ?? 0, act.fen);
        return (
          line && {
            who: 'boss',
            action: 'fees.waive',
            input: { lineId: line.lineId, amount, comment: '首次' },
          }
        );
      };
    case 'replay':
      return async (library, past) => ({
        who: 'desk',
        action: 'desk.replay',
        requestId: `device-a-${past.requests.length + 1}`,
        input: {
          device: 'device-a',
          number: past.requests.length + 1,
          scannedAt: new Date(library.cloud.clock.now() - act.hoursAgo * 3_600_000).toISOString(),
          action: act.out ? 'checkOut' : 'checkIn',
          barcode: act.barcode,
          ...(act.out && { card: `3010000000${READERS.indexOf(act.who as 'an') + 1}` }),
          branchId: 'main',
        },
      });
    case 'register':
    case 'give back':
      return async () => ({
        who: act.who,
        action: act.act === 'register' ? 'events.register' : 'events.cancel',
        input: { eventId: 'talk' },
      });
    case 'close days':
      return async (library) => {
        const day = daysBefore(library.cloud.clock.now(), -act.inDays);
        return {
          who: 'boss',
          action: 'rules.closeDays',
          input: { branchId: act.branchId, from: day, to: day, why: '检修' },
        };
      };
    case 'reopen days':
      return async (library) => {
        const { list } = await library.get('boss', 'rules.closures', {
          branchId: act.which % 2 ? 'main' : 'garden',
        });
        const closure = list.find(({ status }) => status === 'moved');
        return (
          closure && { who: 'boss', action: 'rules.undoClosure', input: { closureId: closure.closureId } }
        );
      };
    case 'days pass':
      return async () => undefined;
  }
};

const OFFSET_MS = 8 * 3_600_000;
const daysBefore = (now: number, days: number): string =>
  new Date(now + OFFSET_MS - days * 86_400_000).toISOString().slice(0, 10);

/** An answer that is no answer: the library failed, or the history asked for nonsense. */
const isBroken = (answer: object): boolean => 'failure' in answer || 'invalid' in answer;

/**
 * Does one act, its request sent twice under one id: the second answer is the first one, or the same kind of
 * no, and the second one changes nothing.
 */
export const perform = async (library: SmallLibrary, past: Past, act: Act): Promise<void> => {
  if (act.act === 'days pass') {
    await library.cloud.clock.move({ advance: { days: act.days } });
    return;
  }
  const wish = await wishOf(act)(library, past);
  if (!wish) return;
  const request = { ...wish, requestId: wish.requestId ?? randomUUID() };
  past.requests.push(request);
  const ask = () => library.ask(request.who, request.action, request.input as never, request.requestId);
  const first = await ask();
  if (isBroken(first)) throw new Error(`${request.action} answered ${JSON.stringify(first)}`);
  const second = await ask();
  if (first.ok) expect(second).toEqual(first);
  else expect(second.ok).toBe(false);
  if (first.ok) past.done.set(request.requestId, request.action);
};
