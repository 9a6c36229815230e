import fc from 'fast-check';
import { aWaitingHold } from '../../tests/builders/documents';
import {
  callNext,
  holdFor,
  inOrderOfService,
  isServable,
  join,
  leave,
  moveInQueue,
  positionOf,
  waitingOthers,
  type Queue,
} from './hold-queue';

const readers = (names: string) => names.split('').map((readerId) => aWaitingHold(readerId));
const order = (queue: Queue) => queue.map((hold) => hold.readerId).join('');
/** On a day on which all have started. */
const positions = (queue: Queue) => queue.map((hold) => positionOf(queue, hold.holdId, '2026-12-31'));
const day = { today: '2026-11-22', lookAheadDays: () => 0 };
const call = (queue: Queue, barcode = 'YX1', changes: Partial<Parameters<typeof callNext>[2]> = {}) =>
  callNext(
    queue,
    { _id: barcode, itemType: 'book', branchId: 'main' },
    { ...day, branchId: 'main', pickUpByFor: () => '2026-11-25', ...changes },
  );

describe('the hold queue', () => {
  it('serves in the order of coming', () =>
    expect(positions(readers('abcde').reduce<Queue>(join, []))).toEqual([1, 2, 3, 4, 5]));
  it('passes over a reader to whom such a copy is not lent, and keeps their place', () => {
    const queue = [aWaitingHold('a', { readerCategory: 'child' }), aWaitingHold('b')];
    const called = call(queue, 'YX1', { mayTake: ({ readerCategory }) => readerCategory !== 'child' });
    expect(called?.hold.readerId).toBe('b');
    expect(positionOf(called?.queue ?? [], 'hold-a', day.today)).toBe(1);
  });
  it('closes the gap when somebody leaves', () =>
    expect(positions(leave(readers('abcde'), 'hold-b'))).toEqual([1, 2, 3, 4]));
  it('calls the first who waits, once', () => {
    const first = call(readers('abc'));
    expect(first?.hold).toMatchObject({
      readerId: 'a',
      status: 'ready',
      barcode: 'YX1',
      pickUpBy: '2026-11-25',
    });
    const second = call(first?.queue ?? [], 'YX2');
    expect(second?.hold.readerId).toBe('b');
    expect(positionOf(second?.queue ?? [], 'hold-c', day.today)).toBe(1);
  });
  it('calls nobody when everybody is served', () => expect(call([])).toBeUndefined());
  it('calls a hold from its first day to its last', () => {
    const hold = aWaitingHold('a', { startsOn: '2026-11-22', neededUntil: '2026-11-24' });
    const on = (today: string, lookAheadDays = 0) =>
      isServable(hold, { today, lookAheadDays: () => lookAheadDays });
    expect([on('2026-11-21'), on('2026-11-22'), on('2026-11-24'), on('2026-11-25')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([on('2026-11-19', 2), on('2026-11-20', 2)]).toEqual([false, true]);
  });
  it('lets those who start later keep their place', () => {
    const queue = [aWaitingHold('a', { startsOn: '2026-12-01' }), aWaitingHold('b')];
    const called = call(queue);
    expect(called?.hold.readerId).toBe('b');
    expect(positionOf(called?.queue ?? [], 'hold-a', day.today)).toBe(1);
  });
  it('serves who has started before who is only served ahead, whoever came first', () => {
    const queue = [aWaitingHold('a', { startsOn: '2026-11-23' }), aWaitingHold('b')];
    const ahead = { lookAheadDays: () => 3 };
    expect(call(queue, 'YX1', ahead)?.hold.readerId).toBe('b');
    expect(call(queue.slice(0, 1), 'YX1', ahead)?.hold.readerId).toBe('a');
    const on = (today: string) => queue.map((hold) => positionOf(queue, hold.holdId, today));
    expect([on('2026-11-22'), on('2026-11-23')]).toEqual([
      [2, 1],
      [1, 2],
    ]);
  });
  it('keeps a ready hold no longer than its reader wants it', () => {
    expect(call([aWaitingHold('a', { neededUntil: '2026-11-23' })])?.hold.pickUpBy).toBe('2026-11-23');
    expect(call([aWaitingHold('a', { neededUntil: '2026-12-23' })])?.hold.pickUpBy).toBe('2026-11-25');
  });
  it('counts for others only who waits for them, and with a day only who could be served then', () => {
    const queue = [
      aWaitingHold('a'),
      aWaitingHold('b', { sharedWith: ['me'] }),
      aWaitingHold('c', { barcode: 'YX9' }),
      aWaitingHold('d', { startsOn: '2026-12-01' }),
    ];
    expect(waitingOthers(queue, 'me')).toBe(2);
    expect(waitingOthers(queue, 'me', day)).toBe(1);
  });
});

describe('who collects', () => {
  const own = aWaitingHold('me');
  const shared = aWaitingHold('mother', { sharedWith: ['me'] });
  it('is the reader of a hold, or anybody it is shared with, the own hold first', () => {
    expect(holdFor([shared, own], 'me')?.holdId).toBe('hold-me');
    expect(holdFor([shared], 'me')?.holdId).toBe('hold-mother');
    expect(holdFor([shared], 'stranger')).toBeUndefined();
  });
  it('fills the hold that the copy in hand serves before any other', () => {
    const ready = { ...shared, status: 'ready' as const, barcode: 'YX1' };
    expect(holdFor([own, ready], 'me', 'YX1')?.holdId).toBe('hold-mother');
    expect(holdFor([own, ready], 'me', 'YX2')?.holdId).toBe('hold-me');
  });
  it('does not fill a hold that wants another copy', () =>
    expect(holdFor([aWaitingHold('me', { wants: 'YX2' })], 'me', 'YX1')).toBeUndefined());
});

describe('reordering', () => {
  it('puts a hold at the top, in between, and at the bottom', () => {
    expect(order(moveInQueue(readers('abcdef'), 'hold-d', 1, day.today))).toBe('dabcef');
    expect(order(moveInQueue(readers('abcdef'), 'hold-a', 2, day.today))).toBe('bacdef');
    expect(order(moveInQueue(readers('abcdef'), 'hold-a', 6, day.today))).toBe('bcdefa');
  });
  it('goes no further than the ends', () => {
    expect(order(moveInQueue(readers('abc'), 'hold-b', 0, day.today))).toBe('bac');
    expect(order(moveInQueue(readers('abc'), 'hold-b', 99, day.today))).toBe('acb');
  });
  it('moves among those who have started, and takes nobody else out of their place', () => {
    const queue = readers('abc').map((hold) =>
      hold.readerId === 'a' ? { ...hold, startsOn: '2026-12-01' } : hold,
    );
    const moved = moveInQueue(queue, 'hold-c', 1, day.today);
    expect(order(moved)).toBe('acb');
    expect(moved.map((hold) => positionOf(moved, hold.holdId, day.today))).toEqual([3, 1, 2]);
    expect(order(moveInQueue(queue, 'hold-a', 1, day.today))).toBe('abc');
  });
  it('leaves served holds and their places alone', () => {
    const queue = readers('abcd').map((hold) => (hold.readerId === 'b' ? { ...hold, barcode: 'YX1' } : hold));
    expect(order(moveInQueue(queue, 'hold-d', 1, day.today))).toBe('dbac');
    expect(moveInQueue(queue, 'hold-b', 1, day.today)).toEqual(queue);
    expect(moveInQueue(queue, 'hold-x', 1, day.today)).toEqual(queue);
  });
});

describe('whatever happens to a queue', () => {
  type Step =
    | { kind: 'join'; starts: string | null }
    | { kind: 'leave'; at: number }
    | { kind: 'move'; at: number; to: number }
    | { kind: 'call' };
  const aStep: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      kind: fc.constant('join' as const),
      starts: fc.option(fc.constantFrom('2026-11-23', '2026-11-22')),
    }),
    fc.record({ kind: fc.constant('leave' as const), at: fc.nat(9) }),
    fc.record({ kind: fc.constant('move' as const), at: fc.nat(9), to: fc.integer({ min: -2, max: 12 }) }),
    fc.record({ kind: fc.constant('call' as const) }),
  );
  const take = (queue: Queue, step: Step, n: number): Queue => {
    switch (step.kind) {
      case 'join':
        return join(queue, aWaitingHold(`r${n}`, { startsOn: step.starts }));
      case 'leave':
        return leave(queue, queue[step.at]?.holdId ?? '');
      case 'move':
        return moveInQueue(queue, queue[step.at]?.holdId ?? '', step.to, day.today);
      case 'call':
        return call(queue, `c${n}`)?.queue ?? queue;
    }
  };
  it('positions follow the order of service on every day, and the first is who is called', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.constantFrom('2026-11-21', '2026-11-22', '2026-11-23', '2026-12-01'))),
        fc.constantFrom('2026-11-20', '2026-11-22', '2026-11-23', '2026-12-31'),
        (starts, today) => {
          const queue = starts.map((startsOn, n) => aWaitingHold(`r${n}`, { startsOn }));
          const served = inOrderOfService(queue, today);
          expect(served.map((hold) => positionOf(queue, hold.holdId, today))).toEqual(
            served.map((_, n) => n + 1),
          );
          const everybody = { today, lookAheadDays: () => 400 };
          expect(call(queue, 'YX1', everybody)?.hold.holdId).toBe(served[0]?.holdId);
        },
      ),
    );
  });
  it('positions are whole, nobody is lost, and each copy serves one hold', () => {
    fc.assert(
      fc.property(fc.array(aStep, { maxLength: 40 }), (steps) => {
        let queue: Queue = [];
        steps.forEach((step, n) => {
          const before = queue;
          queue = take(queue, step, n);
          const waiting = positions(queue).filter((position) => position > 0);
          expect(waiting).toEqual(waiting.map((_, index) => index + 1));
          const copies = queue.flatMap((hold) => hold.barcode ?? []);
          expect(new Set(copies).size).toBe(copies.length);
          if (step.kind === 'move' || step.kind === 'call') {
            expect(new Set(queue.map((hold) => hold.holdId))).toEqual(
              new Set(before.map((hold) => hold.holdId)),
            );
          }
        });
      }),
    );
  });
});
