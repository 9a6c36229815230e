import type { Period } from '../documents';

export const MINUTES_OF_DAY = 24 * 60;

const MINUTES: Record<Period['unit'], number> = {
  minutes: 1,
  hours: 60,
  days: MINUTES_OF_DAY,
  // Nothing that is counted in minutes is said in months.
  months: 30 * MINUTES_OF_DAY,
};

export const minutesOf = ({ count, unit }: Period): number => count * MINUTES[unit];
