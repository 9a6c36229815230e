import type { Log } from '../log/log';
import { limits } from '../limits';
import type { FunctionDefinition } from './definitions';
import type { Invocation, Invocations, Source } from './invocations';
import { runIn, type Pool } from './pool';
import type { Outcome } from './warm-worker';
import { callEnv } from './worker-env';

/** A call of a function, from a client, a timer or another function. */
export interface Call {
  name: string;
  event: unknown;
  openid?: string | undefined;
  source: Source;
  /** The clock of this call; the local clock's own unless a timer runs late. */
  offsetMs: number;
}

/** `result` is JSON text, as it goes back on the wire. */
export type CallAnswer =
  | { ok: true; requestId: string; result: string }
  | { ok: false; requestId: string; code: string; message: string };

/** A function with the workers that run it. */
export interface Deployed {
  definition: FunctionDefinition;
  pool: Pool;
}

/** Who is told of every call. */
export interface CallListeners {
  invocations: Invocations;
  log: Log;
  onBegin: (invocation: Invocation, event: unknown) => void;
  onEnd: (invocation: Invocation) => void;
}

/** Calls a function, if there is one; the answer is an error where there is none or it could not answer. */
export async function callFunction(
  listeners: CallListeners,
  target: Deployed | undefined,
  call: Call,
): Promise<CallAnswer> {
  const { invocations } = listeners;
  const invocation = invocations.begin({
    functionName: call.name,
    openid: call.openid,
    source: call.source,
    offsetMs: call.offsetMs,
  });
  listeners.onBegin(invocation, call.event);
  const started = performance.now();
  const answer = await run(target, invocation, call);
  invocations.end(invocation);
  listeners.onEnd(invocation);
  tell(listeners.log, invocation, call, answer, Math.round(performance.now() - started));
  return answer;
}

async function run(target: Deployed | undefined, invocation: Invocation, call: Call): Promise<CallAnswer> {
  const { requestId } = invocation;
  const refuse = (code: string, message: string): CallAnswer => ({ ok: false, requestId, code, message });
  if (!target)
    return refuse('FUNCTIONS_REQUEST_FAIL', `FunctionName parameter could not be found: ${call.name}`);
  const size = Buffer.byteLength(JSON.stringify(call.event ?? {}));
  if (size > limits.functionRequestBytes) {
    return refuse(
      'FUNCTIONS_REQUEST_FAIL',
      `the event has ${size} bytes, above ${limits.functionRequestBytes}`,
    );
  }
  const outcome = runIn(target.pool, {
    requestId,
    event: call.event,
    env: callEnv(invocation),
    offsetMs: call.offsetMs,
    functionName: call.name,
    timeoutMs: target.definition.timeoutMs,
  });
  if (!outcome) {
    return refuse(
      'EXCEED_CONCURRENT_REQUEST_LIMIT',
      `more than ${limits.concurrentInvocations} calls of ${call.name} at once`,
    );
  }
  return answerOf(requestId, target.definition, await outcome);
}

function answerOf(requestId: string, definition: FunctionDefinition, outcome: Outcome): CallAnswer {
  const failed = (message: string): CallAnswer => ({
    ok: false,
    requestId,
    code: 'FUNCTIONS_EXECUTE_FAIL',
    message,
  });
  switch (outcome.kind) {
    case 'answer':
      return { ok: true, requestId, result: outcome.result };
    case 'thrown':
      return failed(outcome.stack || `${outcome.name}: ${outcome.message}`);
    case 'timeout':
      return failed(`Invoking task timed out after ${definition.timeoutMs / 1000} seconds`);
    case 'crash':
      return failed(`the function's process ended: ${outcome.message}`);
  }
}

function tell(log: Log, invocation: Invocation, call: Call, answer: CallAnswer, ms: number): void {
  const details = {
    function: call.name,
    requestID: invocation.requestId,
    openid: call.openid,
    source: call.source,
    event: shortened(call.event),
    ms,
    ...invocation.cost,
  };
  if (answer.ok) log.write('call', { ...details, ok: true, answer: shortened(answer.result) });
  else log.write('failure', { ...details, ok: false, code: answer.code, message: answer.message });
}

/** Calls and answers in the log are for reading; whole ones could be a megabyte each. */
function shortened(value: unknown): unknown {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  return text.length <= 2000
    ? typeof value === 'string'
      ? parsed(value)
      : value
    : `${text.slice(0, 2000)}…`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
