import type { FunctionDefinition } from './definitions';
import { callFunction, type Call, type CallAnswer, type CallListeners, type Deployed } from './function-call';
import { closePool, killIn, openPool, warmPool } from './pool';
import { startWorker } from './warm-worker';
import { baseEnv } from './worker-env';

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

interface FunctionsParts extends CallListeners {
  definitions: FunctionDefinition[];
  workerFile: string;
  /** Known once the server listens. */
  adminUrl: () => string;
}

type Deployment = Map<string, Deployed>;

export function openFunctions(parts: FunctionsParts): Functions {
  let deployment = deploy(parts, parts.definitions);
  return {
    definitions: () => [...deployment.values()].map(({ definition }) => definition),
    find: (name) => deployment.get(name)?.definition,
    call: (call) => callFunction(parts, deployment.get(call.name), call),
    warm: async (count, only) => {
      const wanted = [...deployment].filter(([name]) => only === undefined || name === only);
      for (let n = 1; n <= count; n++) for (const [, { pool }] of wanted) await warmPool(pool, n);
    },
    kill: (requestId) => {
      for (const { pool } of deployment.values()) killIn(pool, requestId);
    },
    replace: async (definitions) => {
      const old = deployment;
      deployment = deploy(parts, definitions);
      await close(old);
    },
    close: () => close(deployment),
  };
}

function deploy(parts: FunctionsParts, definitions: FunctionDefinition[]): Deployment {
  return new Map(definitions.map((definition) => [definition.name, deployOne(parts, definition)]));
}

function deployOne({ workerFile, adminUrl, log }: FunctionsParts, definition: FunctionDefinition): Deployed {
  const start = () =>
    startWorker(workerFile, definition, baseEnv(adminUrl()), ({ requestId, level, text }) =>
      log.write('console', { function: definition.name, requestID: requestId, level, text }),
    );
  return { definition, pool: openPool(start) };
}

async function close(deployment: Deployment): Promise<void> {
  await Promise.all([...deployment.values()].map(({ pool }) => closePool(pool)));
}
