import fc from 'fast-check';
import {
  aBranch,
  aPolicy,
  aReader,
  aWaitingHold,
  anItem,
  anOpenLoan,
  rules,
} from '../../tests/builders/documents';
import { lending, renewed, NOW, TODAY } from '../../tests/scenarios/scenario';
import type { ItemDocument } from '../documents';
import { callFactsAt } from './call-facts';
import { planFetching, type CallsBy } from './fetching';
import type { Queue } from './hold-queue';
import { refusalsToTransfer } from './transfer';

/** Adults are lent no children's books, children no rare ones; nothing goes from the garden to the east. */
const library = {
  policies: [
    aPolicy(),
    aPolicy({ lendable: false }, { _id: 'a', readerCategory: 'adult', itemType: 'children' }),
    aPolicy({ lendable: false }, { _id: 'b', readerCategory: 'child', itemType: 'rare' }),
    aPolicy({ holdsNotFrom: ['garden'] }, { _id: 'c', branchId: 'east' }),
  ],
  branches: ['main', 'garden', 'east'].map((_id) => aBranch({ _id })),
  calendars: [],
} as unknown as Parameters<typeof callFactsAt>[0]['library'];
const callsBy: CallsBy = (item) => callFactsAt({ library, today: TODAY }, item);
const served = (queue: Queue, items: readonly ItemDocument[]) =>
  new Set(planFetching(queue, items, callsBy).map(({ hold }) => hold.holdId));
const without = (items: readonly ItemDocument[], item: ItemDocument) => items.filter((each) => each !== item);

/** To a stranger, who waits for nothing. */
const lent = (item: ItemDocument, queue: Queue, shelf: ItemDocument[]) =>
  lending({ item, queue, shelf, callsBy });
const kept = (item: ItemDocument, queue: Queue, shelf: ItemDocument[]) =>
  renewed({ item, queue, shelf, callsBy });
const handedOn = (item: ItemDocument, queue: Queue, shelf: ItemDocument[]) =>
  refusalsToTransfer({
    item: { ...item, status: 'on_loan', loan: anOpenLoan({ readerId: 'giver', dueOn: '2099-01-01' }) },
    ...{ queue, shelf, callsBy },
    reader: aReader(),
    rules: rules(),
    rulesOfLoan: rules(),
    overdue: 0,
    childrenOwe: 0,
    today: TODAY,
    now: NOW,
  }).map(({ code }) => code);

const [b1, b2] = [anItem({ _id: 'B1' }), anItem({ _id: 'B2' })];
const wantsB1 = aWaitingHold('an', { wants: 'B1' });

describe('a copy that somebody goes without', () => {
  it('is not lent, renewed or handed on because another stands there that is for somebody else', () => {
    const queue = [wantsB1, aWaitingHold('bai')];
    expect(lent(b2, queue, [b1, b2])).toEqual(['item_needed_for_holds']);
    expect(kept(b2, queue, [b1])).toEqual(['others_waiting']);
    expect(handedOn(b2, queue, [b1])).toEqual(['others_waiting']);
    expect([lent(b2, [wantsB1], [b1, b2]), kept(b2, [wantsB1], [b1]), handedOn(b2, [wantsB1], [b1])]).toEqual(
      [[], 'renewed', []],
    );
  });
  it('is not left to its borrower because of a copy that is not lent to who waits', () => {
    const child = aWaitingHold('bai', { readerCategory: 'child' });
    const rare = anItem({ _id: 'B1', itemType: 'rare' });
    expect(kept(b2, [wantsB1, child], [rare])).toEqual(['others_waiting']);
    expect(kept(b2, [child], [anItem({ _id: 'B1', branchId: 'garden' })])).toBe('renewed');
  });
  it('is needed, too, when it frees for them a copy that somebody before them would take', () => {
    const queue = [aWaitingHold('an', { pickUpBranchId: 'garden' }), aWaitingHold('bai', { wants: 'B1' })];
    const near = anItem({ _id: 'B3', branchId: 'garden' });
    expect(served(queue, [b1])).toEqual(new Set(['hold-an']));
    expect(kept(near, queue, [b1])).toEqual(['others_waiting']);
  });
  it('may go to whoever waits before them', () => {
    const queue = [aWaitingHold('reader-1'), aWaitingHold('bai')];
    expect(lent(b1, queue, [b1])).toEqual([]);
    expect(lent(b1, [...queue].reverse(), [b1])).toEqual(['item_needed_for_holds']);
  });
});

describe('the list of what is fetched, check-out, renewal and hand-over', () => {
  const aHold = fc.record({
    readerCategory: fc.constantFrom('adult', 'child'),
    pickUpBranchId: fc.constantFrom('main', 'garden', 'east'),
    wants: fc.constantFrom(null, null, null, 'c0', 'c1', 'c2'),
    startsOn: fc.constantFrom(null, null, TODAY, '2099-01-01'),
    barcode: fc.constantFrom(null, null, null, 'elsewhere'),
  });
  const aCopy = fc.record({
    itemType: fc.constantFrom('book', 'book', 'children', 'rare'),
    branchId: fc.constantFrom('main', 'garden'),
  });
  it('count on the same copies: none goes that the list needs, and none is kept back for nobody', () => {
    fc.assert(
      fc.property(
        fc.array(aHold, { maxLength: 6 }),
        fc.array(aCopy, { minLength: 1, maxLength: 5 }),
        (holds, copies) => {
          const queue = holds.map((hold, n) => aWaitingHold(`r${n}`, hold));
          const shelf = copies.map((item, n) => anItem({ _id: `c${n}`, ...item }));
          const all = served(queue, shelf);
          for (const item of shelf) {
            const rest = served(queue, without(shelf, item));
            const waits =
              served(
                queue.filter(({ holdId }) => !rest.has(holdId)),
                [item],
              ).size > 0;
            const needed = rest.size < all.size || waits;
            expect([...rest].every((holdId) => all.has(holdId))).toBe(true);
            expect(lent(item, queue, shelf)).toEqual(needed ? ['item_needed_for_holds'] : []);
            const others = without(shelf, item);
            expect(kept(item, queue, others)).toEqual(needed ? ['others_waiting'] : 'renewed');
            expect(handedOn(item, queue, others)).toEqual(needed ? ['others_waiting'] : []);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
