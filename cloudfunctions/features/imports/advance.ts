import type { ImportRunDocument } from '../../documents';
import type { JobContext } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { isLeased } from './run-view';

type Moved = { run: ImportRunDocument; mine: boolean };

/** Takes a run for a driver, unless another one has it. */
export const takeLease = async (
  { db, now }: JobContext,
  runId: string,
  lease: string,
  leaseMs: number,
): Promise<Moved | null> =>
  db.transact(async (transaction) => {
    const run = await transaction.get('importRuns', runId);
    if (!run) return null;
    if (run.status !== 'running' || isLeased(run, now)) return { run, mine: false };
    const until = new Date(Date.parse(now) + leaseMs).toISOString();
    const taken = { ...run, lease: { id: lease, until } };
    await transaction.put('importRuns', taken);
    return { run: taken, mine: true };
  });

/**
 * Moves a run on, when it still stands where the driver took it up (`from`; null: wherever it stands) and is
 * the driver's; otherwise it stays as somebody else has moved it.
 */
export const advance = async (
  { db, now }: JobContext,
  runId: string,
  lease: string,
  from: number | null,
  change: (run: ImportRunDocument) => ImportRunDocument,
  beside: (transaction: Transaction) => Promise<void> = () => Promise.resolve(),
): Promise<Moved> =>
  db.transact(async (transaction) => {
    const run = await transaction.get('importRuns', runId);
    if (!run) throw new Error(`the import ${runId} is gone`);
    const mine = run.status === 'running' && run.lease?.id === lease && (from === null || run.done === from);
    if (!mine) return { run, mine };
    const moved = { ...change(run), changedAt: now };
    await transaction.put('importRuns', moved);
    await beside(transaction);
    return { run: moved, mine };
  });

/** Gives a run back after a failure, so that the next driver need not wait. */
export const release = async ({ db }: JobContext, runId: string, lease: string): Promise<void> =>
  db.transact(async (transaction) => {
    const run = await transaction.get('importRuns', runId);
    if (run?.lease?.id === lease) await transaction.put('importRuns', { ...run, lease: null });
  });
