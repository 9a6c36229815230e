import type { LocalDate } from '../../typings/contract/shapes';
import type { Rules } from '../documents';
import { addDays } from '../kernel/local-date';
import { nearestOpenDay, openDaysAfter } from './calendar';
import type { BranchCalendar } from './due-date';

/** Last day on which a copy that comes to the hold shelf today can be collected there: always an open one. */
export const shelfUntil = (
  today: LocalDate,
  { holdShelfDays, holdShelfCounts }: Pick<Rules, 'holdShelfDays' | 'holdShelfCounts'>,
  { branch, calendars }: BranchCalendar,
): LocalDate =>
  holdShelfCounts === 'open_days'
    ? openDaysAfter(branch, calendars, today, holdShelfDays)
    : nearestOpenDay(branch, calendars, addDays(today, holdShelfDays), 1);
