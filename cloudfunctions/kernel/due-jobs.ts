import type { Instant, LocalDate } from '../../typings/contract/shapes';
import { between, type Database } from './database';
import type { BeforeJobs, Job, Occasion } from './job';
import { localTimeOf } from './local-date';

/** A job that is to run, and whether it is its first run of this day. */
export interface DueJob {
  job: Job;
  isFirstToday: boolean;
}

interface Asked {
  job: Job;
  ranToday: Occasion;
  occasions: readonly Occasion[];
}

/**
 * The jobs that have something to do now, in their order. A tick with nothing to do costs two round trips, or
 * one where no job needs a setting: a timer that looks 144 times a day is most of what a small library pays.
 * What an occasion does not tell is found by the first tick of the next day.
 */
export const dueJobs = async (
  jobs: readonly Job[],
  { db, now, today }: { db: Pick<Database, 'getMany' | 'whichAreThere'>; now: Instant; today: LocalDate },
): Promise<DueJob[]> => {
  const named = jobs.flatMap(({ when }) => ('occasions' in when ? (when.occasions.settings ?? []) : []));
  const settings = new Map((await db.getMany('settings', named)).map((setting) => [setting._id, setting]));
  const asked = jobs
    .filter(({ when }) => !('dailyFrom' in when) || localTimeOf(now) >= when.dailyFrom)
    .map((job) => askedOf(job, { now, today, settings }));
  const signs = asked.flatMap(({ ranToday, occasions }) => [ranToday, ...occasions]);
  const there = await db.whichAreThere(signs);
  const answers = new Map(signs.map((sign, n) => [sign, there[n] === true]));
  const isGiven = (occasion: Occasion): boolean => answers.get(occasion) !== (occasion.missing ?? false);
  return asked.flatMap(({ job, ranToday, occasions }) => {
    const isFirstToday = !isGiven(ranToday);
    return isFirstToday || occasions.some(isGiven) ? [{ job, isFirstToday }] : [];
  });
};

const askedOf = (job: Job, before: BeforeJobs): Asked => ({
  job,
  ranToday: {
    collection: 'jobRuns',
    where: { day: before.today, jobs: job.name, finishedAt: between({ from: '2' }) },
  },
  occasions: 'occasions' in job.when ? job.when.occasions.of(before) : [],
});

/** Every job, as if each had an occasion: where it cannot be told which have. */
export const allDue = (jobs: readonly Job[]): DueJob[] => jobs.map((job) => ({ job, isFirstToday: true }));
