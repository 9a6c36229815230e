import type { Rules } from '../../documents';
import { addDays, instantOf } from '../../kernel/local-date';
import {
  aBranch,
  aPolicy,
  aReader,
  aWaitingHold,
  anItem,
  anOpenLoan,
  closedOn,
  knownHolds,
  onLoan,
  rules,
} from '../builders';
import { openDaysAfter } from '../calendar';
import { routeCheckedIn } from '../check-in';
import { callNext, canBeFilled, join, moveInQueue, positionOf, type Queue } from '../hold-queue';
import { blockForNoShow } from '../no-show';
import { holdEnd } from '../placing-hold';
import { blocksOf } from '../reader-blocks';
import { byRows, holding, lending, NOW, renewed, type Scenario, TODAY } from './scenario';

const shelfUntil = ({ holdShelfDays }: Pick<Rules, 'holdShelfDays'>) =>
  openDaysAfter(aBranch(), [], TODAY, holdShelfDays);
const broughtBack = (item: Parameters<typeof routeCheckedIn>[0]['item'], queue: Queue, branchId = 'main') =>
  routeCheckedIn({
    item,
    queue,
    branchId,
    now: NOW,
    today: TODAY,
    lookAheadDays: 0,
    pickUpByAt: () => '2026-11-25',
  });
const callWith = (lookAheadDays: number, startsIn: number) =>
  callNext([aWaitingHold('a', { startsOn: addDays(TODAY, startsIn) })], anItem(), {
    today: TODAY,
    lookAheadDays,
    branchId: 'main',
    pickUpByAt: () => '2026-11-25',
  }) !== undefined;
const six = 'abcdef'.split('').map((readerId) => aWaitingHold(readerId));
const placeAfter = (queue: Queue, holdId: string, to: number) =>
  positionOf(moveInQueue(queue, holdId, to), holdId);
const withHolds = (count: number, placedOn?: string) => aReader({ openHolds: knownHolds(count, placedOn) });
/** Two copies of which so many are lent; `moving`: one of the others is on its way. */
const twoCopies = (lent: number, moving = false) =>
  ['A', 'B'].map((_id, n) =>
    n < lent ? onLoan(anItem({ _id })) : anItem({ _id, status: moving ? 'in_transit' : 'available' }),
  );
const jessica = aWaitingHold('jessica', { status: 'ready', barcode: 'YX1', pickUpBy: '2026-11-25' });
const onShelfForJessica = anItem({
  status: 'on_hold_shelf',
  hold: { holdId: 'hold-jessica', readerId: 'jessica', pickUpBy: '2026-11-25' },
});

