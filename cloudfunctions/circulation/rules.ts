import * as v from 'valibot';
import type { Rules } from '../documents';
import { anId } from '../kernel/validate';
import {
  aFine,
  aFixedEnd,
  aLoanLimit,
  aLoss,
  aNoShow,
  aPeriod,
  aRecall,
  aSuspension,
  count,
  days,
  fen,
  oneOf,
  yesOrNo,
} from './rule-values';

/** What a rule may be, and what holds where a library has said nothing of it. */
type FieldOf<T> = v.OptionalSchema<v.GenericSchema<unknown, T>, T>;
const rule = <T>(value: v.GenericSchema<unknown, T>, standard: NoInfer<T>): FieldOf<T> =>
  v.optional(value, standard);

/**
 * Every rule of circulation. The defaults are liberal: nothing is limited, charged or stopped that nobody
 * decided; the periods are those most public libraries use.
 */
const RULES: { [F in keyof Rules]: FieldOf<Rules[F]> } = {
  lendable: rule(yesOrNo, true),
  loanPeriod: rule(aPeriod, { count: 30, unit: 'days' }),
  dueDateMode: rule(
    oneOf('plain', 'next_open_day', 'previous_open_day', 'same_weekday', 'open_days_only'),
    'plain',
  ),
  fixedEnd: rule(v.nullable(aFixedEnd), null),
  // A copy lent for hours is lent to be used in the house: it is due before the house closes.
  endsAtClosing: rule(yesOrNo, true),
  endsAtOpening: rule(yesOrNo, false),
  // Nobody can be reminded, or kept from borrowing, by a card that has ended.
  capAtCardExpiry: rule(yesOrNo, true),
  loanLimit: rule(v.nullable(count()), null),
  loanLimitCounts: rule(oneOf('all', 'branch', 'type', 'branch_and_type'), 'all'),
  limits: rule(v.array(aLoanLimit, '应为一组上限'), []),
  loansAndHoldsLimit: rule(v.nullable(count()), null),
  // A book read at a table in the house takes nothing from what may be carried home.
  onSiteCounts: rule(yesOrNo, false),
  onSiteLimit: rule(v.nullable(count()), null),
  overflowPeriod: rule(v.nullable(aPeriod), null),
  // Longer than any published loan: what goes past it is a slip of the hand, or needs a reason.
  chosenDueDays: rule(v.nullable(days(1)), 180),
  // An age mark that nobody asks for would be worse than none.
  checksAge: rule(yesOrNo, true),

  renewalLimit: rule(count(), 1),
  onlineRenewalLimit: rule(v.nullable(count()), null),
  // A library that changes its loan period alone means the renewal, too.
  renewalPeriod: rule(v.nullable(aPeriod), null),
  renewalWindowDays: rule(v.nullable(days()), null),
  renewalClosesDays: rule(v.nullable(days()), null),
  renewalBase: rule(oneOf('due', 'today', 'due_or_today'), 'due'),
  autoRenewDays: rule(v.nullable(days()), null),
  longestLoanDays: rule(v.nullable(days()), null),
  // Lateness cannot be undone by renewing it; the reader's other loans have nothing to do with it.
  renewalWhenOverdue: rule(oneOf('allowed', 'not_this', 'none'), 'not_this'),
  renewalWhenExpired: rule(yesOrNo, false),
  renewalWhenBlocked: rule(yesOrNo, false),
  renewalWhenOwing: rule(yesOrNo, false),
  renewalDebtLimit: rule(v.nullable(fen), null),
  renewalWhenHeld: rule(oneOf('never', 'other_copies'), 'other_copies'),
  bookedAhead: rule(oneOf('ignored', 'cut', 'refused'), 'ignored'),

  holdLimit: rule(v.nullable(count()), null),
  holdsPerDay: rule(v.nullable(count()), null),
  holdsPerTitle: rule(count(), 1),
  holdsOnShelf: rule(oneOf('always', 'any_out', 'all_out'), 'always'),
  copyHolds: rule(yesOrNo, true),
  holdShortestDays: rule(days(), 0),
  holdLongestDays: rule(v.nullable(days(1)), null),
  holdLookAheadDays: rule(days(), 0),
  // Between all branches: a library without couriers says where nothing goes.
  holdsNotFrom: rule(v.array(anId, '应为一组分馆'), []),
  holdOverdueLimit: rule(v.nullable(count(1)), null),
  // A block is meant against the reader; a library that still lets them wait says so.
  holdWhenBlocked: rule(yesOrNo, false),
  holdDebtLimit: rule(v.nullable(fen), null),
  holdShelfDays: rule(days(), 3),
  holdShelfCounts: rule(oneOf('open_days', 'calendar_days'), 'open_days'),
  noShow: rule(v.nullable(aNoShow), null),
  noShowFee: rule(fen, 0),

  fine: rule(v.nullable(aFine), null),
  suspension: rule(v.nullable(aSuspension), null),
  overdueLimit: rule(v.nullable(count(1)), null),
  debtLimit: rule(v.nullable(fen), null),
  creditCounts: rule(yesOrNo, true),
  childrenDebtLimit: rule(v.nullable(fen), null),
  deposit: rule(fen, 0),
  // The price and no more. Without a known price staff charge by hand; what comes back within a quarter is
  // paid back.
  loss: rule(aLoss, { timesPrice: 1, withoutPrice: 0, processing: 0, refundDays: 90, withLateFine: true }),
  // To take a promised date back from a reader is a decision of the library's own.
  recall: rule(v.nullable(aRecall), null),
  transferable: rule(yesOrNo, true),
};

/** All rules with their defaults. A row of the matrix gives some of them (features/rules/rules-schema.ts). */
export const rulesSchema = v.strictObject(RULES, ({ expected, received }) =>
  expected === 'never' ? `没有 ${received} 这一项规则` : '应为一组规则',
);

export const DEFAULT_RULES: Rules = v.getDefaults(rulesSchema);
