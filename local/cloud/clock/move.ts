import { BadRequest } from '../http/messages';
import type { Parts } from '../parts';
import { runDueTimers, type Fired } from '../timers/timers';

/** How a developer moves the clock. */
export interface ClockMove {
  set?: string;
  advance?: { days?: number; hours?: number; minutes?: number };
  reset?: boolean;
}

const MINUTE = 60_000;

/** Moves the clock; forward, the timers that became due run before this resolves. */
export async function moveClock(parts: Parts, move: ClockMove): Promise<Fired[]> {
  const from = parts.clock.now();
  const target = targetOf(move, from);
  const fired = target > from ? await runDueTimers(parts, from, target) : [];
  if (move.reset) parts.clock.reset();
  else parts.clock.set(target);
  return fired;
}

function targetOf({ set, advance, reset }: ClockMove, from: number): number {
  if (reset) return Date.now();
  if (typeof set === 'string') {
    const moment = Date.parse(set);
    if (Number.isNaN(moment)) throw new BadRequest(`not a moment: ${set}`);
    return moment;
  }
  if (!advance) throw new BadRequest('one of set, advance and reset is needed');
  const { days = 0, hours = 0, minutes = 0 } = advance;
  const distance = ((days * 24 + hours) * 60 + minutes) * MINUTE;
  if (!Number.isFinite(distance)) throw new BadRequest('days, hours and minutes must be numbers');
  return from + distance;
}
