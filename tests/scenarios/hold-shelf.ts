import { openDaysAfter } from '../../cloudfunctions/circulation/calendar';
import { routeCheckedIn } from '../../cloudfunctions/circulation/check-in';
import { callNext, positionOf, type Queue } from '../../cloudfunctions/circulation/hold-queue';
import { blockForNoShow } from '../../cloudfunctions/circulation/no-show';
import { blocksOf } from '../../cloudfunctions/circulation/reader-blocks';
import type { Rules } from '../../cloudfunctions/documents';
import { addDays, instantOf } from '../../cloudfunctions/kernel/local-date';
import {
  aBranch,
  aPolicy,
  aReader,
  aWaitingHold,
  anItem,
  anOpenLoan,
  closedOn,
  onLoan,
  rules,
  copiesOnShelf,
} from '../builders/documents';
import { byRows, lending, NOW, renewed, type Scenario, TODAY } from './scenario';

const shelfUntil = ({ holdShelfDays }: Pick<Rules, 'holdShelfDays'>) =>
  openDaysAfter(aBranch(), [], TODAY, holdShelfDays);
const broughtBack = (item: Parameters<typeof routeCheckedIn>[0]['item'], queue: Queue, branchId = 'main') =>
  routeCheckedIn({
    item,
    queue,
    branchId,
    now: NOW,
    today: TODAY,
    lookAheadDays: () => 0,
    pickUpByFor: () => '2026-11-25',
  });
const jessica = aWaitingHold('jessica', { status: 'ready', barcode: 'YX1', pickUpBy: '2026-11-25' });
const onShelfForJessica = anItem({
  status: 'on_hold_shelf',
  hold: { holdId: 'hold-jessica', readerId: 'jessica', pickUpBy: '2026-11-25' },
});

export const holdShelf: Scenario[] = [
  {
    id: 'N10',
    says: 'Shuren: kept three days; three uncollected in a row stop borrowing for five; renewal not while others wait',
    outcome: () => {
      const given = byRows(
        [
          aPolicy({
            holdShelfDays: 3,
            noShow: { count: 3, inARow: true, withinDays: null, blockDays: 5 },
            renewalWhenHeld: 'never',
          }),
        ],
        'student',
        'book',
      );
      const until = (...noShows: string[]) =>
        given.noShow && blockForNoShow({ rule: given.noShow, noShows, today: TODAY });
      const suspendedUntil = until('2026-10-01', '2026-11-01', TODAY) ?? '';
      return [
        shelfUntil(given),
        until('2026-11-01', TODAY),
        suspendedUntil,
        [5, 6].map((days) => blocksOf(aReader({ suspendedUntil }), addDays(TODAY, days)).length),
        renewed({ rules: given, queue: [aWaitingHold('a')], shelf: copiesOnShelf(9) }),
      ];
    },
    expected: ['2026-11-25', null, '2026-11-27', [1, 0], ['others_waiting']],
  },
  {
    id: 'C05',
    says: 'one open day from Monday, open Wednesday and Thursday, is Wednesday',
    outcome: () => openDaysAfter(aBranch({ weeklyHours: closedOn(0, 1, 2, 5, 6) }), [], '2020-01-20', 1),
    expected: '2020-01-22',
  },
  {
    id: 'F18',
    says: 'a copy that is brought back waits for the first of two, the second goes on waiting',
    outcome: () => {
      const { item, queue } = broughtBack(onLoan(), [aWaitingHold('jessica'), aWaitingHold('steve')]);
      return [item.status, queue.map((hold) => hold.status)];
    },
    expected: ['on_hold_shelf', ['ready', 'waiting']],
  },
  {
    id: 'F21',
    says: 'what waits for one goes to no other, whether they wait too or not',
    outcome: () =>
      ['rebecca', 'steve', 'jessica'].map((_id) =>
        lending({
          reader: aReader({ _id }),
          item: onShelfForJessica,
          queue: [jessica, aWaitingHold('steve')],
        }),
      ),
    expected: [['item_held_for_another'], ['item_held_for_another'], []],
  },
  {
    id: 'F24',
    says: 'a copy on the hold shelf that is scanned again keeps its last day',
    outcome: () =>
      routeCheckedIn({
        item: onShelfForJessica,
        queue: [jessica],
        branchId: 'main',
        now: instantOf('2026-11-24', '10:00'),
        today: '2026-11-24',
        lookAheadDays: () => 0,
        pickUpByFor: () => '2026-11-27',
      }).item.hold?.pickUpBy,
    expected: '2026-11-25',
  },
  {
    id: 'K80',
    says: 'six days on the shelf: ready today, bound to the copy, at no place in the queue any more',
    outcome: () => {
      const day = shelfUntil(rules({ holdShelfDays: 6 }));
      const called = callNext([aWaitingHold('a')], anItem(), {
        today: TODAY,
        lookAheadDays: () => 0,
        branchId: 'main',
        pickUpByFor: () => day,
      });
      return [
        called?.hold.status,
        called?.hold.barcode,
        called?.hold.pickUpBy,
        positionOf(called?.queue ?? [], 'hold-a', TODAY),
      ];
    },
    expected: ['ready', 'YX1', addDays(TODAY, 6), 0],
  },
  {
    id: 'K83',
    says: 'the reader’s own last day stands when it is the earlier one',
    outcome: () =>
      callNext([aWaitingHold('a', { neededUntil: addDays(TODAY, 6) })], anItem(), {
        today: TODAY,
        lookAheadDays: () => 0,
        branchId: 'main',
        pickUpByFor: () => shelfUntil(rules({ holdShelfDays: 10 })),
      })?.hold.pickUpBy,
    expected: addDays(TODAY, 6),
  },
  {
    id: 'R05',
    says: 'asked for, fetched at home, lent, brought back: on the shelf and nobody waits',
    outcome: () => {
      const fetched = broughtBack(anItem(), [aWaitingHold('reader-1')]);
      const lent = lending({ item: fetched.item, queue: fetched.queue });
      const back = broughtBack(onLoan(fetched.item), []);
      return [fetched.destination.kind, lent, back.destination.kind, back.item.status, back.queue];
    },
    expected: ['hold_shelf', [], 'shelve', 'available', []],
  },
  {
    id: 'R08',
    says: 'A and B wait: B is refused, A has it, may not renew, and brings it to where B picks up',
    outcome: () => {
      const b = aWaitingHold('b', { pickUpBranchId: 'garden' });
      const fetched = broughtBack(anItem(), [aWaitingHold('a'), b]);
      const to = (_id: string) =>
        lending({ reader: aReader({ _id }), item: fetched.item, queue: fetched.queue });
      const loan = anOpenLoan({ readerId: 'a', dueOn: addDays(TODAY, 10) });
      const back = broughtBack(onLoan({ ...fetched.item, hold: null }, loan), [b], 'garden');
      return [
        to('b'),
        to('a'),
        renewed({ reader: aReader({ _id: 'a' }), loan, queue: [b] }),
        back.destination.kind,
        back.item.hold?.readerId,
      ];
    },
    expected: [['item_held_for_another'], [], ['others_waiting'], 'hold_shelf', 'b'],
  },
];
