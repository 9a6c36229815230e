import { routeCheckedIn } from '../../cloudfunctions/circulation/check-in';
import { fineFor, type FineFacts } from '../../cloudfunctions/circulation/fines';
import { minutesLate } from '../../cloudfunctions/circulation/lateness';
import {
  itemToRecall,
  recallCancelled,
  recalled,
  recalledDue,
  type RecallFacts,
} from '../../cloudfunctions/circulation/recall';
import { suspendedUntil } from '../../cloudfunctions/circulation/suspension';
import { refusalsToTransfer } from '../../cloudfunctions/circulation/transfer';
import { addDays, instantOf } from '../../cloudfunctions/kernel/local-date';
import {
  aBranch,
  aFine,
  aPolicy,
  aReader,
  anItem,
  anOpenLoan,
  closedDays,
  closedOn,
  onLoan,
  rules,
  callsOn,
} from '../builders/documents';
import { byRows, NOW, type Scenario, TODAY } from './scenario';

const fine = (dueOn: string, returnedOn: string, facts: Partial<FineFacts> = {}) =>
  fineFor({
    rule: aFine(),
    loan: anOpenLoan({ dueOn }),
    price: 0,
    branch: aBranch(),
    calendars: [],
    returnedOn,
    now: instantOf(returnedOn, '12:00'),
    ...facts,
  });
const daysLate = (days: number, rule: FineFacts['rule'], facts: Partial<FineFacts> = {}) =>
  fine(addDays(TODAY, -days), TODAY, { rule, ...facts }).amount;

const recallOf = (facts: Partial<RecallFacts>): RecallFacts => ({
  loan: anOpenLoan(),
  rules: rules(),
  calendar: { branch: aBranch(), calendars: [] },
  today: TODAY,
  now: NOW,
  ...facts,
});
const zheda = (loan: Parameters<typeof anOpenLoan>[0], today: string) =>
  recallOf({
    loan: anOpenLoan(loan),
    rules: rules({ recall: { guaranteedDays: 40, noticeDays: 8 } }),
    today,
    now: instantOf(today, '10:00'),
  });

const sharing = [
  aPolicy({ transferable: true }, { _id: 'all' }),
  aPolicy({ transferable: false, lendable: false }, { _id: 'no', itemType: 'not-lendable' }),
];
const handOn = (itemType: string) => {
  const item = { ...onLoan(anItem({ itemType })), loan: anOpenLoan({ readerId: 'owner' }) };
  return refusalsToTransfer({
    item,
    reader: aReader({ _id: 'taker' }),
    rules: byRows(sharing, 'adult', itemType),
    rulesOfLoan: byRows(sharing, 'adult', itemType),
    queue: [],
    callsBy: callsOn(TODAY),
    shelf: [],
    overdue: 0,
    childrenOwe: 0,
    today: TODAY,
    now: NOW,
  }).map(({ code }) => code);
};

