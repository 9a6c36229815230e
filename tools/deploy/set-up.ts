import { randomBytes } from 'node:crypto';
import { collections, type Index } from '../../cloudfunctions/collections';
import type { CloudDatabase, CloudDocument, PresentCollection } from './cloud-database';
import type { OwnLibrary } from './library-file';
import { broughtAlong } from './bring-along';
import { nextStep } from './next-step';
import { ownData, staffDocuments } from './own-data';
import { WechatError } from './wechat-api';

interface SetUp {
  database: CloudDatabase;
  library: OwnLibrary;
  /** This year in the library's time zone; its calendar and the next one's are written. */
  year: number;
  /** When it is done. */
  now: string;
  /** Say what would be done, and do nothing but read. */
  dryRun: boolean;
  /** Data of the file replaces what is there. The card key and the card counter stay in any case. */
  overwrite: boolean;
  print: (line: string) => void;
}

export interface Outcome {
  /** What was made or written, or would be. */
  done: string[];
  /** What was there and stays. */
  kept: string[];
  /** What an owner should know or do besides. */
  notes: string[];
  failed: string[];
}

/** No code for it is documented. "Db or Table not exist" must not pass for it. */
const ALREADY_THERE = /already exist|已存在/i;

interface Run extends SetUp {
  outcome: Outcome;
  present: Map<string, PresentCollection>;
}

/**
 * Brings a cloud environment to what the functions need: collections, indexes, the library's own first data.
 * Safe to run again: it goes on where it stopped and leaves what is there.
 * @throws WechatError when the account, its secret or the environment is not accepted; any other refusal is
 * in the outcome.
 */
export async function setUpDatabase(setUp: SetUp): Promise<Outcome> {
  const outcome: Outcome = { done: [], kept: [], notes: [], failed: [] };
  const run: Run = { ...setUp, outcome, present: await presentCollections(setUp.database) };
  const before = new Map(run.present);
  await makeCollections(run);
  await makeIndexes(run, before);
  await bringAlong(run);
  await writeSettings(run);
  await writeOwnData(run);
  await writeStaff(run);
  return outcome;
}

const presentCollections = async (database: CloudDatabase): Promise<Map<string, PresentCollection>> =>
  new Map((await database.collections()).map((each) => [each.name, each]));

async function makeCollections(run: Run): Promise<void> {
  for (const name of Object.keys(collections)) {
    if (run.present.has(name)) run.outcome.kept.push(`collection ${name}`);
    else await does(run, `collection ${name}`, () => run.database.createCollection(name));
  }
  if (!run.dryRun) run.present = await presentCollections(run.database);
  for (const name of run.present.keys())
    if (!Object.hasOwn(collections, name))
      run.outcome.notes.push(`collection ${name} is none of ours; it stays`);
}

/**
 * The API counts the indexes of a collection and does not name them. What the cloud makes by itself is
 * learned from the collections for which none is declared; a collection with as many more as are declared is
 * taken to have them.
 */
async function makeIndexes(run: Run, before: Map<string, PresentCollection>): Promise<void> {
  const declared = Object.entries(collections);
  const bare = declared.flatMap(([name, { indexes }]) => {
    const found = run.present.get(name);
    return indexes.length === 0 && found ? [found.index_count] : [];
  });
  const own = bare.length > 0 ? Math.min(...bare) : 0;
  for (const [name, { indexes }] of declared) {
    const there = run.present.get(name);
    if (!there && !run.dryRun) continue;
    const wasThere = before.get(name);
    if (wasThere && bare.length > 0 && wasThere.index_count - own >= indexes.length) {
      run.outcome.kept.push(...indexes.map((index) => `index ${name}.${index.name}`));
      continue;
    }
    for (const index of indexes) await makeIndex(run, name, index);
  }
  if (!run.dryRun) await checkIndexes(run, own);
}

async function makeIndex(run: Run, collection: string, index: Index): Promise<void> {
  const what = `index ${collection}.${index.name}${index.unique ? ' (unique)' : ''}`;
  await does(run, what, async () => {
    try {
      await run.database.createIndex(collection, index);
    } catch (error) {
      if (!(error instanceof WechatError) || !ALREADY_THERE.test(error.errmsg)) throw error;
      run.outcome.notes.push(`${what}: WeChat says it is there already (${error.errmsg})`);
      return 'kept';
    }
  });
}

