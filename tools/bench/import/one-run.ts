import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as collectionsModule from '../../../cloudfunctions/collections';
import type { importFiles as importHere, ImportReport } from '../../../bulk/import/index';
import type { BulkTarget } from '../../../bulk/target';
import type { startCloud as startHere } from '../../../local/cloud/index';

/** Records a second, by the clock and by processor time. */
export interface Rate {
  clock: number;
  processor: number;
  /** Resident memory at the end, in bytes. */
  memory: number;
}

/** What is measured, each in its own words. */
export const KINDS = ['into nothing', 'into an empty library', 'again'] as const;
export type OneRun = Record<(typeof KINDS)[number], Rate>;

/** Where an importer stands, this version's and older ones'. */
const IMPORTERS = ['bulk/import/index.ts', 'tools/import/index.ts'];

/**
 * Imports a file with the importer and the local cloud of a checkout of this repository: run in a process of
 * its own.
 */
async function oneRun(checkout: string, path: string): Promise<OneRun> {
  const importer = IMPORTERS.map((file) => join(checkout, file)).find(existsSync);
  if (!importer) throw new Error(`${checkout} has no importer`);
  const { importFiles } = (await import(importer)) as { importFiles: typeof importHere };
  const { startCloud } = (await import(join(checkout, 'local/cloud/index.ts'))) as {
    startCloud: typeof startHere;
  };
  const { collections } = (await import(
    join(checkout, 'cloudfunctions/collections.ts')
  )) as typeof collectionsModule;
  const data = mkdtempSync(join(tmpdir(), 'import-bench-'));
  const functions = join(checkout, 'dist', 'cloudfunctions');
  const cloud = await startCloud({ data, collections, functions, warm: 0, root: checkout });
  try {
    await cloud.db.upsert('branches', [branch]);
    return {
      'into nothing': await measured(() => importFiles([path], {}, nothing)),
      'into an empty library': await measured(() => importFiles([path], {}, cloud.db)),
      again: await measured(() => importFiles([path], {}, cloud.db)),
    };
  } finally {
    await cloud.close();
    rmSync(data, { recursive: true, force: true });
  }
}

async function measured(work: () => Promise<ImportReport>): Promise<Rate> {
  const before = process.cpuUsage();
  const report = await work();
  const { user, system } = process.cpuUsage(before);
  const records = report.files.reduce((sum, file) => sum + file.records, 0);
  return {
    clock: records / report.seconds,
    processor: records / ((user + system) / 1e6),
    memory: process.memoryUsage.rss(),
  };
}

const branch = { _id: 'main', name: '总馆', order: 1 };

/** Keeps nothing: what reading, comparing and planning cost by themselves. */
const nothing: BulkTarget = {
  get: async () => [],
  find: async (collection) => (collection === 'branches' ? [branch] : []),
  count: async () => 0,
  upsert: async () => undefined,
};

if (require.main === module) {
  const [checkout = '', path = ''] = process.argv.slice(2);
  void oneRun(checkout, path).then((run) => {
    console.log(JSON.stringify(run));
    process.exit(0);
  });
}
