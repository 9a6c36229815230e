import { Cron } from 'croner';

const value = String.raw`(\*|\d{1,4}|[A-Z]{3})`;
/** What the platform's fields may hold: numbers, names, `*`, and `,` `-` `/` between them. */
const field = new RegExp(`^${value}([-/,]${value})*$`);

/**
 * The platform's cron: seven fields (second minute hour day month weekday year), read in UTC+8; when both day
 * and weekday are given, either is enough. Sunday is 0.
 */
export function parseCron(expression: string): { next(after: number): number | undefined } {
  const fields = expression.trim().split(/\s+/);
  const weekday = fields[5] ?? '';
  if (fields.length !== 7 || !fields.every((text) => field.test(text)) || /[7-9]/.test(weekday)) {
    throw new Error(`not a cron expression of the platform: ${expression}`);
  }
  const cron = new Cron(expression, { timezone: 'Asia/Shanghai', paused: true });
  return { next: (after) => cron.nextRun(new Date(after))?.getTime() };
}
