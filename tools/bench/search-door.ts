import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aBranch, aPolicy, anItem } from '../../tests/builders/documents';
import { collections } from '../../cloudfunctions/collections';
import type { ItemDocument, SearchSnapshotSetting, TitleDocument } from '../../cloudfunctions/documents';
import { keysOfTitle } from '../../cloudfunctions/search/keys';
import type { TitleForIndex } from '../../cloudfunctions/search/index/title';
import { factsOf } from '../../cloudfunctions/cataloguing/title-facts';
import { startCloud, type Cloud } from '../../local/cloud/index';
import { limits } from '../../local/cloud/limits';
import { baseEnv, callEnv } from '../../local/cloud/functions/worker-env';
import { buildFunctions, doors } from '../../build/functions';
import { askAsOneOfMany } from './asking';
import { root } from './demo-library';
import { measure, quantile } from './load';
import { furtherKinds, kinds, knownItems } from './search/queries';
import { recordsOf } from './search/records';
import { put } from './stock';
import { table } from '../table';

const SETTINGS = [
  { _id: 'library', name: '大图书馆', readerCategories: [], itemTypes: [] },
  { _id: 'card-key', key: 'a key for benchmarks' },
];
const COLD_STARTS = 7;
const MORE = 2000;
const MOST_RUNS = 40;
const EACH_KIND = 12;
const DAY_MS = 86_400_000;
/** A function that does nothing: what starting any costs. */
const EMPTY = `const cloud = require('wx-server-sdk'); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV }); exports.main = async () => ({ ok: true, value: null });`;

/**
 * Search through its door with a large catalogue: building the snapshot, cold start, warm answers, memory.
 * `npx tsx tools/bench/search-door.ts [titles]`
 */
async function benchSearchDoor(size: number): Promise<void> {
  const functions = await functionsBesideAnEmptyOne();
  const data = mkdtempSync(join(tmpdir(), 'search-door-'));
  const cloud = await startCloud({ collections, functions, data, flush: false, warm: 0, root });
  try {
    const { titles, source } = recordsOf(size);
    console.log(
      `${titles.length} titles from ${source}; storage at ${limits.storageBytesPerSecond / 2 ** 20} MB/s.`,
    );
    await stock(cloud, titles);
    await buildSnapshot(cloud, titles.length);
    await importMore(cloud, titles);
    await buildSnapshot(cloud, titles.length + MORE);
    await coldStarts(cloud);
    await warmAnswers(cloud, titles);
    await memoryAlone(cloud, functions);
  } finally {
    await cloud.close();
    for (const folder of [functions, data]) rmSync(folder, { recursive: true, force: true });
  }
}

async function functionsBesideAnEmptyOne(): Promise<string> {
  // Within the repository, so that the functions find the SDK as they do when they are installed.
  const output = join(root, 'dist', `bench-${process.pid}`);
  await buildFunctions({ ...doors, output });
  const folder = join(output, 'empty');
  mkdirSync(folder);
  cpSync(join(output, 'finder', 'config.json'), join(folder, 'config.json'));
  writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "main": "index.js" }');
  writeFileSync(join(folder, 'index.js'), EMPTY);
  return output;
}

async function stock(cloud: Cloud, records: TitleForIndex[]): Promise<void> {
  const began = performance.now();
  await put(cloud, 'settings', SETTINGS);
  await put(cloud, 'policies', [aPolicy()]);
  const branches = [...new Set(records.flatMap((record) => record.branches))];
  await put(
    cloud,
    'branches',
    branches.map((_id, order) => aBranch({ _id, name: `分馆 ${_id}`, order })),
  );
  const documents = records.map(documentOf);
  await put(cloud, 'titles', documents);
  await put(
    cloud,
    'items',
    records.flatMap((record, n) => copiesOf(record, documents[n]!)),
  );
  console.log(`Stocked in ${seconds(began)}.`);
}

const told = (cloud: Cloud): string => JSON.stringify(cloud.log.read(0, 'console').entries.slice(-5));

/** What an import does that is too large to name its titles one by one. */
async function importMore(cloud: Cloud, records: TitleForIndex[]): Promise<void> {
  const more = records
    .slice(0, MORE)
    .map((record) => ({ ...record, id: `${record.id}-more`, title: `${record.title} 续` }));
  await put(cloud, 'titles', more.map(documentOf));
  await put(cloud, 'titleChanges', [{ _id: '*', at: new Date(cloud.clock.now()).toISOString() }]);
}

function documentOf({ id, authors, branches: _, addedOn, ...facts }: TitleForIndex): TitleDocument {
  const contributors = authors.map((name) => ({ name, role: '' }));
  return {
    _id: id,
    ...facts,
    kind: 'book',
    contributors,
    summary: '',
    keys: keysOfTitle({ title: facts.title, contributors }),
    addedAt: new Date(addedOn * DAY_MS).toISOString(),
    source: 'bench',
  };
}

const copiesOf = ({ id, branches }: TitleForIndex, title: TitleDocument): ItemDocument[] =>
  branches.map((branchId, n) =>
    anItem({ _id: `${id}-${n}`, titleId: id, title: factsOf(title), branchId, homeBranchId: branchId }),
  );

