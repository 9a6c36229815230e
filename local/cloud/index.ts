import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BulkTarget, Document } from '../../bulk/target';
import { callFromClient, type ClientAnswer } from './client';
import type { CountersReport } from './counters';
import type { CollectionDeclarations } from './database/engine/catalog';
import type { Faults } from './faults/faults';
import type { Functions } from './functions/functions';
import type { Log } from './log/log';
import type { Parts } from './parts';
import { listen, type Fallback } from './server';
import { definitionsIn, openServices } from './services';
import { fileIdOf } from './storage/cloud-path';
import { openTimekeeper, type ClockMove, type Timekeeper } from './timers/timekeeper';
import { runTimer, type Fired, type TimerAnswer } from './timers/timers';

export interface CloudOptions {
  /** 0 takes any free port. */
  port?: number;
  /** Where everything is kept; without one a temporary folder that goes away on close. */
  data?: string;
  collections?: CollectionDeclarations;
  /** The folder with the built functions, one folder each. */
  functions?: string;
  /** Workers to load beforehand: so many of each function, or so many of those that are named. */
  warm?: number | Record<string, number>;
  /** The repository, for `demo/`; the working folder unless told. */
  root?: string;
  /** Timers fire by themselves as the clock passes; without it only when the clock is moved. */
  timers?: boolean;
  /** Wait for the disk at each commit. */
  flush?: boolean;
  transactionLifeMs?: number;
  /** Fills an empty library; runs at the start when there is no document, and after a reset. */
  seed?: (cloud: Pick<Cloud, 'db' | 'files' | 'clock' | 'grant'>) => Promise<void>;
}

/** A running local cloud, also for tests in the same process. */
export interface Cloud {
  url: string;
  port: number;
  call(name: string, data: unknown, openid?: string): Promise<ClientAnswer>;
  db: CloudDatabase;
  clock: {
    now(): number;
    offsetMs(): number;
    move(move: ClockMove): Promise<Fired[]>;
  };
  timer(name: string): Promise<TimerAnswer>;
  grant(openid: string, templateId: string, count?: number): void;
  files: {
    /** Puts bytes into the cloud storage and gives their file id. */
    upload(cloudPath: string, bytes: Buffer): Promise<string>;
  };
  log: Log;
  counters(): CountersReport;
  /** What shall go wrong, for tests; nothing unless asked for. */
  faults: Faults;
  /** Loads this many workers of each function. */
  warm(count: number): Promise<void>;
  /** Takes the functions afresh from their folder. */
  reloadFunctions(): Promise<void>;
  setFallback(fallback: Fallback): void;
  /** The services themselves, for commands that keep and restore data. */
  parts: Parts;
  close(): Promise<void>;
}

interface CloudDatabase extends BulkTarget {
  insert(collection: string, docs: Document[]): Promise<unknown[]>;
  clear(collection: string): Promise<void>;
}

/** Starts the local cloud on loopback. */
export async function startCloud(options: CloudOptions = {}): Promise<Cloud> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'shuxiang-'));
  let url = '';
  const parts = openServices({
    data,
    flush: options.flush ?? options.data !== undefined,
    collections: options.collections ?? {},
    functions: options.functions,
    transactionLifeMs: options.transactionLifeMs,
    root: options.root ?? process.cwd(),
    url: () => url,
    seed: async () => options.seed?.(cloud),
  });
  const timekeeper = openTimekeeper(parts, options.timers ?? false);
  const server = await listen(parts, timekeeper, options.port ?? 0).catch(async (error: unknown) => {
    timekeeper.stop();
    await parts.database.close();
    throw error;
  });
  url = `http://127.0.0.1:${server.port}`;
  const warmed = warmAsAsked(parts.functions, options.warm ?? 0);
  const close = async (): Promise<void> => {
    timekeeper.stop();
    for (const push of parts.pushes) clearTimeout(push);
    await server.close();
    await parts.functions.close();
    await parts.database.close();
    if (options.data === undefined) rmSync(data, { recursive: true, force: true });
  };
  const cloud: Cloud = {
    ...inProcess(parts, timekeeper),
    url,
    port: server.port,
    reloadFunctions: () => parts.functions.replace(definitionsIn(options.functions)),
    setFallback: server.setFallback,
    close,
  };
  await Promise.all([warmed, isEmpty(parts) ? parts.seed() : undefined]);
  return cloud;
}

type OfServer = 'url' | 'port' | 'reloadFunctions' | 'setFallback' | 'close';

/** What a test in the same process reaches without the server. */
function inProcess(parts: Parts, timekeeper: Timekeeper): Omit<Cloud, OfServer> {
  const { functions, files, subscriptions, clock, counters, faults, log } = parts;
  return {
    call: (name, event, openid) => callFromClient(parts, name, event, openid),
    db: bulkDatabase(parts),
    clock: { now: clock.now, offsetMs: clock.offsetMs, move: timekeeper.move },
    timer: (name) => runTimer(parts, name, clock.now()),
    grant: (openid, templateId, count = 1) => subscriptions.grant(openid, templateId, count),
    files: { upload: async (path, bytes) => fileIdOf(files.put(path, bytes).path) },
    log,
    counters: counters.read,
    faults,
    warm: (count) => functions.warm(count),
    parts,
  };
}

async function warmAsAsked(functions: Functions, asked: number | Record<string, number>): Promise<void> {
  if (typeof asked === 'number') return functions.warm(asked);
  for (const [name, count] of Object.entries(asked)) await functions.warm(count, name);
}

function isEmpty({ database }: Parts): boolean {
  return database.catalog.list().every(({ name }) => database.count(name, {}) === 0);
}

function bulkDatabase({ database }: Parts): CloudDatabase {
  return {
    get: async (collection, ids) => database.find(collection, { criteria: { _id: { $in: ids } } }),
    find: async (collection, query, limit) =>
      database.find(collection, { criteria: query as Document, ...(limit === undefined ? {} : { limit }) }),
    count: async (collection, query = {}) => database.count(collection, query as Document),
    upsert: (collection, docs) => database.upsert(collection, docs),
    insert: (collection, docs) => database.insert(collection, docs),
    clear: async (collection) => database.clear(collection),
  };
}
