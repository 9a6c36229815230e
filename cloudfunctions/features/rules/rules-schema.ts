import * as v from 'valibot';
import type {
  FineRule,
  LoanLimit,
  LossRule,
  NoShowRule,
  Period,
  RecallRule,
  Rules,
  SuspensionRule,
} from '../../documents';
import { aDay, anId, aText } from '../../kernel/validate';

/** A field for every field of `T`, each reading exactly its type: one that is missing or reads something else does not compile. */
type FieldsOf<T> = { [F in keyof T]-?: v.GenericSchema<unknown, T[F]> };

/** The longest span that any published rule comes near. */
const MOST_DAYS = 3_660;
const MOST_COUNT = 10_000;
/** A hundred thousand yuan. */
const MOST_FEN = 10_000_000;

const whole = (least: number, most: number, unit: string) => {
  const message = `应为 ${least} 到 ${most} 的整数${unit && `（${unit}）`}`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(least, message), v.maxValue(most, message));
};
const days = (least = 0) => whole(least, MOST_DAYS, '天');
const count = (least = 0) => whole(least, MOST_COUNT, '');
const fen = whole(0, MOST_FEN, '分');
const yesOrNo = v.boolean('应为是或否');
const oneOf = <const T extends string>(...values: T[]) =>
  v.picklist(values, `只能是 ${values.join('、')} 之一`);

const shape = <T extends object>(fields: FieldsOf<T>) =>
  v.strictObject(fields, ({ expected, received }) =>
    expected === 'never'
      ? `没有 ${received} 这一项`
      : expected === 'Object'
        ? '应为一组值'
        : `缺少 ${expected}`,
  ) as unknown as v.GenericSchema<unknown, T>;
const absent = <T>(schema: v.GenericSchema<unknown, T>) => v.optional(schema);

const aPeriod = shape<Period>({ count: whole(1, MOST_DAYS, ''), unit: oneOf('days', 'hours') });
const aGrace = shape<Period>({ count: whole(0, MOST_DAYS, ''), unit: oneOf('days', 'hours') });

const anAmnestyDay = v.union(
  [aDay, v.pipe(v.string(), v.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))],
  '日期应为 2026-04-01，或每年的 04-01',
);

const aLoanLimit = shape<LoanLimit>({
  most: count(),
  itemTypes: absent(v.array(anId, '应为一组资料类型')),
  branchId: absent(anId),
  shelf: absent(aText(60)),
  withinDays: absent(days(1)),
});

const aFine = shape<FineRule>({
  amount: fen,
  per: aPeriod,
  fullSpansOnly: absent(yesOrNo),
  steps: absent(
    v.array(shape<NonNullable<FineRule['steps']>[number]>({ after: count(1), amount: fen }), '应为一组阶梯'),
  ),
  grace: v.nullable(aGrace),
  graceWhenRecalled: yesOrNo,
  amountWhenRecalled: v.nullable(fen),
  cap: v.nullable(fen),
  capAtPrice: yesOrNo,
  closedDaysFree: yesOrNo,
  amnesties: v.array(
    shape<FineRule['amnesties'][number]>({ from: anAmnestyDay, to: anAmnestyDay, why: aText(60) }),
    '应为一组日期',
  ),
});

const aSuspension = shape<SuspensionRule>({
  daysPerDay: whole(1, 100, '天'),
  graceDays: days(),
  most: v.nullable(days(1)),
  sideBySide: absent(yesOrNo),
});

const aNoShow = shape<NoShowRule>({
  count: whole(1, 100, '次'),
  inARow: yesOrNo,
  withinDays: v.nullable(days(1)),
  blockDays: days(1),
});

const aRecall = shape<RecallRule>({ guaranteedDays: days(), noticeDays: days() });

const aLoss = shape<LossRule>({
  timesPrice: v.pipe(
    v.number('应为数字'),
    v.minValue(0, '不能小于 0'),
    v.maxValue(20, '最多 20 倍'),
    v.check((times) => Number.isInteger(times * 10), '最多一位小数'),
  ),
  withoutPrice: fen,
  processing: fen,
  refundDays: v.nullable(days()),
  withLateFine: yesOrNo,
});

/** Every rule with what it may be; a new field of `Rules` has to be added here to compile. */
const fields: FieldsOf<Rules> = {
  lendable: yesOrNo,
  loanPeriod: aPeriod,
  dueDateMode: oneOf('plain', 'next_open_day', 'previous_open_day', 'same_weekday', 'open_days_only'),
  endsAtClosing: yesOrNo,
  endsAtOpening: yesOrNo,
  capAtCardExpiry: yesOrNo,
  loanLimit: v.nullable(count()),
  limits: v.array(aLoanLimit, '应为一组上限'),
  loansAndHoldsLimit: v.nullable(count()),
  onSiteCounts: yesOrNo,
  onSiteLimit: v.nullable(count()),
  overflowPeriod: v.nullable(aPeriod),
  checksAge: yesOrNo,

  renewalLimit: count(),
  renewalPeriod: aPeriod,
  renewalWindowDays: v.nullable(days()),
  renewalClosesDays: v.nullable(days()),
  renewalBase: oneOf('due', 'today'),
  renewalWhenOverdue: oneOf('allowed', 'not_this', 'none'),
  renewalWhenExpired: yesOrNo,
  renewalWhenBlocked: yesOrNo,
  renewalWhenOwing: yesOrNo,
  renewalDebtLimit: v.nullable(fen),
  renewalWhenHeld: oneOf('never', 'other_copies'),

  holdLimit: v.nullable(count()),
  holdsPerDay: v.nullable(count()),
  holdsPerTitle: count(),
  holdsOnShelf: oneOf('always', 'any_out', 'all_out'),
  copyHolds: yesOrNo,
  holdLongestDays: v.nullable(days(1)),
  holdLookAheadDays: days(),
  holdOverdueLimit: v.nullable(count(1)),
  holdShelfDays: days(),
  noShow: v.nullable(aNoShow),

  fine: v.nullable(aFine),
  suspension: v.nullable(aSuspension),
  overdueLimit: v.nullable(count(1)),
  debtLimit: v.nullable(fen),
  creditCounts: yesOrNo,
  childrenDebtLimit: v.nullable(fen),
  deposit: fen,
  loss: aLoss,
  recall: v.nullable(aRecall),
  transferable: yesOrNo,
};

/** What a row gives: some of the rules, none of them unknown. */
export const someRules: v.GenericSchema<unknown, Partial<Rules>> = v.partial(
  v.strictObject(fields, ({ expected, received }) =>
    expected === 'never' ? `没有 ${received} 这一项规则` : '应为一组规则',
  ),
);

const anyOrId = v.union([v.literal('*'), anId], '应为“*”或一个编号');

export const aPolicyRow = v.strictObject({
  policyId: v.union([v.literal(''), anId], '编号格式不对'),
  readerCategory: anyOrId,
  itemType: anyOrId,
  branchId: anyOrId,
  note: v.pipe(v.string(), v.trim(), v.maxLength(200, '最多 200 个字')),
  rules: someRules,
});
export type PolicyInput = v.InferOutput<typeof aPolicyRow>;
