import type { Job } from '../kernel/job';
import { allDue, dueJobs, type DueJob } from '../kernel/due-jobs';
import { localDateOf } from '../kernel/local-date';
import { runJobs } from '../kernel/run-jobs';
import { database } from './database';
import { callerNow } from './identity';
import { logFact, logFailure } from './log';
import { contextOf } from './serve';

/**
 * The handler of a function that a timer calls. Only the timer may ask: anybody could call it by name, and
 * "no openid" would also be true of a call over HTTP.
 */
export const serveJobs = (jobs: readonly Job[]) => async (): Promise<unknown> => {
  const caller = callerNow();
  if (caller.source !== 'wx_trigger') {
    // Should a timer ever come under another name, the log says so: nothing else would.
    logFact('only the timer may ask for jobs', { source: caller.source });
    return { ok: false, refusals: [{ code: 'not_staff' }] };
  }
  try {
    const due = await dueNow(jobs);
    if (due.length === 0) return { ok: true, value: [] };
    const failed: string[] = [];
    const context = await contextOf(caller);
    const reports = await runJobs(due, context, (job, error) => {
      failed.push(job);
      logFailure(`job ${job}`, error);
    });
    logFact('jobs ran', { reports, failed });
    // The platform counts the call as failed, and its alarms see it.
    if (failed.length > 0) throw new Error(`failed: ${failed.join(', ')}`);
    return { ok: true, value: reports };
  } catch (error) {
    logFailure('jobs', error);
    throw error;
  }
};

/** Before anything else is read. Should it not be told what is due, every job looks for itself. */
const dueNow = async (jobs: readonly Job[]): Promise<DueJob[]> => {
  const now = new Date().toISOString();
  try {
    return await dueJobs(jobs, { db: database, now, today: localDateOf(now) });
  } catch (error) {
    logFailure('what is due', error);
    return allDue(jobs);
  }
};
