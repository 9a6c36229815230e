import type { JobRunDocument } from '../documents';
import type { JobContext } from './context';
import { TIME_FOR_JOBS_MS, type Job } from './job';
import { localTimeOf } from './local-date';

export interface JobReport {
  job: string;
  done: number;
  finished: boolean;
}

/** Runs what is due, one job after the other, until time is up; what is left goes on at the next tick where it stopped. */
export const runJobs = async (
  jobs: readonly Job[],
  context: JobContext,
  elapsedMs: () => number,
): Promise<JobReport[]> => {
  const reports: JobReport[] = [];
  for (const job of jobs) {
    if (elapsedMs() > TIME_FOR_JOBS_MS) break;
    const report =
      job.when === 'every_tick'
        ? await runTick(job, context, elapsedMs)
        : await runDaily(job, job.when.dailyFrom, context, elapsedMs);
    if (report) reports.push(report);
  }
  return reports;
};

const runTick = async (job: Job, context: JobContext, elapsedMs: () => number): Promise<JobReport> => {
  const { done, after } = await steps(job, context, null, elapsedMs, async () => undefined);
  return { job: job.name, done, finished: after === null };
};

/** The run record of the day says where to go on after a crash and that a finished job is not run again. */
const runDaily = async (
  job: Job,
  from: string,
  context: JobContext,
  elapsedMs: () => number,
): Promise<JobReport | undefined> => {
  if (localTimeOf(context.now) < from) return undefined;
  const id = `${job.name}_${context.today}`;
  const before = await context.db.get('jobRuns', id);
  if (before?.finishedAt) return undefined;
  const run: JobRunDocument = before ?? {
    _id: id,
    job: job.name,
    day: context.today,
    startedAt: context.now,
    finishedAt: null,
    after: null,
    done: 0,
  };
  const keep = (done: number, after: string | null) =>
    context.db.transact((transaction) =>
      transaction.put('jobRuns', {
        ...run,
        done: run.done + done,
        after,
        finishedAt: after === null ? context.now : null,
      }),
    );
  const { done, after } = await steps(job, context, run.after, elapsedMs, keep);
  return { job: job.name, done, finished: after === null };
};

const steps = async (
  job: Job,
  context: JobContext,
  start: string | null,
  elapsedMs: () => number,
  keep: (done: number, after: string | null) => Promise<void>,
) => {
  let done = 0;
  let after = start;
  do {
    const outcome = await job.step(context, after);
    done += outcome.done;
    after = outcome.after;
    await keep(done, after);
  } while (after !== null && elapsedMs() < TIME_FOR_JOBS_MS);
  return { done, after };
};
