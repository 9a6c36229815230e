import { addDays, instantOf } from '../../cloudfunctions/kernel/local-date';
import {
  aPolicy,
  aReader,
  aWaitingHold,
  anOpenLoan,
  knownHolds,
  knownLoans,
  rules,
  copiesOnShelf,
} from '../builders/documents';
import { byRows, holding, lending, renewed, renewing, type Scenario, TODAY } from './scenario';

const on = (today: string) => ({ today, now: instantOf(today, '10:00') });
const shuren = aPolicy({
  renewalLimit: 1,
  renewalPeriod: { count: 20, unit: 'days' },
  renewalBase: 'due',
  renewalWindowDays: 14,
  renewalClosesDays: 0,
  renewalWhenHeld: 'never',
});
const expired = aReader({ expiresOn: addDays(TODAY, -1) });
const late = anOpenLoan({ dueOn: addDays(TODAY, -35) });

export const renewals: Scenario[] = [
  {
    id: 'E05',
    says: 'an expired card renews where the library lets it, and never borrows',
    outcome: () => [
      renewed({ reader: expired, rules: rules({ renewalWhenExpired: true }) }),
      renewed({ reader: expired, rules: rules({ renewalWhenExpired: false }) }),
      lending({ reader: expired, rules: rules({ renewalWhenExpired: true }) }),
    ],
    expected: ['renewed', ['card_expired'], ['card_expired']],
  },
  {
    id: 'F02',
    says: 'three renewals of two days each, from the last day',
    outcome: () => {
      const twoDays = rules({ renewalLimit: 3, renewalPeriod: { count: 2, unit: 'days' } });
      let loan = anOpenLoan({ checkedOutOn: '2018-04-21', dueOn: '2018-04-23' });
      for (let time = 0; time < 3; time++) {
        const dueOn = renewing({ loan, rules: twoDays, ...on('2018-04-21') });
        if (typeof dueOn === 'string') loan = { ...loan, dueOn, renewals: loan.renewals + 1 };
      }
      return [loan.dueOn, loan.renewals, renewing({ loan, rules: twoDays, ...on('2018-04-21') })];
    },
    expected: ['2018-04-29', 3, ['renewal_limit_reached']],
  },
  {
    id: 'F05',
    says: 'a reached limit and a recall are told together',
    outcome: () =>
      renewed({
        loan: anOpenLoan({ renewals: 1, recall: { holdId: 'h', on: TODAY, dueOnBefore: '2026-12-20' } }),
      }),
    expected: ['loan_recalled', 'renewal_limit_reached'],
  },
  {
    id: 'I06',
    says: 'no renewals at all',
    outcome: () => renewed({ rules: rules({ renewalLimit: 0 }) }),
    expected: ['renewal_limit_reached'],
  },
  {
    id: 'I12',
    says: 'the period is added to the old last day',
    outcome: () => renewing({ rules: rules({ renewalPeriod: { count: 14, unit: 'days' } }) }),
    expected: addDays(TODAY, 24),
  },
  { id: 'K41', says: 'nobody waits', outcome: () => renewed({}), expected: 'renewed' },
  {
    id: 'K44',
    says: 'a copy on the hold shelf for somebody serves nobody else',
    outcome: () => {
      const queue = [
        aWaitingHold('a', { status: 'ready', barcode: 'YX9', pickUpBy: '2026-11-25' }),
        aWaitingHold('b'),
      ];
      return ['reader-1', 'reader-2'].map((_id) => renewed({ reader: aReader({ _id }), queue, shelf: [] }));
    },
    expected: [['others_waiting'], ['others_waiting']],
  },
  {
    id: 'K47',
    says: 'another copy on the shelf helps only where holds take it from there',
    outcome: () =>
      (['all_out', 'always'] as const).map((holdsOnShelf) =>
        renewed({
          queue: [aWaitingHold('a')],
          shelf: copiesOnShelf(1),
          rules: rules({ renewalWhenHeld: 'other_copies', holdsOnShelf }),
        }),
      ),
    expected: [['others_waiting'], 'renewed'],
  },
  {
    id: 'K50',
    says: 'one loan five weeks overdue: both renewed, neither, or only the other',
    outcome: () =>
      (['allowed', 'none', 'not_this'] as const).map((renewalWhenOverdue) => [
        renewed({
          loan: late,
          rules: rules({ renewalWhenOverdue, renewalPeriod: { count: 5, unit: 'days' } }),
        }),
        renewed({ otherOverdue: 1, rules: rules({ renewalWhenOverdue }) }),
      ]),
    expected: [
      ['renewed', 'renewed'],
      [['loan_overdue'], ['loans_overdue']],
      [['loan_overdue'], 'renewed'],
    ],
  },
  {
    id: 'K53',
    says: 'none allowed',
    outcome: () => renewed({ rules: rules({ renewalLimit: 0 }) }),
    expected: ['renewal_limit_reached'],
  },
  {
    id: 'K56',
    says: 'fifteen owed with a credit of five, a limit of ten: with the credit or without',
    outcome: () =>
      [true, false].map((creditCounts) =>
        renewed({
          reader: aReader({ owes: 1000, credit: 500 }),
          rules: rules({ debtLimit: 1000, creditCounts }),
        }),
      ),
    expected: ['renewed', ['owes_too_much']],
  },
  {
    id: 'K59',
    says: 'a card that ended a month ago',
    outcome: () =>
      [true, false].map((renewalWhenExpired) =>
        renewed({ reader: aReader({ expiresOn: '2026-10-22' }), rules: rules({ renewalWhenExpired }) }),
      ),
    expected: ['renewed', ['card_expired']],
  },
  {
    id: 'K62',
    says: 'a loan for the reading room',
    outcome: () => renewed({ loan: anOpenLoan({ onSite: true }) }),
    expected: ['loan_on_site'],
  },
  {
    id: 'N02',
    says: 'Guangzhou: 31 days, renewed once, 30 books',
    outcome: () => {
      const row = aPolicy({
        loanPeriod: { count: 31, unit: 'days' },
        renewalPeriod: { count: 31, unit: 'days' },
        renewalLimit: 1,
        loanLimit: 30,
      });
      const given = byRows([row], 'adult', 'book');
      return [
        renewing({ rules: given }),
        renewed({ rules: given, loan: anOpenLoan({ renewals: 1 }) }),
        lending({ rules: given, reader: aReader({ openLoans: knownLoans(29) }) }),
        lending({ rules: given, reader: aReader({ openLoans: knownLoans(30) }) }),
      ];
    },
    expected: [addDays(TODAY, 41), ['renewal_limit_reached'], [], ['loan_limit_reached']],
  },
  {
    id: 'N04',
    says: 'Shanghai: one renewal of 28 days before the last day has passed; loans and orders together 15',
    outcome: () => {
      const given = byRows(
        [aPolicy({ renewalPeriod: { count: 28, unit: 'days' }, loansAndHoldsLimit: 15 })],
        'adult',
        'book',
      );
      const order = (holds: number) =>
        holding({
          rules: given,
          reader: aReader({ openLoans: knownLoans(10), openHolds: knownHolds(holds) }),
        });
      return [
        renewing({ rules: given, loan: anOpenLoan({ dueOn: TODAY }) }),
        renewing({ rules: given, loan: anOpenLoan({ dueOn: addDays(TODAY, -1) }) }),
        order(4),
        order(5),
      ];
    },
    expected: ['2026-12-20', ['loan_overdue'], [], ['loans_and_holds_limit_reached']],
  },
  {
    id: 'N10',
    says: 'Shuren: twenty days from the old last day, from fourteen days before it to the day before it',
    outcome: () =>
      ['2026-06-25', '2026-06-26', '2026-07-09', '2026-07-10'].map((today) =>
        renewing({
          loan: anOpenLoan({ checkedOutOn: '2026-06-10', dueOn: '2026-07-10' }),
          rules: byRows([shuren], 'student', 'book'),
          ...on(today),
        }),
      ),
    expected: [['renewal_too_early'], '2026-07-30', '2026-07-30', ['renewal_too_late']],
  },
];
