import { Cron as Croner } from 'croner';

export interface Cron {
  /** The first due moment after this one, if there is any more. */
  next(after: number): number | undefined;
}

const value = String.raw`(\*|\d{1,4}|[A-Z]{3})`;
/** What the platform's fields may hold: numbers, names, `*`, and `,` `-` `/` between them. */
const field = new RegExp(`^${value}([-/,]${value})*$`);

/**
 * The platform's cron: seven fields (second minute hour day month weekday year), read in UTC+8; when both day
 * and weekday are given, either is enough. Sunday is 0.
 */
export function parseCron(expression: string): Cron {
  const fields = expression.trim().split(/\s+/);
  const weekday = fields[5] ?? '';
  if (fields.length !== 7 || !fields.every((text) => field.test(text)) || /[7-9]/.test(weekday)) {
    throw new Error(`not a cron expression of the platform: ${expression}`);
  }
  const cron = new Croner(expression, { timezone: 'Asia/Shanghai', paused: true });
  return { next: rememberingNext((after) => cron.nextRun(new Date(after))?.getTime()) };
}

type Next = (after: number) => number | undefined;

/** Finding the next moment takes milliseconds, and it is asked for every second: the last answer is kept. */
function rememberingNext(find: Next): Next {
  let asked = Infinity;
  let answer: number | undefined;
  return (after) => {
    if (asked <= after && answer !== undefined && after < answer) return answer;
    answer = find(after);
    asked = after;
    return answer;
  };
}
