import { Worker } from 'node:worker_threads';
import type { FunctionDefinition } from './definitions';
import { sdkFile } from './sdk-file';
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
  thread: Worker;
  /** Resolves with the milliseconds that loading took; rejects if the function cannot be loaded. */
  ready: Promise<number>;
  /** False once the thread has ended, by a crash, a timeout or a stop. */
  alive: boolean;
  /** Ends the call under way. */
  settle: ((outcome: Outcome) => void) | undefined;
}

export function startWorker(
  file: string,
  definition: FunctionDefinition,
  env: Record<string, string>,
  onConsole: (line: ConsoleLine) => void,
): WarmWorker {
  const { folder, handler } = definition;
  const workerData: WorkerData = { folder, handler, sdk: sdkFile() };
  // Without this a worker would load the TypeScript loader of the process that started it.
  const thread = new Worker(file, { workerData, env, execArgv: [], stdout: true, stderr: true });
  const worker: WarmWorker = { thread, ready: loaded(thread), alive: true, settle: undefined };
  worker.ready.catch(() => undefined);
  thread.on('message', (reply: WorkerReply) => {
    if (reply.type === 'console') onConsole(reply);
    else if (reply.type === 'answer') finish(worker, { kind: 'answer', result: reply.result });
    else if (reply.type === 'thrown') {
      const { name, message, stack } = reply;
      finish(worker, { kind: 'thrown', name, message, stack });
    }
  });
  thread.on('error', (error) => died(worker, wordsOf(error)));
  thread.on('exit', (code) => died(worker, endedWith(code)));
  return worker;
}

export function runOn(worker: WarmWorker, message: InvokeMessage): Promise<Outcome> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      worker.alive = false;
      finish(worker, { kind: 'timeout' });
      void worker.thread.terminate();
    }, message.timeoutMs);
    worker.settle = (outcome) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    worker.thread.postMessage(message);
  });
}

/** Ends the thread in the middle of its call, which fails with these words. */
export function killWorker(worker: WarmWorker, why: string): void {
  died(worker, why);
  void worker.thread.terminate();
}

export async function stopWorker(worker: WarmWorker): Promise<void> {
  worker.alive = false;
  await worker.thread.terminate();
}

function loaded(thread: Worker): Promise<number> {
  return new Promise((resolve, reject) => {
    thread.on('message', (reply: WorkerReply) => {
      if (reply.type === 'ready') resolve(reply.startMs);
      else if (reply.type === 'broken') reject(new Error(reply.message));
    });
    thread.on('error', (error) => reject(new Error(wordsOf(error))));
    thread.on('exit', (code) => reject(new Error(endedWith(code))));
  });
}

function finish(worker: WarmWorker, outcome: Outcome): void {
  worker.settle?.(outcome);
  worker.settle = undefined;
}

function died(worker: WarmWorker, message: string): void {
  worker.alive = false;
  finish(worker, { kind: 'crash', message });
}

const wordsOf = (error: Error): string => error.stack ?? error.message;
const endedWith = (code: number): string => `the function's process ended with code ${code}`;
