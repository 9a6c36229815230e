import type { Instant } from '../../../typings/contract/shapes';
import type { JobContext } from '../../kernel/context';
import { between } from '../../kernel/database';
import { TIME_FOR_JOBS_MS, everyTick } from '../../kernel/job';
import { drive } from './drive';
import { tidyUp } from './tidy-up';

/** A run that its page has not driven for so long is gone on with here: the phone went away. */
const ALONE_MS = 60_000;
/** Far less than the function has left when the time for jobs is over. */
const RECORDS = 100;
/** The function is cut off after a minute. */
const LEASE_MS = 70_000;

/** Goes on with imports that nobody drives, and tidies up behind those that have ended. */
export const goOnImporting = everyTick(
  'goOnImporting',
  ({ now }) => [{ collection: 'importRuns', where: aloneAt(now) }],
  async (context, after) => {
    const runId = after ?? (await aloneRun(context));
    if (!runId) return { done: 0, after: null };
    const before = await context.db.get('importRuns', runId);
    if (!before) return { done: 0, after: null };
    if (before.status !== 'running') {
      await tidyUp(context, before);
      return { done: 1, after: await aloneRun(context) };
    }
    const driven = await drive(context, runId, {
      records: RECORDS,
      leaseMs: LEASE_MS,
      lateMs: TIME_FOR_JOBS_MS,
    });
    const run = driven?.run ?? before;
    const moved = run.done - before.done;
    // Somebody else drives it after all.
    if (!driven?.lease) return { done: moved, after: null };
    return { done: moved, after: run.status === 'running' ? runId : await aloneRun(context) };
  },
);

/** Nobody drives them any more. */
const aloneAt = (now: Instant) => ({
  untidy: true,
  changedAt: between({ below: new Date(Date.parse(now) - ALONE_MS).toISOString() }),
});

const aloneRun = async ({ db, now }: JobContext): Promise<string | null> => {
  const [run] = await db.find('importRuns', {
    where: aloneAt(now),
    orderBy: [['changedAt', 'asc']],
    limit: 1,
    fields: ['status'],
  });
  return run?._id ?? null;
};
