import type { JobContext } from './context';

interface JobOutcome {
  /** Things done in this call. */
  done: number;
  /** Where the next call goes on; null when there is no more. */
  after: string | null;
}

/**
 * Work that the timer asks for. Each step does one batch and says where to go on; every batch may be done
 * twice without harm, since the timer fires at least once and a function can be cut off.
 */
export interface Job {
  name: string;
  /** Once a library day from this local time on, or at every tick of the timer. */
  when: { dailyFrom: string } | 'every_tick';
  step(context: JobContext, after: string | null): Promise<JobOutcome>;
}

type Step = Job['step'];

/** A job that has something to do at any tick. */
export const everyTick = (name: string, step: Step): Job => ({ name, when: 'every_tick', step });

/** A job of the night or the morning: once a library day from this local time on. */
export const daily = (name: string, dailyFrom: string, step: Step): Job => ({
  name,
  when: { dailyFrom },
  step,
});

/** What a step answers that did this many of at most `batch`: asked again as long as batches are full. */
export const fullOf = (done: number, batch: number): JobOutcome => ({
  done,
  after: done === batch ? 'more' : null,
});

/** Left of a function's 60 s for the batch under way and the run record. */
export const TIME_FOR_JOBS_MS = 45_000;
