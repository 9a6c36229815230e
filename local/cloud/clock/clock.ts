import type { Table } from '../database/engine/store';

/** The library's clock: real time moved by an offset that a developer chooses. It survives a restart. */
export interface Clock {
  now(): number;
  offsetMs(): number;
  /** From now on the clock reads `moment` and goes on from there. */
  set(moment: number): void;
  reset(): void;
  /** Takes what the data folder says, after it was put back from a snapshot. */
  reread(): void;
}

const FACT = 'clock/offsetMs';

export function openClock(facts: Table<string, string>): Clock {
  const kept = (): number => Number(facts.get(FACT) ?? 0);
  let offset = kept();
  const move = (to: number): void => {
    offset = to;
    facts.putSync(FACT, String(to));
  };
  return {
    now: () => Date.now() + offset,
    offsetMs: () => offset,
    set: (moment) => move(moment - Date.now()),
    reset: () => move(0),
    reread: () => {
      offset = kept();
    },
  };
}