async function checkIndexes(run: Run, own: number): Promise<void> {
  const now = await presentCollections(run.database);
  for (const [name, { indexes }] of Object.entries(collections)) {
    const found = now.get(name);
    if (!found || found.index_count - own >= indexes.length) continue;
    run.outcome.notes.push(
      `${name} has ${found.index_count - own} of ${indexes.length} indexes by WeChat's count, which may lag: ` +
        `look at 云开发控制台 → 数据库 → ${name} → 索引管理 (${indexes.map((index) => index.name).join(', ')})`,
    );
  }
}

/** What an earlier version wrote gets what it lacks; of a new environment there is nothing. */
async function bringAlong(run: Run): Promise<void> {
  const { database } = run;
  const found = async (collection: 'events' | 'registrations' | 'lectures') =>
    (run.present.get(collection)?.count ?? 0) > 0 ? database.find(collection, {}) : [];
  await attempt(run, 'documents of earlier versions', async () => {
    const [events, lectures] = [await found('events'), await found('lectures')];
    const registrations = events.length > 0 ? await found('registrations') : [];
    for (const { collection, id, fields } of broughtAlong({ events, registrations, lectures }, run.now))
      await does(run, `${collection} ${id}, brought along`, () => database.change(collection, id, fields));
  });
}

/**
 * The key that signs card codes and the counters of cards and receipts are made once: another one would break
 * what was given out.
 */
async function writeSettings(run: Run): Promise<void> {
  const once: CloudDocument[] = [
    { _id: 'card-key', key: randomBytes(32).toString('base64url') },
    { _id: 'card-counter', last: run.library.lastCard },
    { _id: 'receipt-counter', last: 0 },
    { _id: 'staff-changes', last: 0 },
  ];
  await write(run, 'settings', once, { overwrite: false });
  await write(run, 'settings', [{ ...run.library.settings }], run);
}

async function writeOwnData(run: Run): Promise<void> {
  const { data, notes } = ownData(run.library, run.year);
  run.outcome.notes.push(...notes);
  for (const [collection, documents] of Object.entries(data)) {
    await write(run, collection, documents, run);
    if (collection !== 'calendars') await tellStrays(run, collection, documents);
  }
}

/** A branch or policy that the file does not name goes on governing. */
async function tellStrays(run: Run, collection: string, documents: CloudDocument[]): Promise<void> {
  if (!run.present.has(collection)) return;
  const own = new Set(documents.map(({ _id }) => _id));
  await attempt(run, collection, async () => {
    const strays = (await run.database.ids(collection)).filter((id) => !own.has(id));
    for (const id of strays)
      run.outcome.notes.push(`${collection} ${id} is not in the file; it stays and is in force`);
  });
}

async function writeStaff(run: Run): Promise<void> {
  await attempt(run, 'staff', async () => {
    const { documents, notes } = await staffDocuments(
      run.library.staff,
      run.present.has('readers') ? run.database : undefined,
    );
    run.outcome.notes.push(...notes);
    await write(run, 'staff', documents, run);
  });
}

/**
 * Adds what is missing, one by one, so that a refusal says which; replaces what is there only when told to.
 */
async function write(
  run: Run,
  collection: string,
  documents: CloudDocument[],
  { overwrite }: { overwrite: boolean },
): Promise<void> {
  const { database, outcome } = run;
  if (!run.present.has(collection) && !run.dryRun) {
    const line = `${collection}: its data was not written, for there is no such collection`;
    run.print(`FAILED ${line}`);
    outcome.failed.push(line);
    return;
  }
  await attempt(run, collection, async () => {
    const ids = documents.map(({ _id }) => _id);
    const existing = run.present.has(collection)
      ? await database.existing(collection, ids)
      : new Set<string>();
    for (const document of documents) {
      const what = `${collection} ${document._id}`;
      if (!existing.has(document._id)) await does(run, what, () => database.add(collection, [document]));
      else if (overwrite) await does(run, `${what}, replaced`, () => database.replace(collection, document));
      else outcome.kept.push(what);
    }
  });
}

/** One step: said and done, or only said. A refusal is said with its next step, and the others go on. */
async function does(run: Run, what: string, act: () => Promise<'kept' | void>): Promise<void> {
  if (run.dryRun) {
    run.print(`would make ${what}`);
    run.outcome.done.push(what);
    return;
  }
  await attempt(run, what, async () => {
    if ((await act()) === 'kept') run.outcome.kept.push(what);
    else {
      run.print(`made ${what}`);
      run.outcome.done.push(what);
    }
  });
}

async function attempt(run: Run, what: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof WechatError) || error.endsAll) throw error;
    const line = `${what}: ${error.message}\n    next: ${nextStep(error)}`;
    run.print(`FAILED ${line}`);
    run.outcome.failed.push(line);
  }
}
