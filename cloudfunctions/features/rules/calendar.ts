import * as v from 'valibot';
import type { LocalDate } from '../../../typings/contract/shapes';
import type { CalendarDay } from '../../../typings/contract/rules';
import { hoursOn } from '../../circulation/calendar';
import { refusalsToOpen } from '../../circulation/setting-days';
import type { BranchDocument, CalendarDocument, ClosureDocument } from '../../documents';
import { between, type Database } from '../../kernel/database';
import { addDays, weekdayOf } from '../../kernel/local-date';
import { reading, writing } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { aDay, anId, aText } from '../../kernel/validate';

const aTime = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间应为 09:00 这样的格式'));
const someHours = v.pipe(
  v.strictObject({ from: aTime, to: aTime }),
  v.check(({ from, to }) => from < to, '闭馆时间要晚于开馆时间'),
);

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
    hours: hours ? `${hours.from}–${hours.to}` : '',
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
  run: async (_context, { branchId, weeklyHours, closedOnPublicHolidays }, transaction) => {
    if (!(await transaction.get('branches', branchId))) return refuse({ code: 'branch_not_found' });
    await transaction.amend('branches', branchId, { set: { weeklyHours, closedOnPublicHolidays } });
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
    const outcome = hours ? `${date} 开放 ${hours.from}–${hours.to}` : `${date} 恢复平日时间`;
    return { value: { branchId }, log: { outcome, branchId } };
  },
});

/** Closures of a branch that stand, or are being moved or undone, on any of these days. */
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
  return later.filter((closure) => closure.status !== 'undone' && closure.from <= to);
};
