import { aWaitingHold, anItem } from '../../tests/builders/documents';
import { routeCheckedIn } from './check-in';
import { releaseHold } from './releasing-hold';

const now = '2026-11-22T02:00:00.000Z';
const day = { today: '2026-11-22', lookAheadDays: () => 0, pickUpByFor: () => '2026-11-25' };

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
      ...day,
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
      ...day,
    });
    expect(release.next).toMatchObject({ status: 'waiting', barcode: 'YX1', pickUpBy: null });
    const routed = routeCheckedIn({
      item: release.item ?? item,
      queue: release.queue,
      branchId: 'main',
      now,
      ...day,
    });
    expect(routed.destination).toEqual({ kind: 'transit', toBranchId: 'garden', why: 'hold' });
  });
  it('leaves the copy on the hold shelf to be cleared when nobody waits', () => {
    const release = releaseHold({ queue: [ready], holdId: 'hold-a', item, now, ...day });
    expect(release).toMatchObject({ next: null, queue: [], item: { status: 'on_hold_shelf', hold: null } });
    expect(
      routeCheckedIn({ item: release.item ?? item, queue: [], branchId: 'main', now, ...day }).destination,
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
      releaseHold({ queue: [waiting], holdId: 'hold-a', item: travelling, now, ...day }).item,
    ).toMatchObject({ status: 'in_transit', hold: null });
  });
});
