import { BadRequest } from '../http/messages';
import type { Parts } from '../parts';
import { runDueTimers, type Fired } from './timers';

/** How a developer moves the clock. */
export interface ClockMove {
  /** A moment in ISO. */
  set?: string;
  advance?: { days?: number; hours?: number; minutes?: number };
  reset?: boolean;
}

/** Moves the clock and fires timers as it passes or is moved past their moments, one thing after another. */
export interface Timekeeper {
  /** Forward, the timers that became due have run when this resolves; backward, none run again. */
  move(move: ClockMove): Promise<Fired[]>;
  /** Work that puts another time in the clock's place; nothing becomes due by it. */
  undisturbed<T>(work: () => Promise<T>): Promise<T>;
  stop(): void;
}

const MINUTE = 60_000;
const LOOK_EVERY_MS = 1000;

/** With `ticking`, timers also fire by themselves when the clock reaches their moments. */
export function openTimekeeper(parts: Parts, ticking: boolean): Timekeeper {
  const { clock } = parts;
  let seen = clock.now();
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  async function move(wanted: ClockMove): Promise<Fired[]> {
    const from = ticking ? Math.min(seen, clock.now()) : clock.now();
    const target = targetOf(wanted, clock.now());
    const fired = target > from ? await runDueTimers(parts, from, target, clock.set) : [];
    if (wanted.reset) clock.reset();
    else clock.set(target);
    seen = clock.now();
    return fired;
  }

  async function look(): Promise<void> {
    const now = clock.now();
    const from = seen;
    seen = now;
    if (now > from) await runDueTimers(parts, from, now, () => undefined);
  }

  const timer = ticking ? setInterval(() => inTurn(look).catch(report), LOOK_EVERY_MS) : undefined;
  timer?.unref();
  const report = (error: unknown): void => {
    parts.log.write('failure', { where: 'timers', message: String((error as Error).stack ?? error) });
  };
  return {
    move: (wanted) => inTurn(() => move(wanted)),
    undisturbed: (work) =>
      inTurn(async () => {
        const result = await work();
        seen = clock.now();
        return result;
      }),
    stop: () => clearInterval(timer),
  };
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
