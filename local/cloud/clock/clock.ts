import type { Table } from '../database/store';

/** The library's clock: real time moved by an offset that a developer chooses. It survives a restart. */
export interface Clock {
  now(): number;
  offsetMs(): number;
  /** From now on the clock reads `moment` and goes on from there. */
  set(moment: number): void;
  reset(): void;
}

const FACT = 'clock/offsetMs';

export function openClock(facts: Table<string, string>): Clock {
  let offset = Number(facts.get(FACT) ?? 0);
  const move = (to: number): void => {
    offset = to;
    facts.putSync(FACT, String(to));
  };
  return {
    now: () => Date.now() + offset,
    offsetMs: () => offset,
    set: (moment) => move(moment - Date.now()),
    reset: () => move(0),
  };
}
