import { ageOfMark } from '../../cloudfunctions/circulation/age-mark';
import { refusalsToOverride } from '../../cloudfunctions/circulation/override';
import {
  aPolicy,
  aReader,
  aWaitingHold,
  anItem,
  knownHolds,
  knownLoans,
  rules,
  copiesOnShelf,
} from '../builders/documents';
import { byRows, dueAfter, holding, lending, renewed, type Scenario, TODAY } from './scenario';

const someLoans = (count: number, of: Parameters<typeof knownLoans>[1] = {}) =>
  aReader({ openLoans: knownLoans(count, of) });
const manager = { roles: ['manager' as const] };

const panyu = [
  aPolicy({}, { _id: 'all' }),
  aPolicy({ lendable: false }, { _id: 'child', readerCategory: 'child' }),
  aPolicy(
    {
      lendable: true,
      loanPeriod: { count: 31, unit: 'days' },
      limits: [{ most: 20, itemTypes: ['children'] }],
    },
    { _id: 'child-books', readerCategory: 'child', itemType: 'children' },
  ),
  aPolicy(
    {
      lendable: true,
      loanPeriod: { count: 15, unit: 'days' },
      limits: [{ most: 4, itemTypes: ['periodical', 'disc'] }],
    },
    { _id: 'child-discs', readerCategory: 'child', itemType: 'disc' },
  ),
];
const longgang = aPolicy({
  loanLimit: 10,
  overdueLimit: 1,
  debtLimit: 0,
  limits: [{ most: 3, itemTypes: ['new'], withinDays: 31 }],
});
const newBooks = (...days: string[]) => aReader({ lately: days.map((on) => ({ on, itemType: 'new' })) });