/** As the timer does it: run after run until a snapshot has all titles. */
async function buildSnapshot(cloud: Cloud, expected: number): Promise<void> {
  const began = performance.now();
  const runs: string[] = [];
  let setting: SearchSnapshotSetting | undefined;
  while (setting?.titles !== expected) {
    if (runs.length === MOST_RUNS) throw new Error(`no snapshot of ${expected} titles in ${runs.join(', ')}`);
    const run = performance.now();
    const answer = await cloud.timer('indexer');
    runs.push(seconds(run));
    if (answer.errMsg) throw new Error(`${answer.errMsg}\n${told(cloud)}`);
    [setting] = (await cloud.db.find('settings', {
      _id: 'search-snapshot',
    })) as unknown as SearchSnapshotSetting[];
  }
  console.log(
    `Snapshot: ${setting.titles} titles, ${(setting.bytes / 1e6).toFixed(1)} MB, read, built and stored in ${seconds(began)}: ${runs.length} runs of the timer, ${runs.join(', ')}.`,
  );
}

/** A new instance each time; the same for a function that does nothing, turn by turn. */
async function coldStarts(cloud: Cloud): Promise<void> {
  const cold: Record<'finder' | 'empty', number[]> = { finder: [], empty: [] };
  for (let turn = 0; turn < COLD_STARTS; turn++) {
    for (const name of ['empty', 'finder'] as const) {
      await cloud.reloadFunctions();
      const began = performance.now();
      const answer = await cloud.call(name, { action: 'search.find', input: { query: '红楼梦' } }, 'o-bench');
      cold[name].push(performance.now() - began);
      if (!('result' in answer) || !(answer.result as { ok: boolean }).ok)
        throw new Error(`${name}: ${JSON.stringify(answer)}`);
    }
  }
  const [finder, empty] = [quantile(cold.finder, 0.5), quantile(cold.empty, 0.5)];
  console.log(
    `Cold start, median of ${COLD_STARTS}: ${finder.toFixed(0)} ms, an empty function ${empty.toFixed(0)} ms: ${(finder - empty).toFixed(0)} ms over it.`,
  );
}

async function warmAnswers(cloud: Cloud, titles: TitleForIndex[]): Promise<void> {
  const items = knownItems({ ...kinds, ...furtherKinds }, titles, EACH_KIND);
  const jobs = (action: 'search.find' | 'search.suggest') =>
    items.map(
      ({ text }) =>
        () =>
          action === 'search.find'
            ? askAsOneOfMany(cloud, action, { query: text.slice(0, 200) })
            : askAsOneOfMany(cloud, action, { text: text.slice(0, 200) }),
    );
  await measure(jobs('search.find').slice(0, 100), 1);
  const rows: string[][] = [];
  for (const action of ['search.find', 'search.suggest'] as const) {
    const { median, p95, count } = await measure(jobs(action), 1);
    rows.push([action, median.toFixed(1), p95.toFixed(1), String(count)]);
  }
  const more: [string, () => Promise<unknown>][] = [
    ['search.classes', () => askAsOneOfMany(cloud, 'search.classes', { under: 'I' })],
    ['list, newest', () => askAsOneOfMany(cloud, 'search.find', { query: '' })],
    [
      'list of a class, page 50',
      () => askAsOneOfMany(cloud, 'search.find', { query: '', clc: 'I', sort: 'most_borrowed', page: 50 }),
    ],
    ['on the shelf', () => askAsOneOfMany(cloud, 'search.find', { query: '历史', onShelfOnly: true })],
    ['search.onShelf', () => askAsOneOfMany(cloud, 'search.onShelf', { query: '历史' })],
  ];
  for (const [name, job] of more) {
    const { median, p95, count } = await measure(
      Array.from({ length: 40 }, () => job),
      1,
    );
    rows.push([name, median.toFixed(1), p95.toFixed(1), String(count)]);
  }
  console.log(`\nThrough the door, warm, one at a time, ms`);
  console.log(table(['what', 'median', 'p95', 'calls'], rows));
}

/** The function in a process of its own, as in the cloud: what it holds once it has answered. */
async function memoryAlone(cloud: Cloud, functions: string): Promise<void> {
  const program = `
    const { main } = require(${JSON.stringify(join(functions, 'finder', 'index.js'))});
    (async () => {
      const ask = (action, input) => main({ action, input });
      const answer = await ask('search.find', { query: '红楼梦' });
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      for (let n = 0; n < 200; n++) await ask('search.find', { query: '历史' + n });
      await ask('search.find', { query: '', clc: 'I' });
      await ask('search.classes', { under: 'I' });
      const { rss } = process.memoryUsage();
      console.log(Math.round(rss / 2 ** 20) + ' ' + Math.round(process.resourceUsage().maxRSS / 1024));
      process.exit(0);
    })().catch((error) => { console.error(error); process.exit(1); });`;
  const call = {
    requestId: randomUUID(),
    functionName: 'finder',
    openid: 'o-bench',
    source: 'wx_client',
    offsetMs: 0,
  };
  const cost = { roundTrips: 0, examined: 0, returned: 0 };
  const env = Object.fromEntries(
    Object.entries({ ...baseEnv(`${cloud.url}/admin`), ...callEnv({ ...call, cost }) }).filter(
      ([, value]) => value !== null,
    ),
  ) as Record<string, string>;
  const out = await run(program, env);
  const [after, most] = out.trim().split('\n').at(-1)!.split(' ');
  console.log(`\nMemory of the function alone: ${after} MB after 200 answers, ${most} MB at most.`);
}

/** Beside this process, since the cloud that it asks lives in this one. */
const run = (program: string, env: Record<string, string>): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(process.execPath, ['-e', program], { env, maxBuffer: 1e8 }, (error, stdout, stderr) =>
      error ? reject(new Error(`${error.message}\n${stderr}`)) : resolve(stdout),
    );
  });

const seconds = (began: number): string => `${((performance.now() - began) / 1000).toFixed(1)} s`;

if (require.main === module)
  benchSearchDoor(Number(process.argv[2] ?? 200_000)).catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
