import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import type { InvokeMessage, WorkerData, WorkerReply } from './messages';
import { followClock } from './worker-clock';
import { stayOnLoopback } from './worker-loopback';
import { loadSdkFrom } from './worker-sdk';

/**
 * The inside of a worker thread: one built function, kept warm, one call at a time. The call's identity
 * stands in this thread's own environment, where the SDK reads it; the product's bundle knows nothing of any
 * of this.
 */
type Main = (event: unknown, context: object) => unknown;

const { folder, handler, sdk } = workerData as WorkerData;
const port = parentPort;
if (!port) throw new Error('this file runs in a worker thread');
const reply = (message: WorkerReply): void => port.postMessage(message);

let offsetMs = 0;
let requestId = '';
followClock(() => offsetMs);
followConsole();
stayOnLoopback((what) =>
  reply({ type: 'console', requestId, level: 'error', text: `[loopback] refused to ${what}` }),
);
loadSdkFrom(sdk);
const main = load();

port.on('message', (message: InvokeMessage) => {
  void invoke(message);
});

function load(): Main | undefined {
  const started = performance.now();
  try {
    const [file = 'index', name = 'main'] = handler.split('.');
    const exported = createRequire(join(folder, 'package.json'))(`./${file}.js`) as Record<string, Main>;
    const found = exported[name];
    if (typeof found !== 'function') throw new Error(`${file}.js exports no ${name}`);
    reply({ type: 'ready', startMs: Math.round(performance.now() - started) });
    return found;
  } catch (error) {
    reply({
      type: 'broken',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    return undefined;
  }
}

async function invoke(message: InvokeMessage): Promise<void> {
  requestId = message.requestId;
  offsetMs = message.offsetMs;
  for (const [name, value] of Object.entries(message.env)) {
    if (value === null) delete process.env[name];
    else process.env[name] = value;
  }
  const context = {
    callbackWaitsForEmptyEventLoop: false,
    function_name: message.functionName,
    request_id: message.requestId,
    time_limit_in_ms: message.timeoutMs,
    memory_limit_in_mb: 256,
  };
  try {
    const result = await main?.(message.event, context);
    reply({ type: 'answer', requestId: message.requestId, result: JSON.stringify(result ?? null) });
  } catch (error) {
    reply({ type: 'thrown', requestId: message.requestId, ...described(error) });
  }
}

function described(error: unknown): { name: string; message: string; stack: string } {
  if (error instanceof Error) return { name: error.name, message: error.message, stack: error.stack ?? '' };
  const text = typeof error === 'string' ? error : JSON.stringify(error);
  return { name: 'Error', message: text ?? String(error), stack: '' };
}

function followConsole(): void {
  for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
    console[level] = (...values: unknown[]) => {
      const text = values
        .map((value) => (typeof value === 'string' ? value : inspect(value, { depth: 6 })))
        .join(' ');
      reply({ type: 'console', requestId, level, text });
    };
  }
}