export const holdScenarios: Scenario[] = [
  {
    id: 'D01',
    says: 'a regular reader with up to four of five holds places another',
    found: () =>
      [0, 1, 2, 3, 4, 5].map((n) => holding({ reader: withHolds(n), rules: rules({ holdLimit: 5 }) })),
    expected: [[], [], [], [], [], ['hold_limit_reached']],
  },
  {
    id: 'D04',
    says: 'a researcher without a limit places any number',
    found: () =>
      [5, 100_000].map((n) => holding({ reader: withHolds(n), rules: rules({ holdLimit: null }) })),
    expected: [[], []],
  },
  {
    id: 'D07',
    says: 'overdue loans of the pick-up branch stop holds from two on; those of others do not',
    found: () =>
      [0, 1, 2].map((overdueAtBranch) => holding({ overdueAtBranch, rules: rules({ holdOverdueLimit: 2 }) })),
    expected: [[], [], ['loans_overdue']],
  },
  {
    id: 'D10',
    says: 'a hold without end is for those whose rules set none',
    found: () =>
      [null, 60].map((holdLongestDays) => holding({ withoutEnd: true, rules: rules({ holdLongestDays }) })),
    expected: [[], ['hold_too_long']],
  },
  {
    id: 'E11',
    says: 'a hold that no copy can ever fill is known, until one can',
    found: () => [
      canBeFilled({ wants: null }, [anItem({ status: 'lost' }), anItem({ use: 'reference' })]),
      canBeFilled({ wants: null }, [anItem({ status: 'lost' }), onLoan()]),
      holding({ items: [anItem({ status: 'withdrawn' })] }),
    ],
    expected: [false, true, ['no_item_can_fill']],
  },
  {
    id: 'K67',
    says: 'five readers stand in the order in which they came',
    found: () => {
      const queue = six.slice(0, 5).reduce<Queue>(join, []);
      return queue.map((hold) => positionOf(queue, hold.holdId));
    },
    expected: [1, 2, 3, 4, 5],
  },
  {
    id: 'K70',
    says: 'top, down, up and bottom of six',
    found: () => {
      const top = moveInQueue(six, 'hold-d', 1);
      const down = moveInQueue(top, 'hold-d', 2);
      return [
        positionOf(top, 'hold-d'),
        positionOf(down, 'hold-d'),
        placeAfter(down, 'hold-d', 1),
        placeAfter(six, 'hold-d', 6),
      ];
    },
    expected: [1, 2, 1, 6],
  },
  {
    id: 'K73',
    says: 'no hold, or one hold, of such copies',
    found: () => [
      holding({ rules: rules({ holdLimit: 0 }) }),
      holding({ rules: rules({ holdLimit: 1 }) }),
      holding({ rules: rules({ holdLimit: 1 }), reader: withHolds(1) }),
    ],
    expected: [['hold_limit_reached'], [], ['hold_limit_reached']],
  },
  {
    id: 'K76',
    says: 'none a day, or any number a day up to three in all',
    found: () => [
      holding({ rules: rules({ holdsPerDay: 0 }) }),
      holding({ rules: rules({ holdsPerDay: null, holdLimit: 3 }), reader: withHolds(2, TODAY) }),
      holding({ rules: rules({ holdsPerDay: null, holdLimit: 3 }), reader: withHolds(3, TODAY) }),
    ],
    expected: [['holds_per_day_reached'], [], ['hold_limit_reached']],
  },
  {
    id: 'K79',
    says: 'only when all copies are out: none, one, both of two lent, or one lent and one on its way',
    found: () => {
      const allOut = rules({ holdsOnShelf: 'all_out' });
      return [
        ...[0, 1, 2].map((lent) => holding({ items: twoCopies(lent), rules: allOut })),
        holding({ items: twoCopies(1, true), rules: allOut }),
      ];
    },
    expected: [['title_on_shelf'], ['title_on_shelf'], [], []],
  },
  {
    id: 'K91',
    says: 'a hold for tomorrow is served ahead where two days are looked ahead; one for the third day is not',
    found: () => [callWith(0, 1), callWith(2, 1), callWith(2, 3)],
    expected: [false, true, false],
  },
  {
    id: 'N10',
    says: 'Shuren: kept three days; three uncollected in a row stop borrowing for five; renewal not while others wait',
    found: () => {
      const found = byRows(
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
        found.noShow && blockForNoShow({ rule: found.noShow, noShows, today: TODAY });
      const suspendedUntil = until('2026-10-01', '2026-11-01', TODAY) ?? '';
      return [
        shelfUntil(found),
        until('2026-11-01', TODAY),
        suspendedUntil,
        [5, 6].map((days) => blocksOf(aReader({ suspendedUntil }), addDays(TODAY, days)).length),
        renewed({ rules: found, queue: [aWaitingHold('a')], freeCopies: 9 }),
      ];
    },
    expected: ['2026-11-25', null, '2026-11-27', [1, 0], ['others_waiting']],
  },
  {
    id: 'C05',
    says: 'one open day from Monday, open Wednesday and Thursday, is Wednesday',
    found: () => openDaysAfter(aBranch({ weeklyHours: closedOn(0, 1, 2, 5, 6) }), [], '2020-01-20', 1),
    expected: '2020-01-22',
  },
  {
    id: 'F18',
    says: 'a copy that is brought back waits for the first of two, the second goes on waiting',
    found: () => {
      const { item, queue } = broughtBack(onLoan(), [aWaitingHold('jessica'), aWaitingHold('steve')]);
      return [item.status, queue.map((hold) => hold.status)];
    },
    expected: ['on_hold_shelf', ['ready', 'waiting']],
  },
  {
    id: 'F21',
    says: 'what waits for one goes to no other, whether they wait too or not',
    found: () =>
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
    found: () =>
      routeCheckedIn({
        item: onShelfForJessica,
        queue: [jessica],
        branchId: 'main',
        now: instantOf('2026-11-24', '10:00'),
        today: '2026-11-24',
        lookAheadDays: 0,
        pickUpByAt: () => '2026-11-27',
      }).item.hold?.pickUpBy,
    expected: '2026-11-25',
  },
  {
    id: 'K80',
    says: 'six days on the shelf: ready today, bound to the copy, at no place in the queue any more',
    found: () => {
      const day = shelfUntil(rules({ holdShelfDays: 6 }));
      const called = callNext([aWaitingHold('a')], anItem(), {
        today: TODAY,
        lookAheadDays: 0,
        branchId: 'main',
        pickUpByAt: () => day,
      });
      return [
        called?.hold.status,
        called?.hold.barcode,
        called?.hold.pickUpBy,
        positionOf(called?.queue ?? [], 'hold-a'),
      ];
    },
    expected: ['ready', 'YX1', addDays(TODAY, 6), 0],
  },
  {
    id: 'K83',
    says: 'the reader’s own last day stands when it is the earlier one',
    found: () =>
      callNext([aWaitingHold('a', { neededUntil: addDays(TODAY, 6) })], anItem(), {
        today: TODAY,
        lookAheadDays: 0,
        branchId: 'main',
        pickUpByAt: () => shelfUntil(rules({ holdShelfDays: 10 })),
      })?.hold.pickUpBy,
    expected: addDays(TODAY, 6),
  },
  {
    id: 'F32',
    says: 'a reader asks for the same copy once, two readers may both',
    found: () => [
      holding({ queue: [aWaitingHold('reader-1', { wants: 'YX1' })], wants: 'YX1' }),
      holding({ queue: [aWaitingHold('reader-2', { wants: 'YX1' })], wants: 'YX1' }),
    ],
    expected: [['already_held'], []],
  },
  {
    id: 'F35',
    says: 'a place to pick up is known and is one',
    found: () =>
      [undefined, aBranch({ pickUp: false }), aBranch()].map((pickUpBranch) => holding({ pickUpBranch })),
    expected: [['branch_not_found'], ['branch_not_found'], []],
  },
  {
    id: 'I19',
    says: 'sixty days at most; none asked for is sixty',
    found: () => {
      const sixty = rules({ holdLongestDays: 60 });
      return [
        holding({ rules: sixty, neededUntil: addDays(TODAY, 61) }),
        holding({ rules: sixty, neededUntil: addDays(TODAY, 60) }),
        holdEnd({ rules: sixty, startsOn: null, neededUntil: null, today: TODAY }),
      ];
    },
    expected: [['hold_too_long'], [], addDays(TODAY, 60)],
  },
  {
    id: 'R05',
    says: 'asked for, fetched at home, lent, brought back: on the shelf and nobody waits',
    found: () => {
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
    found: () => {
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
