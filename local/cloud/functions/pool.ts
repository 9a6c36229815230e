import { limits } from '../limits';
import type { InvokeMessage } from './messages';
import type { Outcome, WarmWorker } from './warm-worker';

/** The warm workers of one function. It grows when calls have to wait, up to the platform's bound. */
export interface Pool {
  /** Undefined when as many calls as the platform allows are under way. */
  run(message: InvokeMessage): Promise<Outcome> | undefined;
  /** Resolves when this many workers are loaded. */
  warm(count: number): Promise<void>;
  /** Ends the instance that runs this call, if one does. */
  kill(requestId: string): void;
  close(): Promise<void>;
}

/**
 * A waiting call gets a further worker only after this long: starting one costs seconds of processor time.
 */
const PATIENCE_MS = 800;

interface Waiting {
  message: InvokeMessage;
  resolve: (outcome: Outcome) => void;
  growth: NodeJS.Timeout;
}

export function openPool(start: () => WarmWorker): Pool {
  const all = new Set<WarmWorker>();
  const idle: WarmWorker[] = [];
  const queue: Waiting[] = [];
  const running = new Map<string, WarmWorker>();
  let starting = 0;
  let underWay = 0;
  let closed = false;

  async function grow(): Promise<void> {
    if (closed || all.size >= limits.concurrentInvocations) return;
    starting++;
    const worker = start();
    all.add(worker);
    try {
      await worker.ready;
      if (closed) return;
      idle.push(worker);
    } catch (error) {
      all.delete(worker);
      const message = error instanceof Error ? error.message : String(error);
      if (all.size === 0) for (const waiting of queue.splice(0)) finish(waiting, { kind: 'crash', message });
      throw error;
    } finally {
      starting--;
      dispatch();
    }
  }

  function finish(waiting: Waiting, outcome: Outcome): void {
    clearTimeout(waiting.growth);
    waiting.resolve(outcome);
  }

  function dispatch(): void {
    while (idle.length > 0 && queue.length > 0) {
      const worker = idle.pop() as WarmWorker;
      if (!worker.alive()) {
        all.delete(worker);
        continue;
      }
      const waiting = queue.shift() as Waiting;
      clearTimeout(waiting.growth);
      void runOn(worker, waiting);
    }
    if (queue.length > 0 && all.size === 0 && starting === 0) growQuietly();
  }

  async function runOn(worker: WarmWorker, waiting: Waiting): Promise<void> {
    const { requestId } = waiting.message;
    running.set(requestId, worker);
    const outcome = await worker.run(waiting.message);
    running.delete(requestId);
    if (worker.alive()) idle.push(worker);
    else all.delete(worker);
    finish(waiting, outcome);
    dispatch();
  }

  /**
   * A worker that cannot load answers the calls that wait for it, so the rejection itself is told already.
   */
  function growQuietly(): void {
    grow().catch(() => undefined);
  }

  return {
    run: (message) => {
      if (underWay >= limits.concurrentInvocations) return undefined;
      underWay++;
      const outcome = new Promise<Outcome>((resolve) => {
        const growth = setInterval(() => {
          if (starting === 0) growQuietly();
        }, PATIENCE_MS);
        queue.push({ message, resolve, growth });
        dispatch();
      });
      return outcome.finally(() => {
        underWay--;
      });
    },
    warm: async (count) => {
      while (all.size < count && !closed) await grow();
    },
    kill: (requestId) => running.get(requestId)?.kill('the instance was killed'),
    close: async () => {
      closed = true;
      for (const waiting of queue.splice(0))
        finish(waiting, { kind: 'crash', message: 'the cloud is closing' });
      await Promise.all([...all].map((worker) => worker.stop()));
    },
  };
}
