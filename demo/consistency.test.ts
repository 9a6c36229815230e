import { inconsistencies } from './consistency';
import { demoDocuments, type AllDocuments } from './seed';

jest.setTimeout(60_000);

const now = new Date('2026-11-22T02:00:00.000Z');
const healthy = demoDocuments(now, 'cloud://clip');

/** The demo library with one thing spoilt. */
function spoilt(spoil: (all: Required<AllDocuments>) => void): string[] {
  const all = structuredClone(healthy) as Required<AllDocuments>;
  spoil(all);
  return inconsistencies(all);
}

test('the demo library contradicts itself nowhere', () => {
  expect(inconsistencies(healthy)).toEqual([]);
});

test.each([
  ['2026-01-01T16:30:00.000Z'],
  ['2026-02-16T00:00:00.000Z'],
  ['2027-03-01T23:59:00.000Z'],
  ['2028-02-29T04:00:00.000Z'],
])('nor does it when it begins on %s', (moment) => {
  expect(inconsistencies(demoDocuments(new Date(moment)))).toEqual([]);
});

test.each<[string, (all: Required<AllDocuments>) => void]>([
  ['a copy that forgot its loan', (all) => (all.items.find((item) => item.loan)!.loan = null)],
  ['a copy on the shelf and on loan', (all) => (all.items.find((item) => item.loan)!.status = 'available')],
  [
    'a loan named after another copy',
    (all) => {
      const [first, second] = all.items.filter((item) => item.loan);
      first!.loan = second!.loan;
    },
  ],
  [
    'a loan its reader does not know',
    (all) => all.readers.find((reader) => reader.openLoans.length > 0)!.openLoans.pop(),
  ],
  [
    'a loan its reader knows twice',
    (all) => {
      const { openLoans } = all.readers.find((reader) => reader.openLoans.length > 0)!;
      openLoans.push(openLoans[0]!);
    },
  ],
  [
    'a reader who knows an earlier last day than there was ever one',
    (all) => {
      const { openLoans } = all.readers.find((reader) => reader.openLoans.length > 0)!;
      openLoans[0]!.dueOnOrLater = '2099-01-01';
    },
  ],
  [
    'a review whose stars are not in the sum',
    (all) => (all.reviews.find(({ status }) => status === 'shown')!.rating -= 1),
  ],
  [
    'a review that is shown and not counted',
    (all) => (all.reviews.find(({ status }) => status === 'waiting')!.status = 'shown'),
  ],
  ['a sum of ratings that is gone', (all) => all.titleRatings.pop()],
  ['a debt without a line', (all) => (all.readers[0]!.owes += 10)],
  ['a line that the counter does not know', (all) => all.accountLines.pop()],
  ['a charge of which more is open than its lines leave', (all) => (all.accountLines[1]!.open = 10)],
  ['a charge that does not know what settled it', (all) => delete all.accountLines[1]!.settledBy],
  ['a payment given back twice over', (all) => (all.accountLines[2]!.refunded = 1000)],
  [
    'a loan recalled for a hold that does not want it',
    (all) => {
      const { loan } = all.items.find((item) => item.loan)!;
      loan!.recall = { holdId: all.holds[0]!._id, on: '2026-01-01', dueOnBefore: '2099-01-01' };
    },
  ],
  ['a receipt number left out', (all) => (all.accountLines[2]!.receipt = 'R00000002')],
  ['a hold missing from its queue', (all) => all.holdQueues[0]!.holds.pop()],
  [
    'a hold that its reader does not know',
    (all) => (all.readers.find((reader) => reader.openHolds.length > 0)!.openHolds = []),
  ],
  [
    'a queue that serves a copy twice',
    (all) => {
      const queue = all.holdQueues.find((each) => each.holds.length > 1 && each.holds[0]!.barcode)!;
      queue.holds[1]!.barcode = queue.holds[0]!.barcode;
    },
  ],
  [
    'a reader twice in a queue',
    (all) => {
      const queue = all.holdQueues.find((each) => each.holds.length > 1)!;
      queue.holds[1]!.readerId = queue.holds[0]!.readerId;
    },
  ],
  [
    'a ready hold whose copy went out',
    (all) => {
      const item = all.items.find((each) => each.status === 'on_hold_shelf' && each.hold)!;
      item.status = 'available';
      item.hold = null;
    },
  ],
  [
    'a ready hold at the wrong branch',
    (all) => (all.items.find((each) => each.status === 'on_hold_shelf')!.branchId = 'linhe'),
  ],
  ['a copy that serves nobody', (all) => (all.items.find((each) => each.hold)!.hold!.holdId = 'h-none')],
  ['a journey without an end', (all) => (all.items.find((each) => each.transit)!.transit = null)],
  ['a copy of no title', (all) => (all.items[0]!.titleId = 't9999')],
  ['an oversold event', (all) => (all.events.find((event) => event.registered > 0)!.quota = 0)],
  ['a registration not counted', (all) => all.registrations.pop()],
  ['an identity that leads nowhere', (all) => (all.readers.find((reader) => reader.openid)!.openid = null)],
  ['two readers with one card', (all) => (all.readers[1]!.cardNumber = all.readers[0]!.cardNumber)],
  ['a message without a notice', (all) => (all.outbox = [{ ...outboxMessage, _id: 'told-nowhere' }])],
  ['a negative balance', (all) => (all.subscriptions[0]!.balance = -1)],
])('finds %s', (_, spoil) => {
  expect(spoilt(spoil)).not.toEqual([]);
});

const outboxMessage = {
  _id: '',
  readerId: 'r-lin',
  topic: 'due_soon',
  fields: {},
  page: '',
  status: 'pending',
  attempts: 0,
  nextAttemptAt: now.toISOString(),
  error: '',
} as const;
