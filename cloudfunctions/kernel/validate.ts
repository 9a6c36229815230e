import * as v from 'valibot';
import type { NoticeTopic } from '../../typings/contract/account';
import type { InvalidField } from '../../typings/contract/answer';
import { oneLine, severalLines } from './clean-text';
import { isLocalDate } from './local-date';
import { cleanScan } from './scan';

/** Reads unknown input as `In`. */
export type Schema<In> = v.GenericSchema<unknown, In>;

/** An answer must not grow with what was sent: names of fields and values in it are the sender's. */
const MOST_ISSUES = 50;
const LONGEST_TOLD = 200;

/**
 * Reads an input by its schema, or names every path that is wrong. Unknown keys are refused: a typing
 * error must not pass silently.
 */
export const readInput = <In>(
  schema: Schema<In>,
  input: unknown,
): { input: In } | { invalid: InvalidField[] } => {
  const result = v.safeParse(schema, input ?? {});
  if (result.success) return { input: result.output };
  return {
    invalid: result.issues.slice(0, MOST_ISSUES).map((issue) => ({
      path: ['input', v.getDotPath(issue)].filter(Boolean).join('.').slice(0, LONGEST_TOLD),
      message: issue.message.slice(0, LONGEST_TOLD),
    })),
  };
};

/** An id as we make and import them. Slashes and control characters never pass. */
export const anId = v.pipe(v.string(), v.regex(/^[\w.:@-]{1,128}$/, '编号格式不对'));
/** A line that may be empty, cleaned of what nobody sees. */
export const aLine = (longest: number) =>
  v.pipe(v.string(), v.transform(oneLine), v.maxLength(longest, `最多 ${longest} 个字`));
export const aText = (longest: number) => v.pipe(aLine(longest), v.minLength(1, '不能为空'));
/** Several lines, or none. */
export const someLines = (longest: number) =>
  v.pipe(v.string(), v.transform(severalLines), v.maxLength(longest, `最多 ${longest} 个字`));
export const aDay = v.pipe(v.string(), v.check(isLocalDate, '日期应为 2026-01-31 这样的格式'));
export const anInstant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, '时间格式不对'),
);
/** A page of the mini program with its query. */
export const aPagePath = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(200, '最多 200 个字符'),
  v.regex(/^\/(?:pages|features\/[a-z-]+\/pages)\/[a-z-]+\/index(?:\?[\w=&%.-]*)?$/, '页面路径不对'),
);
/** Month and day, "05-01". */
export const aBirthDay = v.pipe(v.string(), v.regex(/^\d{2}-\d{2}$/, '生日应为 05-01 这样的格式'));
export const aBirthDate = v.pipe(aDay, v.minValue('1900-01-01', '出生日期不能早于 1900 年'));
/** What a scanner or a keyboard gives, as it came: a code has meanings that only its reader knows. */
export const aScan = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, '没有扫到内容'),
  v.maxLength(512, '内容太长'),
);
/** What was scanned or typed for a copy, in the one form that barcodes have. */
export const aBarcode = v.pipe(aScan, v.transform(cleanScan), v.minLength(1, '没有扫到内容'));
export const aPhone = v.pipe(v.string(), v.regex(/^1[3-9]\d{9}$/, '请填写 11 位手机号'));
export const aPassword = v.pipe(v.string(), v.regex(/^\d{6}$/, '密码是 6 位数字'));
/** Why staff decided so; where one is needed, "" is refused in words that the desk understands. */
export const aComment = someLines(200);
/** Whether staff let others see what was offered; a no says why. */
export const aVerdict = { allow: v.boolean(), why: aComment };
/** When something was written as it was seen, sent back as it came. */
export const aTimeSeen = v.pipe(v.string(), v.maxLength(40, '时间格式不对'));
/** One tap of satisfaction, from one to five. */
export const aFace = v.pipe(
  v.number(),
  v.integer('请选一个表情'),
  v.minValue(1, '请选一个表情'),
  v.maxValue(5, '请选一个表情'),
);
export const nothing = v.strictObject({});
/** One of the library's switches. */
export const openOrNot = v.strictObject({ open: v.boolean() });

const TOPICS = [
  'due_soon',
  'overdue',
  'hold_ready',
  'hold_expired',
  'event',
  'recap',
  'recall',
  'reference',
  'closure',
  'account',
  'news',
  'article',
] as const satisfies NoticeTopic[];
export const aTopic = v.picklist(TOPICS, '没有这个通知主题');
