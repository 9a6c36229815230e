import * as v from 'valibot';
import type { LocalDate } from '../../../typings/contract/shapes';
import type { CalendarDay, DayHours } from '../../../typings/contract/rules';
import { hoursInWords, hoursOn } from '../../circulation/calendar';
import { WEEK_AHEAD_DAYS, weekdaysClosed } from '../../circulation/closing-days';
import { refusalsToOpen } from '../../circulation/setting-days';
import type { BranchDocument, CalendarDocument, ClosureDocument } from '../../documents';
import { between, type Database } from '../../kernel/database';
import { addDays, weekdayOf } from '../../kernel/local-date';
import { reading, writing } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { aDay, anId, aText } from '../../kernel/validate';

const aTime = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间应为 09:00 这样的格式'));
const someHours = v.pipe(
  v.strictObject({
    from: aTime,
    to: aTime,
    pauses: v.optional(
      v.pipe(v.array(v.strictObject({ from: aTime, to: aTime })), v.maxLength(3, '一天最多闭馆三次')),
    ),
  }),
  v.check(({ from, to }) => from < to, '闭馆时间要晚于开馆时间'),
  v.check((hours) => inOrder(timesOf(hours)), '中间闭馆的时间要在开馆时间之内，先后不重叠'),
);

const timesOf = ({ from, to, pauses = [] }: DayHours): string[] => [
  from,
  ...pauses.flatMap((pause) => [pause.from, pause.to]),
  to,
];
const inOrder = (times: readonly string[]): boolean =>
  times.every((time, n) => n === 0 || (times[n - 1] ?? '') < time);

export const calendar = reading('rules.calendar', {
  role: 'circulation',
  schema: v.strictObject({
    branchId: anId,
    month: v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/, '月份应为 2026-01 这样的格式')),
  }),
  run: async ({ db, library }, { branchId, month }) => {
    const branch = await db.get('branches', branchId);
    if (!branch) return refuse({ code: 'branch_not_found' });
    const days: CalendarDay[] = [];
    for (let date = `${month}-01`; date.startsWith(month); date = addDays(date, 1))
      days.push(dayOf(branch, library.calendars, date));
    return done({
      branchId,
      days,
      weeklyHours: branch.weeklyHours,
      closedOnPublicHolidays: branch.closedOnPublicHolidays,
    });
  },
});

/** What a day of a branch is like and what made it so. */
const dayOf = (
  branch: BranchDocument,
  calendars: readonly CalendarDocument[],
  date: LocalDate,
): CalendarDay => {
  const hours = hoursOn(branch, calendars, date);
  const year = calendars.find((each) => each._id === date.slice(0, 4));
  const exception = branch.exceptions[date];
  const holiday = year?.holidays[date];
  const workday = year?.workdays[date];
  return {
    date,
    hours: hoursInWords(hours),
    why:
      exception?.why ??
      holiday ??
      (workday !== undefined
        ? `${workday}调休上班`
        : !hours && !branch.weeklyHours[weekdayOf(date)]
          ? '每周闭馆'
          : ''),
    kind: exception
      ? 'exception'
      : holiday !== undefined
        ? 'holiday'
        : workday !== undefined
          ? 'workday'
          : 'week',
  };
};

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/**
 * New opening hours. Weekdays that are closed by them are a closure: what ends on them is moved by its job,
 * and its readers are told.
 */
export const saveHours = writing('rules.saveHours', {
  role: 'manager',
  schema: v.strictObject({
    branchId: anId,
    weeklyHours: v.pipe(
      v.array(v.nullable(someHours)),
      v.length(7, '一周应有七天'),
      v.check((week) => week.some((day) => day !== null), '每周至少开放一天'),
    ),
    closedOnPublicHolidays: v.boolean('应为是或否'),
  }),
  run: async (context, { branchId, weeklyHours, closedOnPublicHolidays }, transaction) => {
    const branch = await transaction.get('branches', branchId);
    if (!branch) return refuse({ code: 'branch_not_found' });
    await transaction.amend('branches', branchId, { set: { weeklyHours, closedOnPublicHolidays } });
    const closed = weekdaysClosed(branch.weeklyHours, weeklyHours);
    if (closed.length > 0) {
      const { now, today, staff } = context;
      await transaction.add('closures', {
        _id: context.newId(),
        branchId,
        from: today,
        to: addDays(today, WEEK_AHEAD_DAYS),
        why: `每${closed.map((weekday) => WEEKDAYS[weekday]).join('、')}闭馆`,
        at: now,
        staffName: staff.name,
        status: 'moving',
        exceptionsBefore: {},
        weekBefore: branch.weeklyHours,
        loansMoved: 0,
        holdsMoved: 0,
      });
    }
    return { value: { branchId }, log: { outcome: '开放时间已修改', branchId } };
  },
});

export const openDay = writing('rules.openDay', {
  role: 'manager',
  schema: v.strictObject({
    branchId: anId,
    date: aDay,
    hours: v.nullable(someHours),
    why: v.union([v.literal(''), aText(60)]),
  }),
  prepare: async ({ db }, { branchId, date }) => ({
    closures: await standingClosures(db, branchId, { from: date, to: date }),
  }),
  run: async ({ today }, { branchId, date, hours, why }, transaction, { closures }) => {
    const branch = await transaction.get('branches', branchId);
    if (!branch) return refuse({ code: 'branch_not_found' });
    const refusals = refusalsToOpen(date, closures, today);
    if (refusals.length > 0) return refuse(...refusals);
    const { [date]: _before, ...others } = branch.exceptions;
    const exceptions = hours ? { ...others, [date]: { open: hours, why: why || '特别开放' } } : others;
    await transaction.amend('branches', branchId, { set: { exceptions } });
    const outcome = hours ? `${date} 开放 ${hoursInWords(hours)}` : `${date} 恢复平日时间`;
    return { value: { branchId }, log: { outcome, branchId } };
  },
});

/** Closures of days (not of weekdays) of a branch that stand, or are worked off, on any of these days. */
export const standingClosures = async (
  db: Database,
  branchId: string,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<ClosureDocument[]> => {
  const later = await db.find('closures', {
    where: { branchId, to: between({ from }) },
    orderBy: [['to', 'asc']],
    limit: 1000,
  });
  return later.filter((closure) => closure.status !== 'undone' && !closure.weekBefore && closure.from <= to);
};
