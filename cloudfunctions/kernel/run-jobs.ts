import type { LocalDate } from '../../typings/contract/shapes';
import type { JobRunDocument } from '../documents';
import type { JobContext } from './context';
import type { DueJob } from './due-jobs';
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
  jobs: readonly DueJob[],
  context: JobContext,
  failed: (job: string, error: unknown) => void,
): Promise<JobReport[]> => {
  const reports: JobReport[] = [];
  const runs = runsOf(context);
  const quiet: Job[] = [];
  for (const due of jobs) {
    if (context.elapsedMs() > TIME_FOR_JOBS_MS) break;
    try {
      const report = await run(due, context, runs, quiet);
      if (report) reports.push(report);
    } catch (error) {
      failed(due.job.name, error);
    }
  }
  await keepQuiet(context, quiet).catch((error) => failed('job runs', error));
  return reports;
};

/**
 * That jobs had nothing to do in their first run of a day stands in one record: most nights most of them have
 * not, and who is cut off before it looks once more.
 */
const keepQuiet = async ({ db, today, now }: JobContext, quiet: readonly Job[]): Promise<void> => {
  const jobs = quiet.map(({ name }) => name);
  if (jobs.length === 0) return;
  const record: JobRunDocument = {
    ...{ _id: `quiet_${jobs[0]}_${today}`, jobs, day: today },
    ...{ startedAt: now, finishedAt: now, after: null, done: 0 },
  };
  await db.transact((transaction) => transaction.put('jobRuns', record));
};

type Runs = () => Promise<ReadonlyMap<string, JobRunDocument>>;

/**
 * What ran today, in one read for all daily jobs: a tick that has nothing to do costs none for each. A read
 * that fails fails the job that asked, and the next one asks again.
 */
const runsOf = ({ db, today }: JobContext): Runs => {
  let known: Awaited<ReturnType<Runs>> | undefined;
  return async () => {
    if (known) return known;
    const rows = await db.find('jobRuns', { where: { day: today }, limit: 1000 });
    known = new Map(rows.map((row) => [row._id, row]));
    return known;
  };
};

const run = (
  { job, isFirstToday }: DueJob,
  context: JobContext,
  runs: Runs,
  quiet: Job[],
): Promise<JobReport | undefined> =>
  'dailyFrom' in job.when
    ? runDaily({ ...job, from: job.when.dailyFrom }, context, runs, quiet)
    : runTick(job, context, isFirstToday ? quiet : []);

/** What a job of every tick did stands in one record a day, and that it looked at all. */
const runTick = async (job: Job, context: JobContext, quiet: Job[]): Promise<JobReport> => {
  const { done, after } = await steps(job, context, null, async () => undefined);
  if (done > 0) await noteTick(job, context, done);
  else quiet.push(job);
  return { job: job.name, done, finished: after === null };
};

const noteTick = (job: Job, context: JobContext, done: number): Promise<void> =>
  context.db.transact(async (transaction) => {
    const begun = beginning(job, context);
    const before = await transaction.get('jobRuns', begun._id);
    await transaction.put('jobRuns', {
      ...begun,
      startedAt: before?.startedAt ?? begun.startedAt,
      finishedAt: context.now,
      done: (before?.done ?? 0) + done,
    });
  });

/** The record of a job's run on one day. */
const runIdOf = ({ name }: Job, day: LocalDate): string => `${name}_${day}`;

const beginning = (job: Job, { today, now }: JobContext): JobRunDocument => ({
  _id: runIdOf(job, today),
  jobs: [job.name],
  day: today,
  startedAt: now,
  finishedAt: null,
  after: null,
  done: 0,
});

/** The run record of the day says where to go on after a crash and that a finished job is not run again. */
const runDaily = async (
  job: Job & { from: string },
  context: JobContext,
  runs: Runs,
  quiet: Job[],
): Promise<JobReport | undefined> => {
  if (localTimeOf(context.now) < job.from) return undefined;
  const before = (await runs()).get(runIdOf(job, context.today));
  if (before?.finishedAt) return undefined;
  const record = before ?? beginning(job, context);
  const keep = async (done: number, after: string | null) => {
    const now = {
      ...record,
      done: record.done + done,
      after,
      finishedAt: after === null ? context.now : null,
    };
    if (now.done === 0 && now.finishedAt) quiet.push(job);
    else await context.db.transact((transaction) => transaction.put('jobRuns', now));
  };
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
