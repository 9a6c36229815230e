import type { JobRunDocument } from '../documents';
import type { JobContext } from './context';
import { TIME_FOR_JOBS_MS, type Job } from './job';
import { localTimeOf } from './local-date';

interface JobReport {
  job: string;
  done: number;
  finished: boolean;
}

/**
 * Runs what is due, one job after the other, until time is up; what is left goes on at the next tick where it
 * stopped. A job that fails is told of and tried again at the next tick; the others do not wait for it.
 */
export const runJobs = async (
  jobs: readonly Job[],
  context: JobContext,
  failed: (job: string, error: unknown) => void,
): Promise<JobReport[]> => {
  const reports: JobReport[] = [];
  for (const job of jobs) {
    if (context.elapsedMs() > TIME_FOR_JOBS_MS) break;
    try {
      const report = await run(job, context);
      if (report) reports.push(report);
    } catch (error) {
      failed(job.name, error);
    }
  }
  return reports;
};

const run = (job: Job, context: JobContext): Promise<JobReport | undefined> =>
  job.when === 'every_tick' ? runTick(job, context) : runDaily(job, job.when.dailyFrom, context);

/** What a job of every tick did stands in one record a day, once it did something. */
const runTick = async (job: Job, context: JobContext): Promise<JobReport> => {
  const { done, after } = await steps(job, context, null, async () => undefined);
  if (done > 0) await noteTick(job, context, done);
  return { job: job.name, done, finished: after === null };
};

const noteTick = ({ name }: Job, { db, today, now }: JobContext, done: number): Promise<void> =>
  db.transact(async (transaction) => {
    const id = `${name}_${today}`;
    const before = await transaction.get('jobRuns', id);
    await transaction.put('jobRuns', {
      _id: id,
      job: name,
      day: today,
      startedAt: before?.startedAt ?? now,
      finishedAt: now,
      after: null,
      done: (before?.done ?? 0) + done,
    });
  });

/** The run record of the day says where to go on after a crash and that a finished job is not run again. */
const runDaily = async (job: Job, from: string, context: JobContext): Promise<JobReport | undefined> => {
  if (localTimeOf(context.now) < from) return undefined;
  const id = `${job.name}_${context.today}`;
  const before = await context.db.get('jobRuns', id);
  if (before?.finishedAt) return undefined;
  const record: JobRunDocument = before ?? {
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
        ...record,
        done: record.done + done,
        after,
        finishedAt: after === null ? context.now : null,
      }),
    );
  const { done, after } = await steps(job, context, record.after, keep);
  return { job: job.name, done, finished: after === null };
};

const steps = async (
  job: Job,
  context: JobContext,
  start: string | null,
  keep: (done: number, after: string | null) => Promise<void>,
) => {
  let done = 0;
  let after = start;
  do {
    const outcome = await job.step(context, after);
    done += outcome.done;
    after = outcome.after;
    await keep(done, after);
  } while (after !== null && context.elapsedMs() < TIME_FOR_JOBS_MS);
  return { done, after };
};
