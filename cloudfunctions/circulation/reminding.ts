import type { LocalDate } from '../../typings/contract/shapes';
import type { Refusal } from '../../typings/contract/refusals';
import { addDays, weekdayOf } from '../kernel/local-date';

/** A reader is reminded by hand once a week, from Monday on: the nightly reminders go on beside it. */
export const reminderId = (readerId: string, today: LocalDate): string =>
  `reminded_${readerId}_${addDays(today, -((weekdayOf(today) + 6) % 7))}`;

/** Why nobody is reminded now; `overdue`: loans that the reader does not say they brought back. */
export const refusalsToRemind = (overdue: number, remindedOn: LocalDate | null): Refusal[] => [
  ...(overdue === 0 ? [{ code: 'nothing_overdue' } as const] : []),
  ...(remindedOn === null ? [] : [{ code: 'reminded_this_week', on: remindedOn } as const]),
];
