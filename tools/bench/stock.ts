import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { ItemDocument, ReaderDocument, TitleDocument } from '../../cloudfunctions/documents';
import { keysOfTitle } from '../../cloudfunctions/search/keys';
import { factsOf } from '../../cloudfunctions/cataloguing/title-facts';
import type { Cloud } from '../../local/cloud/index';
import { OPENING_MOMENT, root } from './demo-library';

/** One reads the parts of the catalogue, one builds from them. */
const RUNS_OF_THE_TIMER = 2;
const BATCH = 1000;
const PUBLIC_LIST = join(root, '..', 'shared', 'data', 'books_zh', 'douban_tags_books.csv');

/**
 * Copies and readers that only the benchmark uses: every write meets a fresh copy, and no reader reaches a
 * limit.
 */
export async function addFreshStock(
  cloud: Cloud,
  copies: number,
): Promise<{ barcodes: string[]; openids: string[] }> {
  const { copy, reader, title } = await modelsIn(cloud);
  const readers = Math.ceil(copies / 15);
  const numbers = Array.from({ length: copies }, (_, n) => n);
  const barcodes = numbers.map((n) => `BENCH${String(n).padStart(6, '0')}`);
  const openids = Array.from({ length: readers }, (_, n) => `o-bench-${n}`);
  await put(
    cloud,
    'titles',
    numbers.map((n) => ({ ...title, _id: `bench-${n}`, source: `bench:${n}` })),
  );
  await put(
    cloud,
    'items',
    barcodes.map((_id, n) => ({
      ...copy,
      _id,
      titleId: `bench-${n}`,
      use: 'loan',
      title: { ...copy.title, titleId: `bench-${n}` },
      source: `bench:${n}`,
    })),
  );
  await put(
    cloud,
    'readers',
    openids.map((openid, n) => ({
      ...reader,
      _id: `r-bench-${n}`,
      openid,
      cardNumber: `3390000${String(n).padStart(5, '0')}`,
      openLoans: [],
      openHolds: [],
      lately: [],
      guardianReaderId: null,
      childReaderIds: [],
    })),
  );
  await put(
    cloud,
    'identities',
    openids.map((_id, n) => ({
      _id,
      readerId: `r-bench-${n}`,
      readerIds: [`r-bench-${n}`],
      linkedAt: OPENING_MOMENT,
    })),
  );
  return { barcodes, openids };
}

/** What is multiplied: one of the demo library's copies with its title, and a reader. */
async function modelsIn(
  cloud: Cloud,
): Promise<{ copy: ItemDocument; reader: ReaderDocument; title: TitleDocument }> {
  const [copy] = (await cloud.db.find(
    'items',
    { status: 'available', branchId: 'main', itemType: 'book', use: 'loan', minAge: 0 },
    1,
  )) as unknown as ItemDocument[];
  const [reader] = (await cloud.db.find('readers', { _id: 'r-tang' }, 1)) as unknown as ReaderDocument[];
  const [title] = (await cloud.db.find('titles', { _id: copy?.titleId }, 1)) as unknown as TitleDocument[];
  if (!copy || !reader || !title)
    throw new Error('the demo library has no copy, reader or title to multiply');
  return { copy, reader, title };
}

/**
 * Raises the catalogue to this many titles from a public list of Chinese books; null when the list is not
 * beside the repository.
 */
export async function enlargeCatalogue(cloud: Cloud, size: number): Promise<number | null> {
  if (!existsSync(PUBLIC_LIST)) return null;
  const [model] = (await cloud.db.find('titles', {}, 1)) as unknown as TitleDocument[];
  const [copy] = (await cloud.db.find('items', { status: 'available' }, 1)) as unknown as ItemDocument[];
  if (!model || !copy) throw new Error('the demo library has no title to take as a model');
  const rows = parse(readFileSync(PUBLIC_LIST), {
    columns: true,
    relax_column_count: true,
    relax_quotes: true,
  });
  const missing = size - (await cloud.db.count('titles'));
  const titles = (rows as Record<string, string>[])
    .slice(0, Math.max(0, missing))
    .map((row, n): TitleDocument => {
      const facts = {
        title: row.title ?? '',
        subtitle: '',
        contributors: row.author ? [{ name: row.author, role: '' }] : [],
        isbns: [],
      };
      return {
        ...model,
        ...facts,
        _id: `more-${n}`,
        keys: keysOfTitle(facts),
        summary: '',
        source: `list:${n}`,
      };
    });
  await put(cloud, 'titles', titles);
  await put(
    cloud,
    'items',
    titles.map((title, n) => ({
      ...copy,
      _id: `MORE${n}`,
      titleId: title._id,
      title: factsOf(title),
      source: `list:${n}`,
    })),
  );
  // As an import does that is too large to name its titles one by one; then the timer builds what search
  // serves.
  await put(cloud, 'titleChanges', [{ _id: '*', at: new Date(cloud.clock.now()).toISOString() }]);
  for (let run = 0; run < RUNS_OF_THE_TIMER; run++) await cloud.timer('indexer');
  return cloud.db.count('titles');
}

/** Writes documents in batches. */
export async function put(cloud: Cloud, collection: string, documents: object[]): Promise<void> {
  for (let start = 0; start < documents.length; start += BATCH)
    await cloud.db.upsert(collection, documents.slice(start, start + BATCH) as Record<string, unknown>[]);
}
