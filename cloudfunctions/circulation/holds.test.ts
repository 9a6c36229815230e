import { aBranch, aPolicy, aReader, aWaitingHold, anItem } from './builders';
import { routeCheckedIn, type CheckInFacts } from './check-in';
import { callNext, join, leave, positionOf } from './hold-queue';
import { refusalsToHold, type PlacingHoldFacts } from './placing-hold';
import { releaseHold } from './releasing-hold';

const now = '2026-11-22T02:00:00.000Z';
const pickUpByAt = () => '2026-11-25';
const five = ['a', 'b', 'c', 'd', 'e'].map((readerId) => aWaitingHold(readerId));

describe('the hold queue', () => {
  it('serves in the order of coming', () => {
    const queue = five.reduce((before, hold) => join(before, hold), [] as ReturnType<typeof join>);
    expect(queue.map((hold) => positionOf(queue, hold.holdId))).toEqual([1, 2, 3, 4, 5]);
  });
  it('closes the gap when somebody leaves', () => {
    const queue = leave(five, 'hold-b');
    expect(queue.map((hold) => positionOf(queue, hold.holdId))).toEqual([1, 2, 3, 4]);
  });
  it('calls the first who waits, once', () => {
    const first = callNext(five, 'YX1', 'main', pickUpByAt);
    expect(first?.hold).toMatchObject({
      readerId: 'a',
      status: 'ready',
      barcode: 'YX1',
      pickUpBy: '2026-11-25',
    });
    const second = callNext(first?.queue ?? [], 'YX2', 'main', pickUpByAt);
    expect(second?.hold.readerId).toBe('b');
    expect(positionOf(second?.queue ?? [], 'hold-c')).toBe(1);
  });
  it('calls nobody when everybody is served', () =>
    expect(callNext([], 'YX1', 'main', pickUpByAt)).toBeUndefined());
});

describe('placing a hold', () => {
  const facts = (changes: Partial<PlacingHoldFacts> = {}): PlacingHoldFacts => ({
    reader: aReader(),
    titleId: 'title-1',
    queue: [],
    items: [anItem({ status: 'on_loan' })],
    pickUpBranch: aBranch(),
    policy: aPolicy(),
    today: '2026-11-22',
    ...changes,
  });
  const codes = (changes: Partial<PlacingHoldFacts>) =>
    refusalsToHold(facts(changes)).map((refusal) => refusal.code);
  const openHolds = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ holdId: `h${n}`, titleId: `t${n}` }));

  it('is allowed up to the limit', () => {
    expect(codes({ reader: aReader({ openHolds: openHolds(4) }) })).toEqual([]);
    expect(codes({ reader: aReader({ openHolds: openHolds(5) }) })).toEqual(['hold_limit_reached']);
  });
  it('is refused twice for one title, and for a title one has at home', () => {
    expect(codes({ queue: [aWaitingHold('reader-1')] })).toEqual(['already_held']);
    expect(codes({ ownDueOn: '2026-12-01' })).toEqual(['already_borrowed']);
  });
  it('needs a copy that can ever serve', () => {
    expect(codes({ items: [] })).toEqual(['no_item_can_fill']);
    expect(
      codes({
        items: [anItem({ referenceOnly: true }), anItem({ status: 'lost' }), anItem({ status: 'withdrawn' })],
      }),
    ).toEqual(['no_item_can_fill']);
  });
  it('takes a title from the shelf only where the policy allows it', () => {
    expect(codes({ items: [anItem()] })).toEqual([]);
    expect(codes({ items: [anItem()], policy: aPolicy({ holdsOnShelf: false }) })).toEqual([
      'title_on_shelf',
    ]);
  });
  it('needs a branch where one can pick up', () => {
    expect(codes({ pickUpBranch: undefined })).toEqual(['branch_not_found']);
    expect(codes({ pickUpBranch: aBranch({ pickUp: false }) })).toEqual(['branch_not_found']);
  });
});

describe('check-in', () => {
  const facts = (changes: Partial<CheckInFacts> = {}): CheckInFacts => ({
    item: anItem(),
    queue: [],
    branchId: 'main',
    now,
    pickUpByAt,
    ...changes,
  });
  const lent = anItem({ status: 'on_loan', loan: { loanId: 'l', readerId: 'reader-9' } });

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
  it.each(['lost', 'in_repair', 'withdrawn'] as const)(
    'sets a %s item aside and changes nothing',
    (status) => {
      const { item, destination } = routeCheckedIn(facts({ item: anItem({ status }), queue: five }));
      expect(destination).toEqual({ kind: 'set_aside', status });
      expect(item.status).toBe(status);
    },
  );
  it('never gives a reference copy to a reader who waits', () => {
    expect(routeCheckedIn(facts({ item: anItem({ referenceOnly: true }), queue: five })).destination).toEqual(
      { kind: 'shelve' },
    );
  });
});

describe('a hold that ends without its copy being taken', () => {
  const ready = aWaitingHold('a', { status: 'ready', barcode: 'YX1', pickUpBy: '2026-11-21' });
  const item = anItem({
    status: 'on_hold_shelf',
    hold: { holdId: 'hold-a', readerId: 'a', pickUpBy: '2026-11-21' },
  });

  it('passes the copy to the next reader at the same branch', () => {
    const release = releaseHold({
      queue: [ready, aWaitingHold('b')],
      holdId: 'hold-a',
      item,
      now,
      pickUpByAt,
    });
    expect(release.next).toMatchObject({ readerId: 'b', status: 'ready', barcode: 'YX1' });
    expect(release.item).toMatchObject({
      status: 'on_hold_shelf',
      hold: { holdId: 'hold-b', readerId: 'b' },
    });
  });
  it('lets the copy be sent on to the branch of the next reader', () => {
    const release = releaseHold({
      queue: [ready, aWaitingHold('b', { pickUpBranchId: 'garden' })],
      holdId: 'hold-a',
      item,
      now,
      pickUpByAt,
    });
    expect(release.next).toMatchObject({ status: 'waiting', barcode: 'YX1', pickUpBy: null });
    const routed = routeCheckedIn({
      item: release.item ?? item,
      queue: release.queue,
      branchId: 'main',
      now,
      pickUpByAt,
    });
    expect(routed.destination).toEqual({ kind: 'transit', toBranchId: 'garden', why: 'hold' });
  });
  it('leaves the copy on the hold shelf to be cleared when nobody waits', () => {
    const release = releaseHold({ queue: [ready], holdId: 'hold-a', item, now, pickUpByAt });
    expect(release).toMatchObject({ next: null, queue: [], item: { status: 'on_hold_shelf', hold: null } });
    expect(
      routeCheckedIn({ item: release.item ?? item, queue: [], branchId: 'main', now, pickUpByAt })
        .destination,
    ).toEqual({ kind: 'shelve' });
  });
  it('lets a travelling copy travel on', () => {
    const travelling = anItem({
      status: 'in_transit',
      hold: { holdId: 'hold-a', readerId: 'a', pickUpBy: null },
      transit: { fromBranchId: 'garden', toBranchId: 'main', why: 'hold' },
    });
    const waiting = aWaitingHold('a', { barcode: 'YX1' });
    expect(
      releaseHold({ queue: [waiting], holdId: 'hold-a', item: travelling, now, pickUpByAt }).item,
    ).toMatchObject({ status: 'in_transit', hold: null });
  });
});
