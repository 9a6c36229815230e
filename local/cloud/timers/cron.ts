import { Cron } from 'croner';

/**
 * The platform's cron: seven fields (second minute hour day month weekday year), read in UTC+8; when both day
 * and weekday are given, either is enough.
 */
export function parseCron(expression: string): { next(after: number): number | undefined } {
  if (expression.trim().split(/\s+/).length !== 7)
    throw new Error(`not a cron expression of 7 fields: ${expression}`);
  const cron = new Cron(expression, { timezone: 'Asia/Shanghai', paused: true });
  return { next: (after) => cron.nextRun(new Date(after))?.getTime() };
}