export const endings: Scenario[] = [
  {
    id: 'F38',
    says: 'of many loans of a title the one due soonest is recalled',
    outcome: () =>
      itemToRecall(
        [5, 2, 9].map((days) =>
          onLoan(anItem({ _id: `due-in-${days}` }), anOpenLoan({ dueOn: addDays(TODAY, days) })),
        ),
      )?._id,
    expected: 'due-in-2',
  },
  {
    id: 'F26',
    says: 'two months of notice leave a loan of three weeks as it is',
    outcome: () =>
      recalledDue(
        recallOf({
          loan: anOpenLoan({ checkedOutOn: TODAY, dueOn: addDays(TODAY, 21) }),
          rules: rules({ recall: { guaranteedDays: 14, noticeDays: 60 } }),
        }),
      ),
    expected: addDays(TODAY, 21),
  },
  {
    id: 'F29',
    says: 'eight guaranteed days that end on a closed weekend end on the Monday',
    outcome: () =>
      recalledDue(
        recallOf({
          loan: anOpenLoan({ checkedOutOn: '2019-01-25', dueOn: '2019-02-22' }),
          rules: rules({ recall: { guaranteedDays: 8, noticeDays: 0 }, dueDateMode: 'next_open_day' }),
          calendar: { branch: aBranch({ weeklyHours: closedOn(0, 6) }), calendars: [] },
          today: '2019-01-26',
          now: instantOf('2019-01-26', '10:00'),
        }),
      ),
    expected: '2019-02-04',
  },
  {
    id: 'N11',
    says: 'Zhejiang University: notice and eight days past the first forty; a first period and an overdue loan stand; given back',
    outcome: () => {
      const renewedLoan = zheda(
        { checkedOutOn: '2025-11-01', dueOn: '2026-02-01', renewals: 1 },
        '2026-01-01',
      );
      return [
        recalledDue(renewedLoan),
        recallCancelled(recalled(renewedLoan, 'hold-1')).dueOn,
        recalledDue(zheda({ checkedOutOn: '2025-12-20', dueOn: '2026-01-29' }, '2026-01-01')),
        recalledDue(zheda({ checkedOutOn: '2025-10-01', dueOn: '2025-12-31', renewals: 1 }, '2026-01-01')),
      ];
    },
    expected: ['2026-01-09', '2026-02-01', '2026-01-29', '2025-12-31'],
  },
  {
    id: 'K64',
    says: 'a return is of now, or of the moment that is given',
    outcome: () =>
      [undefined, instantOf('2014-04-01', '23:42')].map(
        (returnedAt) =>
          routeCheckedIn({
            item: onLoan(),
            queue: [],
            branchId: 'main',
            now: NOW,
            today: TODAY,
            lookAheadDays: () => 0,
            pickUpByFor: () => TODAY,
            ...(returnedAt && { returnedAt }),
          }).item.lastLoan?.endedAt,
      ),
    expected: [NOW, instantOf('2014-04-01', '23:42')],
  },
  {
    id: 'E02',
    says: 'thirteen days late with a closed one among them cost twelve',
    outcome: () =>
      fine(addDays(TODAY, -13), TODAY, {
        rule: aFine({ closedDaysFree: true }),
        branch: aBranch({ exceptions: closedDays(addDays(TODAY, -10)) }),
      }).units,
    expected: 12,
  },
  {
    id: 'F39',
    says: 'one for a span, ten at most',
    outcome: () => [5, 15].map((days) => daysLate(days, aFine({ amount: 1, cap: 10 }))),
    expected: [5, 10],
  },
  {
    id: 'F42',
    says: '4350 minutes late: past three days of grace, within four, and within four without grace when recalled',
    outcome: () => {
      const loan = anOpenLoan({ dueOn: '2026-11-10', dueAt: instantOf('2026-11-10', '12:00') });
      const at = instantOf('2026-11-13', '12:30');
      const minutes = minutesLate(loan, { on: '2026-11-13', at });
      const charged = (days: number, recall: boolean) =>
        fine('2026-11-10', '2026-11-13', {
          loan: {
            ...loan,
            recall: recall ? { holdId: 'h', on: '2026-11-01', dueOnBefore: '2026-12-01' } : null,
          },
          rule: aFine({
            per: { count: 1, unit: 'hours' },
            grace: { count: days, unit: 'days' },
            graceWhenRecalled: false,
          }),
          now: at,
        }).units;
      return [minutes, charged(3, false), charged(4, false), charged(4, true)];
    },
    expected: [4350, 73, 0, 73],
  },
  {
    id: 'K32',
    says: 'one yuan a day for twenty-nine days',
    outcome: () => fine('2000-01-01', '2000-01-30', { rule: aFine({ amount: 100 }) }).amount,
    expected: 2900,
  },
  {
    id: 'K35',
    says: 'five yuan a day while recalled, one when the recall is over',
    outcome: () => {
      const rule = aFine({ amount: 100, amountWhenRecalled: 500 });
      const loan = anOpenLoan({
        dueOn: addDays(TODAY, -5),
        recall: { holdId: 'h', on: '2026-11-01', dueOnBefore: '2026-12-01' },
      });
      return [daysLate(5, rule, { loan }), daysLate(5, rule)];
    },
    expected: [2500, 500],
  },
  {
    id: 'N01',
    says: 'Guangzhou: a jiao a day, ten yuan at most, nothing in April',
    outcome: () => {
      const row = aPolicy({
        fine: aFine({ cap: 1000, amnesties: [{ from: '04-01', to: '04-30', why: '读书月' }] }),
      });
      const rule = byRows([row], 'adult', 'book').fine;
      return [
        daysLate(200, rule),
        fine('2025-09-12', '2026-03-31', { rule }).amount,
        fine('2025-09-12', '2026-04-01', { rule }).amount,
        fine('2025-09-12', '2026-04-30', { rule }).amount,
      ];
    },
    expected: [1000, 1000, 0, 0],
  },
  {
    id: 'K38',
    says: 'two days without borrowing for each of twenty',
    outcome: () =>
      suspendedUntil({
        rule: { daysPerDay: 2, graceDays: 0, most: null },
        daysOverdue: 20,
        before: null,
        today: TODAY,
      }),
    expected: addDays(TODAY, 40),
  },
  {
    id: 'N14',
    says: 'Foshan: a neighbour takes a lendable or a drifting copy over, not one that is not lent',
    outcome: () => ['book', 'drifting', 'not-lendable'].map(handOn),
    expected: [[], [], ['transfer_not_offered', 'item_not_for_category']],
  },
];
