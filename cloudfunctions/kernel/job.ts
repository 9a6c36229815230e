import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { SettingDocument } from '../documents';
import type { JobContext } from './context';
import type { Sign } from './database';

interface JobOutcome {
  /** Things done in this call. */
  done: number;
  /** Where the next call goes on; null when there is no more. */
  after: string | null;
}

type Step = (context: JobContext, after: string | null) => Promise<JobOutcome>;

/** What is known before it is decided which jobs run. */
export interface BeforeJobs {
  now: Instant;
  today: LocalDate;
  /** The settings that jobs named, as far as there are any. */
  settings: ReadonlyMap<string, SettingDocument>;
}

/** There may be something to do where a document meets this; with `missing`, where none does. */
export type Occasion = Sign & { missing?: true };

/** Occasions of a job that looks at every tick, and the settings that it needs to tell them. */
interface Occasions {
  settings?: readonly SettingDocument['_id'][];
  of(before: BeforeJobs): readonly Occasion[];
}

/**
 * Work that the timer asks for. Each step does one batch and says where to go on; every batch may be done
 * twice without harm, since the timer fires at least once and a function can be cut off.
 */
export interface Job {
  name: string;
  /**
   * Once a library day from this local time on; or at any tick at which one of its occasions is there, and at
   * the first of a day whether or not.
   */
  when: { dailyFrom: string } | { occasions: Occasions };
  step: Step;
}

/** A job that may have something to do at any tick, with what tells that it has. */
export const everyTick = (name: string, occasions: Occasions['of'] | Occasions, step: Step): Job => ({
  name,
  when: { occasions: typeof occasions === 'function' ? { of: occasions } : occasions },
  step,
});

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
