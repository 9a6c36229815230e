import { aWaitingHold, anItem, anOpenLoan, onLoan } from '../../tests/builders/documents';
import { instantOf } from '../kernel/local-date';
import { refusalsToTakeBack, routeCheckedIn, type CheckInFacts } from './check-in';

const now = '2026-11-22T02:00:00.000Z';
const five = ['a', 'b', 'c', 'd', 'e'].map((readerId) => aWaitingHold(readerId));

describe('check-in', () => {
  const facts = (changes: Partial<CheckInFacts> = {}): CheckInFacts => ({
    item: anItem(),
    queue: [],
    branchId: 'main',
    now,
    today: '2026-11-22',
    lookAheadDays: () => 0,
    pickUpByFor: () => '2026-11-25',
    ...changes,
  });
  const lent = onLoan();

  it('puts an item back on the shelf at home', () => {
    const { item, destination } = routeCheckedIn(facts({ item: lent }));
    expect(destination).toEqual({ kind: 'shelve' });
    expect(item).toMatchObject({ status: 'available', loan: null, hold: null, branchId: 'main' });
  });
  it('sends an item of another branch home', () => {
    const { item, destination } = routeCheckedIn(facts({ item: lent, branchId: 'garden' }));
    expect(destination).toEqual({ kind: 'transit', toBranchId: 'main', why: 'home' });
    expect(item).toMatchObject({
      status: 'in_transit',
      branchId: 'main',
      transit: { fromBranchId: 'garden', toBranchId: 'main', why: 'home' },
    });
  });
  it('puts it on the hold shelf for the first who waits here', () => {
    const { item, destination, queue } = routeCheckedIn(facts({ item: lent, queue: five }));
    expect(destination).toMatchObject({ kind: 'hold_shelf', becameReady: true, hold: { readerId: 'a' } });
    expect(item).toMatchObject({
      status: 'on_hold_shelf',
      hold: { holdId: 'hold-a', readerId: 'a', pickUpBy: '2026-11-25' },
    });
    expect(queue[1]).toMatchObject({ readerId: 'b', status: 'waiting', barcode: null });
  });
  it('sends it to the pick-up branch, where the shelf time starts on arrival', () => {
    const queue = [aWaitingHold('a', { pickUpBranchId: 'garden' })];
    const sent = routeCheckedIn(facts({ item: lent, queue }));
    expect(sent.destination).toEqual({ kind: 'transit', toBranchId: 'garden', why: 'hold' });
    expect(sent.queue[0]).toMatchObject({ status: 'waiting', barcode: 'YX1', pickUpBy: null });
    const there = routeCheckedIn(facts({ item: sent.item, queue: sent.queue, branchId: 'garden' }));
    expect(there.destination).toMatchObject({ kind: 'hold_shelf', becameReady: true });
    expect(there.queue[0]).toMatchObject({ status: 'ready', pickUpBy: '2026-11-25' });
  });
  it('does not count the shelf time anew when a ready item is scanned again', () => {
    const ready = aWaitingHold('a', { status: 'ready', barcode: 'YX1', pickUpBy: '2026-11-23' });
    const item = anItem({
      status: 'on_hold_shelf',
      hold: { holdId: 'hold-a', readerId: 'a', pickUpBy: '2026-11-23' },
    });
    const again = routeCheckedIn(facts({ item, queue: [ready] }));
    expect(again.destination).toMatchObject({ kind: 'hold_shelf', becameReady: false });
    expect(again.item.hold?.pickUpBy).toBe('2026-11-23');
  });
  it('puts a ready hold back on its way when its item turns up at another branch', () => {
    const ready = aWaitingHold('a', { status: 'ready', barcode: 'YX1', pickUpBy: '2026-11-23' });
    const item = anItem({
      status: 'on_hold_shelf',
      hold: { holdId: 'hold-a', readerId: 'a', pickUpBy: '2026-11-23' },
    });
    const elsewhere = routeCheckedIn(facts({ item, queue: [ready], branchId: 'garden' }));
    expect(elsewhere.destination).toEqual({ kind: 'transit', toBranchId: 'main', why: 'hold' });
    expect(elsewhere.queue[0]).toMatchObject({ status: 'waiting', barcode: 'YX1', pickUpBy: null });
    expect(elsewhere.item.hold?.pickUpBy).toBeNull();
    const back = routeCheckedIn(facts({ item: elsewhere.item, queue: elsewhere.queue }));
    expect(back.destination).toMatchObject({ kind: 'hold_shelf', becameReady: true });
  });
  it('calls the reader after an item on its way whose hold was cancelled, on arrival', () => {
    const item = anItem({
      status: 'in_transit',
      transit: { fromBranchId: 'garden', toBranchId: 'main', why: 'hold' },
    });
    expect(routeCheckedIn(facts({ item, queue: [aWaitingHold('b')] })).destination).toMatchObject({
      kind: 'hold_shelf',
      hold: { readerId: 'b' },
    });
    expect(routeCheckedIn(facts({ item })).destination).toEqual({ kind: 'shelve' });
  });
  it.each(['in_repair', 'withdrawn'] as const)('sets a %s item aside and changes nothing', (status) => {
    const { item, destination } = routeCheckedIn(facts({ item: anItem({ status }), queue: five }));
    expect(destination).toEqual({ kind: 'set_aside', status });
    expect(item.status).toBe(status);
  });
  it('never gives a reference copy to a reader who waits', () => {
    expect(routeCheckedIn(facts({ item: anItem({ use: 'reference' }), queue: five })).destination).toEqual({
      kind: 'shelve',
    });
  });
  it('ends the loan and remembers it', () => {
    const { item } = routeCheckedIn(facts({ item: lent }));
    expect(item).toMatchObject({
      loan: null,
      changedAt: now,
      lastLoan: { loanId: 'YX1:1', readerId: 'reader-1', endedAt: now, how: 'returned' },
    });
  });
  it('remembers the moment at which it was really brought back', () => {
    const returnedAt = instantOf('2026-11-20', '23:42');
    expect(routeCheckedIn(facts({ item: lent, returnedAt })).item.lastLoan?.endedAt).toBe(returnedAt);
  });
  it('ends what was claimed and what was recalled with the loan', () => {
    const loan = anOpenLoan({
      claimedReturnedAt: now,
      recall: { holdId: 'hold-a', on: '2026-11-20', dueOnBefore: '2026-12-20' },
    });
    expect(routeCheckedIn(facts({ item: onLoan(anItem(), loan) })).item).toMatchObject({
      status: 'available',
      loan: null,
    });
  });
  it('leaves a floating copy where it was brought back', () => {
    const { item, destination } = routeCheckedIn(
      facts({ item: onLoan(anItem({ floating: true })), branchId: 'garden' }),
    );
    expect(destination).toEqual({ kind: 'shelve' });
    expect(item).toMatchObject({
      status: 'available',
      branchId: 'garden',
      homeBranchId: 'main',
      transit: null,
    });
  });
  it('finds a lost copy again, which then goes where any other goes', () => {
    const lost = anItem({ status: 'lost' });
    expect(routeCheckedIn(facts({ item: lost }))).toMatchObject({
      found: true,
      item: { status: 'available' },
      destination: { kind: 'shelve' },
    });
    expect(routeCheckedIn(facts({ item: lost, branchId: 'garden' })).destination).toMatchObject({
      kind: 'transit',
      why: 'home',
    });
    expect(routeCheckedIn(facts({ item: lost, queue: five }))).toMatchObject({
      found: true,
      item: { status: 'on_hold_shelf' },
    });
    expect(routeCheckedIn(facts({ item: lent })).found).toBe(false);
  });
  it('passes over holds that start later, are over, or want another copy', () => {
    const queue = [
      aWaitingHold('later', { startsOn: '2026-11-23' }),
      aWaitingHold('over', { neededUntil: '2026-11-21' }),
      aWaitingHold('other', { wants: 'YX2' }),
      aWaitingHold('this', { wants: 'YX1', startsOn: '2026-11-22', neededUntil: '2026-11-22' }),
    ];
    const { item, queue: after } = routeCheckedIn(facts({ item: lent, queue }));
    expect(item.hold).toEqual({ holdId: 'hold-this', readerId: 'this', pickUpBy: '2026-11-22' });
    expect(after.slice(0, 3)).toEqual(queue.slice(0, 3));
  });
});

describe('the day of a return', () => {
  const lent = onLoan(anItem(), anOpenLoan({ checkedOutOn: '2026-11-20' }));
  const on = (returnedOn: string) => ({ returnedOn, today: '2026-11-22' });
  it('is not before that of the check-out', () => {
    expect(refusalsToTakeBack(lent, on('2026-11-19'))).toEqual([
      { code: 'returned_before_lent', returnedOn: '2026-11-19', checkedOutOn: '2026-11-20' },
    ]);
    expect(refusalsToTakeBack(lent, on('2026-11-20'))).toEqual([]);
  });
  it('is at most a fortnight back, whether somebody has the copy or not', () => {
    const long = onLoan(anItem(), anOpenLoan({ checkedOutOn: '2026-09-01' }));
    for (const item of [long, anItem()]) {
      expect(refusalsToTakeBack(item, on('2026-11-08'))).toEqual([]);
      expect(refusalsToTakeBack(item, on('2026-11-07'))).toEqual([
        { code: 'returned_too_far_back', returnedOn: '2026-11-07', earliest: '2026-11-08' },
      ]);
    }
  });
});