export const lendingScenarios: Scenario[] = [
  {
    id: 'D12',
    says: 'a reader takes a copy they hold, for one to sixty days',
    outcome: () => [
      lending({ queue: [aWaitingHold('reader-1')] }),
      dueAfter(TODAY, 1, 'plain'),
      dueAfter(TODAY, 60, 'plain'),
    ],
    expected: [[], '2026-11-23', '2027-01-21'],
  },
  {
    id: 'F10',
    says: 'a reader who is not active borrows nothing',
    outcome: () => [
      lending({ reader: aReader({ standing: 'closed' }) }),
      lending({ reader: aReader({ standing: 'pending' }) }),
    ],
    expected: [['account_closed'], ['application_pending']],
  },
  {
    id: 'F13',
    says: 'a loan said to be brought back does not count',
    outcome: () => lending({ reader: someLoans(1, { claimed: true }), rules: rules({ loanLimit: 1 }) }),
    expected: [],
  },
  {
    id: 'C01',
    says: 'loans and holds together have one limit',
    outcome: () =>
      holding({
        reader: aReader({ openLoans: knownLoans(1), openHolds: knownHolds(1) }),
        rules: rules({ loansAndHoldsLimit: 2 }),
      }),
    expected: ['loans_and_holds_limit_reached'],
  },
  {
    id: 'E13',
    says: 'one copy from a shelving place at a time',
    outcome: () =>
      [0, 1].map((out) =>
        lending({
          reader: someLoans(out, { shelf: '124' }),
          item: anItem({ shelf: '124' }),
          rules: rules({ limits: [{ most: 1, shelf: '124' }] }),
        }),
      ),
    expected: [[], ['part_limit_reached']],
  },
  {
    id: 'I16',
    says: 'copies of a type have a period of their own, for the loan and the renewal',
    outcome: () => {
      const weeks = (count: number) => ({ count: count * 7, unit: 'days' as const });
      const rows = [0, 1, 2, 3].map((restriction) =>
        aPolicy(
          { loanPeriod: weeks(restriction || 4), renewalPeriod: weeks(restriction || 4) },
          { _id: `p${restriction}`, itemType: restriction === 0 ? '*' : `weeks-${restriction}` },
        ),
      );
      return [0, 1, 2, 3].map((restriction) => {
        const given = byRows(rows, 'adult', `weeks-${restriction}`);
        return [given.loanPeriod.count / 7, (given.renewalPeriod?.count ?? 0) / 7];
      });
    },
    expected: [
      [4, 4],
      [1, 1],
      [2, 2],
      [3, 3],
    ],
  },
  {
    id: 'K22',
    says: 'where no rule exists a loan is made',
    outcome: () => lending({ reader: someLoans(99), rules: byRows([], 'adult', 'book') }),
    expected: [],
  },
  {
    id: 'K25',
    says: 'loans for the reading room count where the rules say so, and not otherwise',
    outcome: () =>
      [true, false].map((onSiteCounts) =>
        lending({ reader: someLoans(1), onSite: true, rules: rules({ loanLimit: 1, onSiteCounts }) }),
      ),
    expected: [['loan_limit_reached'], []],
  },
  {
    id: 'P05',
    says: 'past the limit a library may lend on for a day',
    outcome: () =>
      lending({
        reader: someLoans(5),
        rules: rules({ loanLimit: 5, overflowPeriod: { count: 1, unit: 'days' } }),
      }),
    expected: [],
  },
  {
    id: 'K27',
    says: 'staff who may set a debt aside, and say why; the line in the log is the operation’s',
    outcome: () => {
      const owing = lending({ reader: aReader({ owes: 1000 }), rules: rules({ debtLimit: 500 }) });
      const set = refusalsToOverride({
        refusals: [{ code: 'owes_too_much', owes: 1000, limit: 500 }],
        comment: '馆长同意',
        staff: manager,
        overrides: { owes_too_much: 'manager' },
      });
      return [owing, set];
    },
    expected: [['owes_too_much'], []],
  },
  {
    id: 'P01',
    says: 'what was charged and is not settled stops loans and renewals',
    outcome: () => {
      const facts = { reader: aReader({ owes: 1 }), rules: rules({ debtLimit: 0 }) };
      return [lending(facts), renewed(facts)];
    },
    expected: [['owes_too_much'], ['owes_too_much']],
  },
  {
    id: 'K30',
    says: 'marks of several systems say the same age',
    outcome: () => ['FSK 16', 'PEGI 16', 'Age 16', 'K16'].map(ageOfMark),
    expected: [16, 16, 16, 16],
  },
  {
    id: 'N12',
    says: 'Panyu: children borrow children’s books and a few discs, not adults’ books',
    outcome: () => {
      const child = (count: number, itemType: string) =>
        lending({
          reader: aReader({ category: 'child', openLoans: knownLoans(count, { itemType }) }),
          item: anItem({ itemType }),
          rules: byRows(panyu, 'child', itemType),
        });
      return [
        child(0, 'book'),
        child(19, 'children'),
        child(20, 'children'),
        child(3, 'disc'),
        child(4, 'disc'),
        byRows(panyu, 'child', 'children').loanPeriod.count,
        byRows(panyu, 'child', 'disc').loanPeriod.count,
      ];
    },
    expected: [['item_not_for_category'], [], ['part_limit_reached'], [], ['part_limit_reached'], 31, 15],
  },
  {
    id: 'N03',
    says: 'Longgang: three new books in 31 days, none while owing, overdue or at the limit',
    outcome: () => {
      const order = (facts: Parameters<typeof lending>[0]) =>
        lending({ item: anItem({ itemType: 'new' }), rules: byRows([longgang], 'adult', 'new'), ...facts });
      return [
        order({ reader: newBooks('2026-10-22', '2026-11-01', '2026-11-10') }),
        order({ reader: newBooks('2026-10-23', '2026-11-01', '2026-11-10') }),
        order({ reader: aReader({ owes: 1 }) }),
        order({ overdue: 1 }),
        order({ reader: someLoans(10) }),
      ];
    },
    expected: [[], ['part_limit_reached'], ['owes_too_much'], ['loans_overdue'], ['loan_limit_reached']],
  },
  {
    id: 'I30',
    says: 'a title with more waiting than free copies is lent to nobody out of turn',
    outcome: () => {
      const two = [aWaitingHold('a'), aWaitingHold('b')];
      return [
        lending({ queue: two, shelf: copiesOnShelf(1) }),
        lending({ queue: [...two, aWaitingHold('reader-1')], shelf: copiesOnShelf(1) }),
        lending({ queue: two, shelf: copiesOnShelf(2) }),
      ];
    },
    expected: [['item_needed_for_holds'], ['item_needed_for_holds'], []],
  },
  {
    id: 'F15',
    says: 'an override needs a comment and the right; that a chosen last day is later is asked by the operation',
    outcome: () => {
      const set = (comment: string, staff: Parameters<typeof refusalsToOverride>[0]['staff']) =>
        refusalsToOverride({
          refusals: [{ code: 'item_not_for_loan', status: 'reference' }],
          comment,
          staff,
          overrides: { item_not_for_loan: 'manager' },
        }).map(({ code }) => code);
      return [set('', manager), set('展览用', { roles: ['circulation'] }), set('展览用', manager)];
    },
    expected: [['comment_needed'], ['item_not_for_loan', 'override_not_allowed'], []],
  },
  {
    id: 'F17',
    says: 'who comes for a reader is active, of the family, and not the reader',
    outcome: () => {
      const reader = aReader({ guardianReaderId: 'guardian' });
      const guardian = aReader({ _id: 'guardian' });
      return [
        lending({ reader, collector: { ...guardian, standing: 'closed' } }),
        lending({ reader, collector: aReader({ _id: 'stranger' }) }),
        lending({ reader, collector: reader }),
        lending({ reader, collector: guardian }),
      ];
    },
    expected: [['account_closed'], ['not_family'], ['not_family'], []],
  },
  {
    id: 'K29',
    says: 'what the children owe together stops their guardian',
    outcome: () =>
      [1000, 0].map((childrenOwe) => lending({ childrenOwe, rules: rules({ childrenDebtLimit: 500 }) })),
    expected: [['children_owe_too_much'], []],
  },
  {
    id: 'P06',
    says: 'a deposit that is asked has to be there',
    outcome: () =>
      [0, 10000].map((deposit) =>
        lending({ reader: aReader({ deposit }), rules: rules({ deposit: 10000 }) }),
      ),
    expected: [['deposit_missing'], []],
  },
];
