import {
  callNext,
  canBeFilled,
  join,
  moveInQueue,
  positionOf,
  type Queue,
} from '../../cloudfunctions/circulation/hold-queue';
import { holdEnd } from '../../cloudfunctions/circulation/placing-hold';
import { addDays } from '../../cloudfunctions/kernel/local-date';
import { aBranch, aReader, aWaitingHold, anItem, knownHolds, onLoan, rules } from '../builders/documents';
import { holding, type Scenario, TODAY } from './scenario';

const callWith = (lookAheadDays: number, startsIn: number) =>
  callNext([aWaitingHold('a', { startsOn: addDays(TODAY, startsIn) })], anItem(), {
    today: TODAY,
    lookAheadDays: () => lookAheadDays,
    branchId: 'main',
    pickUpByFor: () => '2026-11-25',
  }) !== undefined;
const six = 'abcdef'.split('').map((readerId) => aWaitingHold(readerId));
const placeAfter = (queue: Queue, holdId: string, to: number) =>
  positionOf(moveInQueue(queue, holdId, to, TODAY), holdId, TODAY);
const withHolds = (count: number, placedOn?: string) => aReader({ openHolds: knownHolds(count, placedOn) });
/** Two copies of which so many are lent; `moving`: one of the others is on its way. */
const twoCopies = (lent: number, moving = false) =>
  ['A', 'B'].map((_id, n) =>
    n < lent ? onLoan(anItem({ _id })) : anItem({ _id, status: moving ? 'in_transit' : 'available' }),
  );
export const holdScenarios: Scenario[] = [
  {
    id: 'D01',
    says: 'a regular reader with up to four of five holds places another',
    outcome: () =>
      [0, 1, 2, 3, 4, 5].map((n) => holding({ reader: withHolds(n), rules: rules({ holdLimit: 5 }) })),
    expected: [[], [], [], [], [], ['hold_limit_reached']],
  },
  {
    id: 'D04',
    says: 'a researcher without a limit places any number',
    outcome: () =>
      [5, 100_000].map((n) => holding({ reader: withHolds(n), rules: rules({ holdLimit: null }) })),
    expected: [[], []],
  },
  {
    id: 'D07',
    says: 'overdue loans of the pick-up branch stop holds from two on; those of others do not',
    outcome: () =>
      [0, 1, 2].map((overdueAtBranch) => holding({ overdueAtBranch, rules: rules({ holdOverdueLimit: 2 }) })),
    expected: [[], [], ['loans_overdue']],
  },
  {
    id: 'D10',
    says: 'a hold without end is for those whose rules set none',
    outcome: () =>
      [null, 60].map((holdLongestDays) => holding({ withoutEnd: true, rules: rules({ holdLongestDays }) })),
    expected: [[], ['hold_too_long']],
  },
  {
    id: 'E11',
    says: 'a hold that no copy can ever fill is known, until one can',
    outcome: () => [
      canBeFilled({ wants: null }, [anItem({ status: 'lost' }), anItem({ use: 'reference' })]),
      canBeFilled({ wants: null }, [anItem({ status: 'lost' }), onLoan()]),
      holding({ items: [anItem({ status: 'withdrawn' })] }),
    ],
    expected: [false, true, ['no_item_can_fill']],
  },
  {
    id: 'K67',
    says: 'five readers stand in the order in which they came',
    outcome: () => {
      const queue = six.slice(0, 5).reduce<Queue>(join, []);
      return queue.map((hold) => positionOf(queue, hold.holdId, TODAY));
    },
    expected: [1, 2, 3, 4, 5],
  },
  {
    id: 'K70',
    says: 'top, down, up and bottom of six',
    outcome: () => {
      const top = moveInQueue(six, 'hold-d', 1, TODAY);
      const down = moveInQueue(top, 'hold-d', 2, TODAY);
      return [
        positionOf(top, 'hold-d', TODAY),
        positionOf(down, 'hold-d', TODAY),
        placeAfter(down, 'hold-d', 1),
        placeAfter(six, 'hold-d', 6),
      ];
    },
    expected: [1, 2, 1, 6],
  },
  {
    id: 'K73',
    says: 'no hold, or one hold, of such copies',
    outcome: () => [
      holding({ rules: rules({ holdLimit: 0 }) }),
      holding({ rules: rules({ holdLimit: 1 }) }),
      holding({ rules: rules({ holdLimit: 1 }), reader: withHolds(1) }),
    ],
    expected: [['hold_limit_reached'], [], ['hold_limit_reached']],
  },
  {
    id: 'K76',
    says: 'none a day, or any number a day up to three in all',
    outcome: () => [
      holding({ rules: rules({ holdsPerDay: 0 }) }),
      holding({ rules: rules({ holdsPerDay: null, holdLimit: 3 }), reader: withHolds(2, TODAY) }),
      holding({ rules: rules({ holdsPerDay: null, holdLimit: 3 }), reader: withHolds(3, TODAY) }),
    ],
    expected: [['holds_per_day_reached'], [], ['hold_limit_reached']],
  },
  {
    id: 'K79',
    says: 'only when all copies are out: none, one, both of two lent, or one lent and one on its way',
    outcome: () => {
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
    outcome: () => [callWith(0, 1), callWith(2, 1), callWith(2, 3)],
    expected: [false, true, false],
  },
  {
    id: 'F32',
    says: 'a reader asks for the same copy once, two readers may both',
    outcome: () => [
      holding({ queue: [aWaitingHold('reader-1', { wants: 'YX1' })], wants: 'YX1' }),
      holding({ queue: [aWaitingHold('reader-2', { wants: 'YX1' })], wants: 'YX1' }),
    ],
    expected: [['already_held'], []],
  },
  {
    id: 'F35',
    says: 'a place to pick up is known and is one',
    outcome: () =>
      [undefined, aBranch({ pickUp: false }), aBranch()].map((pickUpBranch) => holding({ pickUpBranch })),
    expected: [['branch_not_found'], ['branch_not_found'], []],
  },
  {
    id: 'I19',
    says: 'sixty days at most; none asked for is sixty',
    outcome: () => {
      const sixty = rules({ holdLongestDays: 60 });
      return [
        holding({ rules: sixty, neededUntil: addDays(TODAY, 61) }),
        holding({ rules: sixty, neededUntil: addDays(TODAY, 60) }),
        holdEnd({ rules: sixty, startsOn: null, neededUntil: null, today: TODAY }),
      ];
    },
    expected: [['hold_too_long'], [], addDays(TODAY, 60)],
  },
];
