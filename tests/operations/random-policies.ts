import fc from 'fast-check';
import { someRules } from '../../cloudfunctions/features/rules/rules-schema';
import type { Period, PolicyDocument, Rules } from '../../cloudfunctions/documents';
import * as v from 'valibot';

/**
 * Rows of the matrix drawn at random, every rule of it: small numbers, so that limits are met, and days that
 * a history comes to. A rule that is missing here does not compile.
 */

const yesOrNo = fc.boolean();
const upTo = (most: number, least = 0) => fc.integer({ min: least, max: most });
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });
const absent = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const span = (most: number, ...units: Period['unit'][]): fc.Arbitrary<Period> =>
  fc.record({ count: upTo(most, 1), unit: fc.constantFrom(...units) });
const day = fc.constantFrom('01-15', '11-30', '12-24', '2026-12-10', '2027-03-01');
/** What is absent stands in no document. */
const withoutGaps = <T extends object>(value: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  value.map((each) => JSON.parse(JSON.stringify(each)) as T);

const rule: { [F in keyof Rules]: fc.Arbitrary<Rules[F]> } = {
  lendable: fc.constantFrom(true, true, true, false),
  loanPeriod: fc.oneof(span(40, 'days'), span(2, 'months'), span(60, 'hours')),
  dueDateMode: fc.constantFrom(
    'plain',
    'next_open_day',
    'previous_open_day',
    'same_weekday',
    'open_days_only',
  ),
  fixedEnd: orNull(fc.record({ days: fc.array(day, { minLength: 1, maxLength: 3 }), exactly: yesOrNo })),
  endsAtClosing: yesOrNo,
  endsAtOpening: yesOrNo,
  capAtCardExpiry: yesOrNo,
  loanLimit: orNull(upTo(5)),
  loanLimitCounts: fc.constantFrom('all', 'branch', 'type', 'branch_and_type'),
  limits: fc.array(
    withoutGaps(
      fc.record({
        most: upTo(3),
        itemTypes: absent(fc.constantFrom(['book'], ['rare'])),
        branchId: absent(fc.constantFrom('main', 'garden')),
        withinDays: absent(upTo(20, 1)),
      }),
    ) as fc.Arbitrary<Rules['limits'][number]>,
    { maxLength: 2 },
  ),
  loansAndHoldsLimit: orNull(upTo(6)),
  onSiteCounts: yesOrNo,
  onSiteLimit: orNull(upTo(2)),
  overflowPeriod: orNull(span(3, 'days', 'hours')),
  chosenDueDays: orNull(upTo(60, 1)),
  checksAge: yesOrNo,
  renewalLimit: upTo(4),
  onlineRenewalLimit: orNull(upTo(2)),
  renewalPeriod: orNull(fc.oneof(span(20, 'days'), span(1, 'months'))),
  renewalWindowDays: orNull(upTo(20)),
  renewalClosesDays: orNull(upTo(3)),
  renewalBase: fc.constantFrom('due', 'today', 'due_or_today'),
  autoRenewDays: orNull(upTo(3)),
  longestLoanDays: orNull(upTo(60)),
  renewalWhenOverdue: fc.constantFrom('allowed', 'not_this', 'none'),
  renewalWhenExpired: yesOrNo,
  renewalWhenBlocked: yesOrNo,
  renewalWhenOwing: yesOrNo,
  renewalDebtLimit: orNull(upTo(300)),
  renewalWhenHeld: fc.constantFrom('never', 'other_copies'),
  bookedAhead: fc.constantFrom('ignored', 'cut', 'refused'),
  holdLimit: orNull(upTo(4, 1)),
  holdsPerDay: orNull(upTo(3, 1)),
  holdsPerTitle: upTo(2, 1),
  holdsOnShelf: fc.constantFrom('always', 'always', 'any_out', 'all_out'),
  copyHolds: yesOrNo,
  holdShortestDays: upTo(3),
  holdLongestDays: orNull(upTo(40, 1)),
  holdLookAheadDays: upTo(6),
  holdsNotFrom: fc.constantFrom<string[]>([], [], [], ['main'], ['garden']),
  holdOverdueLimit: orNull(upTo(2, 1)),
  holdWhenBlocked: yesOrNo,
  holdDebtLimit: orNull(upTo(300)),
  holdShelfDays: upTo(4),
  holdShelfCounts: fc.constantFrom('open_days', 'calendar_days'),
  noShow: orNull(
    fc.record({
      count: upTo(3, 1),
      inARow: yesOrNo,
      withinDays: orNull(upTo(30, 1)),
      blockDays: upTo(10, 1),
      onlyHolds: yesOrNo,
    }),
  ),
  noShowFee: fc.constantFrom(0, 0, 40),
  fine: orNull(
    withoutGaps(
      fc.record({
        amount: upTo(50),
        per: span(3, 'days', 'hours', 'minutes'),
        fullSpansOnly: yesOrNo,
        steps: fc.array(fc.record({ after: upTo(10, 1), amount: upTo(90) }), { maxLength: 2 }),
        grace: orNull(span(3, 'days', 'hours', 'minutes')),
        graceWhenRecalled: yesOrNo,
        amountWhenRecalled: orNull(upTo(90)),
        cap: orNull(upTo(900)),
        capWhenRecalled: absent(upTo(60)),
        capAtPrice: yesOrNo,
        unknownPrice: absent(upTo(60)),
        closedDaysFree: yesOrNo,
        closedHoursFree: yesOrNo,
        amnesties: fc.array(fc.record({ from: day, to: day, why: fc.constant('读书月') }), { maxLength: 1 }),
      }),
    ),
  ),
  suspension: orNull(
    withoutGaps(
      fc.record({
        daysPerDay: upTo(3, 1),
        perDays: upTo(7, 1),
        graceDays: upTo(4),
        most: orNull(upTo(20, 1)),
        sideBySide: yesOrNo,
        openDays: yesOrNo,
      }),
    ),
  ),
  overdueLimit: orNull(upTo(3, 1)),
  debtLimit: orNull(upTo(2000)),
  creditCounts: yesOrNo,
  childrenDebtLimit: orNull(upTo(500)),
  deposit: fc.constantFrom(0, 0, 0, 100),
  loss: fc.record({
    timesPrice: upTo(3),
    withoutPrice: upTo(3000),
    processing: upTo(500),
    refundDays: orNull(upTo(40)),
    withLateFine: yesOrNo,
  }),
  recall: orNull(fc.record({ guaranteedDays: upTo(15), noticeDays: upTo(7) })),
  transferable: yesOrNo,
};

/** About half of the rules, as a row gives them, and only what the rules editor would take. */
const aGiven: fc.Arbitrary<Partial<Rules>> = fc
  .record(rule)
  .chain((all) =>
    fc.subarray(Object.entries(all)).map((given) => v.parse(someRules, Object.fromEntries<unknown>(given))),
  );

const aRow = (cell: Partial<PolicyDocument>): fc.Arbitrary<PolicyDocument> =>
  aGiven.map((rules) => ({
    _id: 'default',
    readerCategory: '*',
    itemType: '*',
    branchId: '*',
    note: '',
    ...cell,
    rules,
  }));

/** A row for everybody, and some for a category, a type of copies or a branch. */
export const randomPolicies: fc.Arbitrary<PolicyDocument[]> = fc
  .tuple(
    aRow({}),
    absent(aRow({ _id: 'child', readerCategory: 'child' })),
    absent(aRow({ _id: 'rare', itemType: 'rare' })),
    absent(aRow({ _id: 'garden', branchId: 'garden' })),
  )
  .map((rows) => rows.filter((row) => row !== undefined));
