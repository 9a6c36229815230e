import * as v from 'valibot';
import type {
  FineRule,
  FixedEndRule,
  LoanLimit,
  LossRule,
  NoShowRule,
  Period,
  RecallRule,
  SuspensionRule,
} from '../documents';
import { aDay, anId, aText } from '../kernel/validate';

/** What the value of a rule may be. A description is the word for such a value in docs/policies.md. */

/**
 * A field for every field of `T`, each reading exactly its type: one that is missing or reads something else
 * does not compile.
 */
type FieldsOf<T> = { [F in keyof T]-?: v.GenericSchema<unknown, T[F]> };

/** The longest span that any published rule comes near. */
const MOST_DAYS = 3_660;
const MOST_COUNT = 10_000;
/** A hundred thousand yuan. */
const MOST_FEN = 10_000_000;

const whole = (least: number, most: number, unit: string, described: string) => {
  const message = `应为 ${least} 到 ${most} 的整数${unit && `（${unit}）`}`;
  return v.pipe(
    v.number(message),
    v.integer(message),
    v.minValue(least, message),
    v.maxValue(most, message),
    v.description(described),
  );
};
export const days = (least = 0) => whole(least, MOST_DAYS, '天', 'days');
export const count = (least = 0) => whole(least, MOST_COUNT, '', 'count');
export const fen = whole(0, MOST_FEN, '分', 'fen');
export const yesOrNo = v.boolean('应为是或否');
export const oneOf = <const T extends string>(...values: T[]) =>
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

const span = (least: number, unit: v.GenericSchema<unknown, Period['unit']>, described: string) =>
  v.pipe(shape<Period>({ count: whole(least, MOST_DAYS, '', 'count'), unit }), v.description(described));
export const aPeriod = span(1, oneOf('days', 'months', 'hours'), 'period');
const LATENESS = oneOf('days', 'hours', 'minutes');
const aSpanLate = span(1, LATENESS, 'span');
const aGrace = span(0, LATENESS, 'span');

/** Once, or every year. */
const aDayOfYear = v.pipe(
  v.union(
    [aDay, v.pipe(v.string(), v.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))],
    '日期应为 2026-04-01，或每年的 04-01',
  ),
  v.description('day'),
);

export const aLoanLimit = shape<LoanLimit>({
  most: count(),
  itemTypes: absent(v.array(anId, '应为一组资料类型')),
  branchId: absent(anId),
  shelf: absent(aText(60)),
  withinDays: absent(days(1)),
});

export const aFine = shape<FineRule>({
  amount: fen,
  per: aSpanLate,
  fullSpansOnly: absent(yesOrNo),
  steps: absent(
    v.array(shape<NonNullable<FineRule['steps']>[number]>({ after: count(1), amount: fen }), '应为一组阶梯'),
  ),
  grace: v.nullable(aGrace),
  graceWhenRecalled: yesOrNo,
  amountWhenRecalled: v.nullable(fen),
  cap: v.nullable(fen),
  capWhenRecalled: absent(fen),
  capAtPrice: yesOrNo,
  unknownPrice: absent(fen),
  closedDaysFree: yesOrNo,
  closedHoursFree: absent(yesOrNo),
  amnesties: v.array(
    shape<FineRule['amnesties'][number]>({ from: aDayOfYear, to: aDayOfYear, why: aText(60) }),
    '应为一组日期',
  ),
});

export const aSuspension = shape<SuspensionRule>({
  daysPerDay: whole(1, 100, '天', 'days'),
  graceDays: days(),
  most: v.nullable(days(1)),
  sideBySide: absent(yesOrNo),
  perDays: absent(days(1)),
  openDays: absent(yesOrNo),
});

export const aFixedEnd = shape<FixedEndRule>({
  days: v.pipe(v.array(aDayOfYear, '应为一组日期'), v.minLength(1, '至少一个日期')),
  exactly: yesOrNo,
});

export const aNoShow = shape<NoShowRule>({
  count: whole(1, 100, '次', 'count'),
  inARow: yesOrNo,
  withinDays: v.nullable(days(1)),
  blockDays: days(1),
  onlyHolds: absent(yesOrNo),
});

export const aRecall = shape<RecallRule>({ guaranteedDays: days(), noticeDays: days() });

export const aLoss = shape<LossRule>({
  timesPrice: v.pipe(
    v.number('应为数字'),
    v.minValue(0, '不能小于 0'),
    v.maxValue(20, '最多 20 倍'),
    v.check((times) => Number.isInteger(times * 10), '最多一位小数'),
    v.description('times'),
  ),
  withoutPrice: fen,
  processing: fen,
  refundDays: v.nullable(days()),
  withLateFine: yesOrNo,
});
