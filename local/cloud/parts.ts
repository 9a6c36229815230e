import type { Activity } from './identity/activity';
import type { Clock } from './clock/clock';
import type { Counters } from './counters';
import type { Database } from './database/engine/database';
import type { Functions } from './functions/functions';
import type { Invocations } from './functions/invocations';
import type { Log } from './log/log';
import type { Subscriptions } from './openapi/subscriptions';
import type { FaultPoints, Faults } from './faults/faults';
import type { Files } from './storage/files';

/** The services of one local cloud. */
export interface Parts {
  database: Database;
  functions: Functions;
  invocations: Invocations;
  files: Files;
  subscriptions: Subscriptions;
  activity: Activity;
  clock: Clock;
  log: Log;
  counters: Counters;
  /** Who may read which collection from the client, as the project declares it. */
  access: Readonly<Record<string, string>>;
  /** How many phones watch something now. */
  watches: { open: number };
  /** What WeChat is going to push, and has not yet. */
  pushes: Set<NodeJS.Timeout>;
  faults: Faults & FaultPoints;
  /** How far the database is from the functions, ms a call; nothing unless a benchmark says so. */
  network: { latencyMs: number };
  /** `http://127.0.0.1:4800` */
  url: () => string;
  /** Fills an emptied library with what it begins with. */
  seed: () => Promise<void>;
  /** The repository's folder, for `demo/`. */
  root: string;
}
