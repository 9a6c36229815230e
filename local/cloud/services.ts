import { join, resolve } from 'node:path';
import { openClock } from './clock/clock';
import { openCounters } from './counters';
import type { CollectionDeclarations } from './database/engine/catalog';
import { openDatabase } from './database/engine/database';
import { endAllTransactions } from './database/engine/transactions';
import { openFaults } from './faults/faults';
import { readDefinitions, type FunctionDefinition } from './functions/definitions';
import { openFunctions } from './functions/functions';
import { openInvocations } from './functions/invocations';
import { buildWorkerFile } from './functions/worker-file';
import { openActivity } from './identity/activity';
import { openLog } from './log/log';
import { openSubscriptions } from './openapi/subscriptions';
import type { Parts } from './parts';
import { openFiles } from './storage/files';

interface ServiceOptions extends Pick<Parts, 'url' | 'seed' | 'root'> {
  data: string;
  flush: boolean;
  collections: CollectionDeclarations;
  functions: string | undefined;
  transactionLifeMs: number | undefined;
}

/** Opens every service over one data folder; nothing reaches them before the server listens. */
export function openServices(options: ServiceOptions): Parts {
  const { data, url, seed, root } = options;
  const database = openDatabase({
    folder: data,
    flush: options.flush,
    transactionLifeMs: options.transactionLifeMs,
  });
  database.declare(options.collections);
  const clock = openClock(database.store.facts);
  const log = openLog(clock.now);
  const counters = openCounters();
  const invocations = openInvocations();
  const functions = openFunctions({
    definitions: definitionsIn(options.functions),
    workerFile: options.functions ? buildWorkerFile(join(data, 'runtime')) : '',
    adminUrl: () => `${url()}/admin`,
    invocations,
    log,
    onBegin: (invocation, event) => faults.begin(invocation, event),
    onEnd: (invocation) => {
      counters.keep(invocation);
      faults.end(invocation);
    },
  });
  const faults = openFaults({
    kill: functions.kill,
    expireTransactions: () => endAllTransactions(database.transactions, 'expired'),
    log,
  });
  return {
    database,
    functions,
    invocations,
    files: openFiles(database.store, join(data, 'files')),
    subscriptions: openSubscriptions(database.store.facts),
    activity: openActivity(clock.now),
    clock,
    log,
    counters,
    access: Object.fromEntries(
      Object.entries(options.collections).map(([name, { access = '' }]) => [name, access]),
    ),
    watches: { open: 0 },
    pushes: new Set(),
    faults,
    network: { latencyMs: 0 },
    url,
    seed,
    root,
  };
}

/** The built functions of a folder, as they are there now. */
export const definitionsIn = (folder: string | undefined): FunctionDefinition[] =>
  folder === undefined ? [] : readDefinitions(resolve(folder));
