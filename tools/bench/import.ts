import { Command } from 'commander';
import { mkdtempSync, rmSync, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { collections } from '../../cloudfunctions/collections';
import { writeIso2709 } from '../../cloudfunctions/exchange/write-iso2709';
import { marcOf } from '../../cloudfunctions/exchange/write-marc';
import type { ItemDocument, TitleDocument } from '../../cloudfunctions/documents';
import type { BulkTarget } from '../../bulk/target';
import { startCloud } from '../../local/cloud/index';
import { seedDemo } from '../../demo/seed';
import { importFiles, type ImportReport } from '../../bulk/import/index';
import { memoryTarget } from '../../bulk/memory-target';

/**
 * How fast records come into an empty library: the demo library's titles recombined to as many as asked for, written as CNMARC,
 * imported over the local cloud's own address into a database on disk.
 */
async function main(): Promise<void> {
  const { records } = new Command('bench')
    .option('--records <n>', 'how many', '20000')
    .parse()
    .opts<{ records: string }>();
  const folder = mkdtempSync(join(tmpdir(), 'import-bench-'));
  const root = resolve(__dirname, '..', '..');
  const cloud = await startCloud({
    data: join(folder, 'data'),
    collections,
    functions: join(root, 'dist', 'cloudfunctions'),
    warm: 0,
    root,
  });
  try {
    const path = join(folder, 'bench.iso');
    await writeRecords(path, Number(records));
    await cloud.db.upsert('branches', [{ _id: 'main', name: '总馆', order: 1 }]);
    await measured('into nothing: the importer alone', () => importFiles([path], {}, nothing, told()));
    await measured('into an empty library', () => importFiles([path], {}, cloud.db, told()));
    await measured('again', () => importFiles([path], {}, cloud.db));
  } finally {
    await cloud.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measured(what: string, work: () => Promise<ImportReport>): Promise<void> {
  const before = process.cpuUsage();
  const report = await work();
  const { user, system } = process.cpuUsage(before);
  const records = report.files.reduce((sum, file) => sum + file.records, 0);
  const rate = (seconds: number) => `${Math.round(records / seconds)} records a second`;
  const cpu = (user + system) / 1e6;
  console.log(`${what}: ${rate(report.seconds)}; ${rate(cpu)} of processor time (${cpu.toFixed(1)} s)`);
}

/** Resident memory at every five thousand records. */
function told(): Parameters<typeof importFiles>[3] {
  let last = 0;
  return ({ records, done }) => {
    if (records - last < 5000 && !done) return;
    last = records;
    console.log(`  ${records} records, ${Math.round(process.memoryUsage.rss() / 1e6)} MB`);
  };
}

/** Keeps nothing: what reading and comparing cost by themselves. */
const nothing: BulkTarget = {
  get: async () => [],
  find: async (collection) => (collection === 'branches' ? [{ _id: 'main', name: '总馆', order: 1 }] : []),
  count: async () => 0,
  upsert: async () => undefined,
};

/** Titles of the demo library with the beginnings and ends of others, each with its own number, ISBN and two copies. */
async function writeRecords(path: string, count: number): Promise<void> {
  const { demoTitles } = await demoLibrary();
  const file = createWriteStream(path);
  for (let n = 0; n < count; n++) {
    const own = demoTitles[n % demoTitles.length]!;
    const other = demoTitles[(n * 7 + Math.floor(n / demoTitles.length)) % demoTitles.length]!;
    const title: TitleDocument = {
      ...own,
      _id: `b${n}`,
      title: `${own.title}${other.title} ${n}`,
      isbns: [isbnOf(n)],
      source: 'bench',
    };
    const items = [1, 2].map((c) => ({ ...plainItem, _id: `BENCH${n}-${c}` }));
    const record = marcOf(title, items, 'cnmarc');
    // As another library would write it: without our own mark.
    const bytes = writeIso2709({ ...record, fields: record.fields.filter(({ tag }) => tag !== '003') });
    if (bytes && !file.write(bytes)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

const plainItem: Pick<ItemDocument, 'homeBranchId' | 'shelf' | 'callNumber' | 'price' | 'itemType'> = {
  homeBranchId: 'main',
  shelf: '',
  callNumber: 'I247/1',
  price: 4500,
  itemType: 'book',
};

function isbnOf(n: number): string {
  const body = `9787${String(n).padStart(8, '0')}`;
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return body + String((10 - (sum % 10)) % 10);
}

async function demoLibrary(): Promise<{ demoTitles: TitleDocument[] }> {
  const memory = memoryTarget();
  const files = { upload: async (place: string) => `cloud://bench/${place}` };
  await seedDemo(memory.target, files, new Date('2026-11-22T02:00:00.000Z'), () => undefined);
  return { demoTitles: memory.list('titles') as unknown as TitleDocument[] };
}

void main();
