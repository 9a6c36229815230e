import type { Log } from '../log/log';
import { limits } from '../limits';
import type { FunctionDefinition } from './definitions';
import type { Invocation, Invocations, Source } from './invocations';
import { openPool, type Pool } from './pool';
import { startWorker, type Outcome } from './warm-worker';
import { baseEnv, callEnv } from './worker-env';

/** A call of a function, from a client, a timer or another function. */
interface Call {
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

export interface Functions {
  definitions(): FunctionDefinition[];
  find(name: string): FunctionDefinition | undefined;
  call(call: Call): Promise<CallAnswer>;
  /** Loads this many workers of every function or of one, one after another. */
  warm(count: number, only?: string): Promise<void>;
  /** Ends the instance that runs this call. */
  kill(requestId: string): void;
  /** Takes new definitions (after a build); their workers start afresh. */
  replace(definitions: FunctionDefinition[]): Promise<void>;
  close(): Promise<void>;
}

interface FunctionsParts {
  definitions: FunctionDefinition[];
  workerFile: string;
  /** Known once the server listens. */
  adminUrl: () => string;
  invocations: Invocations;
  log: Log;
  onBegin: (invocation: Invocation, event: unknown) => void;
  onEnd: (invocation: Invocation) => void;
}

interface Deployed {
  definition: FunctionDefinition;
  pool: Pool;
}

export function openFunctions(parts: FunctionsParts): Functions {
  const { invocations, log } = parts;
  let deployed = deploy(parts.definitions);

  function deploy(definitions: FunctionDefinition[]): Map<string, Deployed> {
    return new Map(
      definitions.map((definition) => [definition.name, { definition, pool: poolOf(definition) }]),
    );
  }

  function poolOf(definition: FunctionDefinition): Pool {
    return openPool(() =>
      startWorker(parts.workerFile, definition, baseEnv(parts.adminUrl()), ({ requestId, level, text }) =>
        log.write('console', { function: definition.name, requestID: requestId, level, text }),
      ),
    );
  }

  async function call(request: Call): Promise<CallAnswer> {
    const invocation = invocations.begin({
      functionName: request.name,
      openid: request.openid,
      source: request.source,
      offsetMs: request.offsetMs,
    });
    parts.onBegin(invocation, request.event);
    const started = performance.now();
    const answer = await run(invocation, request);
    invocations.end(invocation);
    parts.onEnd(invocation);
    tell(invocation, request, answer, Math.round(performance.now() - started));
    return answer;
  }

  async function run(invocation: Invocation, request: Call): Promise<CallAnswer> {
    const { requestId } = invocation;
    const refuse = (code: string, message: string): CallAnswer => ({ ok: false, requestId, code, message });
    const target = deployed.get(request.name);
    if (!target)
      return refuse('FUNCTIONS_REQUEST_FAIL', `FunctionName parameter could not be found: ${request.name}`);
    const size = Buffer.byteLength(JSON.stringify(request.event ?? {}));
    if (size > limits.functionRequestBytes) {
      return refuse(
        'FUNCTIONS_REQUEST_FAIL',
        `the event has ${size} bytes, above ${limits.functionRequestBytes}`,
      );
    }
    const outcome = target.pool.run({
      requestId,
      event: request.event,
      env: callEnv(invocation),
      offsetMs: request.offsetMs,
      functionName: request.name,
      timeoutMs: target.definition.timeoutMs,
    });
    if (!outcome) {
      return refuse(
        'EXCEED_CONCURRENT_REQUEST_LIMIT',
        `more than ${limits.concurrentInvocations} calls of ${request.name} at once`,
      );
    }
    return answerOf(requestId, target.definition, await outcome);
  }

  function tell(invocation: Invocation, request: Call, answer: CallAnswer, ms: number): void {
    const details = {
      function: request.name,
      requestID: invocation.requestId,
      openid: request.openid,
      source: request.source,
      event: shortened(request.event),
      ms,
      ...invocation.cost,
    };
    if (answer.ok) log.write('call', { ...details, ok: true, answer: shortened(answer.result) });
    else log.write('failure', { ...details, ok: false, code: answer.code, message: answer.message });
  }

  return {
    definitions: () => [...deployed.values()].map(({ definition }) => definition),
    find: (name) => deployed.get(name)?.definition,
    call,
    warm: async (count, only) => {
      const wanted = [...deployed].filter(([name]) => only === undefined || name === only);
      for (let n = 1; n <= count; n++) for (const [, { pool }] of wanted) await pool.warm(n);
    },
    kill: (requestId) => {
      for (const { pool } of deployed.values()) pool.kill(requestId);
    },
    replace: async (definitions) => {
      const old = deployed;
      deployed = deploy(definitions);
      await Promise.all([...old.values()].map(({ pool }) => pool.close()));
    },
    close: async () => {
      await Promise.all([...deployed.values()].map(({ pool }) => pool.close()));
    },
  };
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
