import { limits } from '../limits';
import type { InvokeMessage } from './messages';
import { killWorker, runOn, stopWorker, type Outcome, type WarmWorker } from './warm-worker';

/** The warm workers of one function. It grows when calls have to wait, up to the platform's bound. */
export interface Pool {
  start: () => WarmWorker;
  /** Those that load or are loaded. */
  all: Set<WarmWorker>;
  idle: WarmWorker[];
  queue: Waiting[];
  /** By the id of the call that each one runs. */
  running: Map<string, WarmWorker>;
  starting: number;
  /** Calls that wait or run. */
  underWay: number;
  closed: boolean;
}

interface Waiting {
  message: InvokeMessage;
  resolve: (outcome: Outcome) => void;
  growth: NodeJS.Timeout;
}

/**
 * A waiting call gets a further worker only after this long: starting one costs seconds of processor time.
 */
const PATIENCE_MS = 800;

export function openPool(start: () => WarmWorker): Pool {
  return {
    start,
    all: new Set(),
    idle: [],
    queue: [],
    running: new Map(),
    starting: 0,
    underWay: 0,
    closed: false,
  };
}

/** Undefined when as many calls as the platform allows are under way. */
export function runIn(pool: Pool, message: InvokeMessage): Promise<Outcome> | undefined {
  if (pool.underWay >= limits.concurrentInvocations) return undefined;
  pool.underWay++;
  const outcome = new Promise<Outcome>((resolve) => {
    const growth = setInterval(() => {
      if (pool.starting === 0) growQuietly(pool);
    }, PATIENCE_MS);
    pool.queue.push({ message, resolve, growth });
    dispatch(pool);
  });
  return outcome.finally(() => {
    pool.underWay--;
  });
}

/** Resolves when this many workers are loaded. */
export async function warmPool(pool: Pool, count: number): Promise<void> {
  while (pool.all.size < count && !pool.closed) await grow(pool);
}

/** Ends the instance that runs this call, if one does. */
export function killIn({ running }: Pool, requestId: string): void {
  const worker = running.get(requestId);
  if (worker) killWorker(worker, 'the instance was killed');
}

export async function closePool(pool: Pool): Promise<void> {
  pool.closed = true;
  giveUpWaiting(pool, 'the cloud is closing');
  await Promise.all([...pool.all].map(stopWorker));
}

async function grow(pool: Pool): Promise<void> {
  const { all, idle } = pool;
  if (pool.closed || all.size >= limits.concurrentInvocations) return;
  pool.starting++;
  const worker = pool.start();
  all.add(worker);
  try {
    await worker.ready;
    if (!pool.closed) idle.push(worker);
  } catch (error) {
    all.delete(worker);
    if (all.size === 0) giveUpWaiting(pool, error instanceof Error ? error.message : String(error));
    throw error;
  } finally {
    pool.starting--;
    dispatch(pool);
  }
}

/**
 * A worker that cannot load answers the calls that wait for it, so the rejection itself is told already.
 */
function growQuietly(pool: Pool): void {
  grow(pool).catch(() => undefined);
}

function dispatch(pool: Pool): void {
  const { all, idle, queue } = pool;
  while (idle.length > 0 && queue.length > 0) {
    const worker = idle.pop() as WarmWorker;
    if (!worker.alive) {
      all.delete(worker);
      continue;
    }
    const waiting = queue.shift() as Waiting;
    clearTimeout(waiting.growth);
    void serve(pool, worker, waiting);
  }
  if (queue.length > 0 && all.size === 0 && pool.starting === 0) growQuietly(pool);
}

async function serve(pool: Pool, worker: WarmWorker, waiting: Waiting): Promise<void> {
  const { requestId } = waiting.message;
  pool.running.set(requestId, worker);
  const outcome = await runOn(worker, waiting.message);
  pool.running.delete(requestId);
  if (worker.alive) pool.idle.push(worker);
  else pool.all.delete(worker);
  finish(waiting, outcome);
  dispatch(pool);
}

function giveUpWaiting({ queue }: Pool, message: string): void {
  for (const waiting of queue.splice(0)) finish(waiting, { kind: 'crash', message });
}

function finish(waiting: Waiting, outcome: Outcome): void {
  clearTimeout(waiting.growth);
  waiting.resolve(outcome);
}
