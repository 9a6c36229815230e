import fc from 'fast-check';
import { aBranch, aPolicy, aWaitingHold, anItem } from '../../tests/builders/documents';
import type { ItemDocument, QueuedHold } from '../documents';
import { routeCheckedIn } from './check-in';
import { callFactsAt } from './call-facts';
import { placeInLine, planFetching } from './fetching';
import type { Queue } from './hold-queue';

const today = '2026-11-22';
const now = '2026-11-22T02:00:00.000Z';
const library = (...policies: ReturnType<typeof aPolicy>[]) => ({
  today,
  library: {
    policies,
    branches: [aBranch(), aBranch({ _id: 'garden', name: '园林分馆' })],
    calendars: [],
  } as unknown as Parameters<typeof callFactsAt>[0]['library'],
});
const childrenOnly = [
  aPolicy({ lendable: false }, { _id: 'a', readerCategory: 'adult', itemType: 'children' }),
  aPolicy({ holdLookAheadDays: 3 }, { _id: 'b', readerCategory: 'child' }),
];
const callsBy =
  (context = library()) =>
  (item: Pick<ItemDocument, 'branchId' | 'itemType'>) =>
    callFactsAt(context, item);
const plan = (queue: Queue, items: ItemDocument[], context = library()) =>
  planFetching(queue, items, callsBy(context)).map(({ item, hold }) => `${item._id} ${hold.readerId}`);

describe('what is to be fetched', () => {
  const [a, b] = [anItem({ _id: 'A' }), anItem({ _id: 'B', branchId: 'garden' })];
  it('is a copy at the branch where the hold is collected, if one stands there', () => {
    expect(plan([aWaitingHold('an', { pickUpBranchId: 'garden' })], [a, b])).toEqual(['B an']);
    expect(plan([aWaitingHold('an', { pickUpBranchId: 'garden' })], [a])).toEqual(['A an']);
  });
  it('is one copy a hold, in the order of service', () => {
    expect(plan([aWaitingHold('an'), aWaitingHold('bai')], [a, b])).toEqual(['A an', 'B bai']);
    expect(plan([aWaitingHold('an'), aWaitingHold('bai')], [a])).toEqual(['A an']);
  });
  it('is the copy that is asked for, which goes to nobody else as long as there is another', () => {
    const wants = aWaitingHold('bai', { wants: 'A' });
    expect(plan([wants], [a, b])).toEqual(['A bai']);
    expect(plan([aWaitingHold('an', { pickUpBranchId: 'garden' }), wants], [a, b])).toEqual([
      'B an',
      'A bai',
    ]);
  });
  it('is nothing that stands on no shelf, or is not for loan', () => {
    const never = [anItem({ status: 'in_transit' }), anItem({ use: 'on_site' }), anItem({ status: 'lost' })];
    expect(plan([aWaitingHold('an')], never)).toEqual([]);
  });
  it('is not what is not lent to whoever waits, nor for a hold whose days to fetch ahead have not begun', () => {
    const context = library(...childrenOnly);
    const picture = anItem({ _id: 'A', itemType: 'children' });
    expect(plan([aWaitingHold('an')], [picture], context)).toEqual([]);
    const child = (startsOn: string) => aWaitingHold('xiao', { readerCategory: 'child', startsOn });
    expect(plan([child('2026-11-25')], [picture], context)).toEqual(['A xiao']);
    expect(plan([child('2026-11-26')], [picture], context)).toEqual([]);
  });
});

describe('where a hold stands', () => {
  it('counts the copies that could come to it, and knows when one stands on a shelf for it', () => {
    const [first, second] = [aWaitingHold('an'), aWaitingHold('bai')];
    const items = [
      anItem({ _id: 'A' }),
      anItem({ _id: 'B', status: 'in_transit' }),
      anItem({ _id: 'C', itemType: 'children' }),
    ];
    const place = (hold: QueuedHold) =>
      placeInLine([first, second], hold, items, callsBy(library(...childrenOnly)));
    expect(place(first)).toEqual({ position: 1, copies: 2, isToFetch: true });
    expect(place(second)).toEqual({ position: 2, copies: 2, isToFetch: false });
  });
});

describe('the list, the scan and the waiting time', () => {
  const days = fc.constantFrom(null, '2026-11-20', today, '2026-11-23', '2026-11-25', '2026-12-01');
  const aHold = fc.record({
    readerCategory: fc.constantFrom('adult', 'child'),
    pickUpBranchId: fc.constantFrom('main', 'garden'),
    wants: fc.constantFrom(null, null, null, 'c0', 'c1', 'c2'),
    startsOn: days,
    neededUntil: days,
    barcode: fc.constantFrom(null, null, null, 'elsewhere'),
  });
  const aCopy = fc.record({
    itemType: fc.constantFrom('book', 'children'),
    branchId: fc.constantFrom('main', 'garden'),
    status: fc.constantFrom('available' as const, 'available' as const, 'in_transit' as const),
    use: fc.constantFrom('loan' as const, 'loan' as const, 'reference' as const),
  });

  it('speak of the same copies, whatever queue waits for whatever copies', () => {
    fc.assert(
      fc.property(fc.array(aHold, { maxLength: 7 }), fc.array(aCopy, { maxLength: 5 }), (holds, copies) => {
        const context = library(...childrenOnly);
        const queue = holds.map((hold, n) => aWaitingHold(`r${n}`, hold));
        const items = copies.map((item, n) => anItem({ _id: `c${n}`, ...item }));
        const planned = planFetching(queue, items, callsBy(context));
        expect(new Set(planned.map(({ item }) => item._id)).size).toBe(planned.length);
        expect(new Set(planned.map(({ hold }) => hold.holdId)).size).toBe(planned.length);
        const scan = (item: ItemDocument, waiting: Queue) =>
          routeCheckedIn({ item, queue: waiting, now, ...callFactsAt(context, item) });
        let waiting: Queue = queue;
        for (const { item, hold } of planned) {
          const scanned = scan(item, waiting);
          expect(scanned.item.hold?.holdId).toBe(hold.holdId);
          waiting = scanned.queue;
        }
        const listed = new Set(planned.map(({ item }) => item._id));
        for (const item of items.filter(({ _id, status }) => status === 'available' && !listed.has(_id)))
          expect(scan(item, waiting).item.hold).toBeNull();
        for (const hold of queue)
          expect(placeInLine(queue, hold, items, callsBy(context)).isToFetch).toBe(
            planned.some((each) => each.hold.holdId === hold.holdId),
          );
      }),
      { numRuns: 400 },
    );
  });
});
