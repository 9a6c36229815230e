import { Worker } from 'node:worker_threads';
import type { FunctionDefinition } from './definitions';
import type { InvokeMessage, WorkerData, WorkerReply } from './messages';

/** What became of one call inside its worker. */
export type Outcome =
  | { kind: 'answer'; result: string }
  | { kind: 'thrown'; name: string; message: string; stack: string }
  | { kind: 'timeout' }
  | { kind: 'crash'; message: string };

interface ConsoleLine {
  requestId: string;
  level: string;
  text: string;
}

/** One thread with one loaded function. It takes one call at a time. */
export interface WarmWorker {
  /** Resolves with the milliseconds that loading took; rejects if the function cannot be loaded. */
  ready: Promise<number>;
  run(message: InvokeMessage): Promise<Outcome>;
  stop(): Promise<void>;
  /** Ends the thread in the middle of its call, which fails with these words. */
  kill(why: string): void;
  /** False once the thread has ended, by a crash, a timeout or `stop`. */
  alive(): boolean;
}

export function startWorker(
  file: string,
  definition: FunctionDefinition,
  env: Record<string, string>,
  onConsole: (line: ConsoleLine) => void,
): WarmWorker {
  const workerData: WorkerData = { folder: definition.folder, handler: definition.handler };
  // Without this a worker would load the TypeScript loader of the process that started it.
  const worker = new Worker(file, { workerData, env, execArgv: [], stdout: true, stderr: true });
  let alive = true;
  let settle: ((outcome: Outcome) => void) | undefined;
  let markReady: (ms: number) => void;
  let markBroken: (error: Error) => void;
  const ready = new Promise<number>((resolve, reject) => {
    markReady = resolve;
    markBroken = reject;
  });
  ready.catch(() => undefined);
  const finish = (outcome: Outcome): void => {
    settle?.(outcome);
    settle = undefined;
  };
  const died = (message: string): void => {
    alive = false;
    markBroken(new Error(message));
    finish({ kind: 'crash', message });
  };

  worker.on('message', (reply: WorkerReply) => {
    switch (reply.type) {
      case 'ready':
        return markReady(reply.startMs);
      case 'broken':
        return markBroken(new Error(reply.message));
      case 'answer':
        return finish({ kind: 'answer', result: reply.result });
      case 'thrown':
        return finish({ kind: 'thrown', name: reply.name, message: reply.message, stack: reply.stack });
      case 'console':
        return onConsole(reply);
    }
  });
  worker.on('error', (error) => died(error.stack ?? error.message));
  worker.on('exit', (code) => died(`the function's process ended with code ${code}`));

  return {
    ready,
    alive: () => alive,
    run: (message) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => {
          alive = false;
          finish({ kind: 'timeout' });
          void worker.terminate();
        }, message.timeoutMs);
        settle = (outcome) => {
          clearTimeout(timer);
          resolve(outcome);
        };
        worker.postMessage(message);
      }),
    kill: (why) => {
      died(why);
      void worker.terminate();
    },
    stop: async () => {
      alive = false;
      await worker.terminate();
    },
  };
}
