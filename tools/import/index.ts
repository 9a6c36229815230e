import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { ItemDocument, TitleDocument } from '../../cloudfunctions/documents';
import type { BulkTarget, Document } from '../../local/cloud/bulk';
import { readCsv } from './csv';
import { itemDocuments, keepItem, keepTitle, sourceOf, titleDocument, type CopyRules } from './documents';
import type { ImportedTitle } from './facts';
import { readIso2709, type MarcRecord } from './iso2709';
import { dialectOf, first } from './marc';
import { readMarc21 } from './marc21';
import type { ImportReport } from './report';
import { readUnimarc } from './unimarc';

export { formatReport, type BrokenRecord, type Counts, type ImportReport } from './report';

export type Format = 'marc21' | 'cnmarc' | 'csv' | 'auto';

export interface ImportOptions {
  /** What the files are; by default each is told by its content. */
  format?: Format;
  /** Where copies belong whose record does not say; by default the first branch of the library. */
  branch?: string;
  /** Copies made for a record that names none; by default one. */
  copies?: number;
  /** Stands for the file's name in `source`: another file of the same records then finds them again. */
  source?: string;
  now?: Date;
}

/** Titles a batch: with their copies a write stays below five hundred documents each. */
const BATCH = 200;
const MOST_DOCUMENTS = 500;

/**
 * Brings titles and their copies in from files. Broken records are reported with their place and reason, the others come in.
 * Run again it changes nothing; a record that changed in the file is changed, and loans, holds and popularity stay.
 * @throws when a file cannot be read or understood at all, or when the branch does not exist.
 */
export async function importFiles(
  paths: string[],
  options: ImportOptions,
  target: BulkTarget,
  progress: (line: string) => void = () => undefined,
): Promise<ImportReport> {
  const began = Date.now();
  const now = options.now ?? new Date();
  const rules = await copyRules(options, target);
  const report: ImportReport = {
    files: [],
    titles: { added: 0, changed: 0, unchanged: 0 },
    items: { added: 0, changed: 0, unchanged: 0 },
    broken: [],
    warnings: [],
    seconds: 0,
  };
  for (const path of paths) await importFile(path, { options, now, rules, target, report, progress });
  report.seconds = (Date.now() - began) / 1000;
  return report;
}

interface Run {
  options: ImportOptions;
  now: Date;
  rules: CopyRules;
  target: BulkTarget;
  report: ImportReport;
  progress: (line: string) => void;
}

async function copyRules({ branch, copies = 1 }: ImportOptions, target: BulkTarget): Promise<CopyRules> {
  const branches = (await target.find('branches', {})).sort((a, b) => Number(a.order) - Number(b.order));
  const ids = branches.map(({ _id }) => String(_id));
  const chosen = branch ?? ids[0];
  if (!chosen) throw new Error('the library has no branch yet: set it up first');
  if (!ids.includes(chosen)) throw new Error(`there is no branch ${chosen}; there are ${ids.join(', ')}`);
  return { branches: new Set(ids), branch: chosen, copies };
}

interface Found {
  number: number;
  offset: number;
  title: ImportedTitle;
  copies: number;
}

type Read = Found | { number: number; offset: number; broken: string };

async function importFile(path: string, run: Run): Promise<void> {
  const { report, progress } = run;
  const file = basename(path);
  const entry: ImportReport['files'][number] = { file, format: 'unknown', records: 0 };
  report.files.push(entry);
  const seen = new Map<string, number>();
  let batch: Found[] = [];
  const write = async () => {
    await writeBatch(batch, run.options.source ?? file, run, file);
    batch = [];
    progress(`${file}: ${entry.records} records`);
  };
  for await (const read of readFile(path, run, entry)) {
    entry.records++;
    const { number, offset } = read;
    if ('broken' in read) {
      report.broken.push({ file, number, offset, reason: read.broken });
      continue;
    }
    const before = seen.get(read.title.control);
    if (before !== undefined && !isAnotherCopy(read, entry.format)) {
      report.broken.push({
        file,
        number,
        offset,
        reason: `the same record as number ${before} (${read.title.control})`,
      });
      continue;
    }
    if (before === undefined) seen.set(read.title.control, number);
    for (const reason of warningsOf(read.title)) report.warnings.push({ file, number, offset, reason });
    // Rows of one title that follow each other in a list, a row a copy, go into one batch in their order.
    batch.push(read);
    if (batch.length >= BATCH) await write();
  }
  await write();
}

function warningsOf({ warnings, title, contributors }: ImportedTitle): string[] {
  const text = title + contributors.map(({ name }) => name).join('');
  return text.includes('\ufffd')
    ? [...warnings, 'the record holds replacement characters: text was lost before']
    : warnings;
}

/** Lists often have a line for every copy; a MARC file has a record once. */
const isAnotherCopy = (read: Found, format: string) => format === 'csv' && read.title.copies.length > 0;

async function* readFile(
  path: string,
  { options, now }: Run,
  entry: ImportReport['files'][number],
): AsyncGenerator<Read> {
  const thisYear = now.getUTCFullYear();
  const asked = options.format ?? 'auto';
  if (asked === 'csv' || (asked === 'auto' && !(await looksLikeIso2709(path)))) {
    entry.format = 'csv';
    yield* readCsv(path, thisYear) as AsyncGenerator<Read>;
    return;
  }
  for await (const read of readIso2709(path)) {
    const { number, offset } = read;
    if ('broken' in read) {
      yield read;
      continue;
    }
    const dialect = dialectOf(read.record);
    if (!dialect || (asked !== 'auto' && (asked === 'marc21') !== (dialect === 'marc21'))) {
      yield {
        number,
        offset,
        broken: dialect
          ? `not ${asked}: the title stands in ${dialect === 'marc21' ? '245' : '200'}`
          : 'no title (neither 245 nor 200)',
      };
      continue;
    }
    entry.format = dialect === 'marc21' ? 'marc21' : 'cnmarc';
    const facts =
      dialect === 'marc21' ? readMarc21(read.record, thisYear) : readUnimarc(read.record, thisYear);
    if (facts.title === '') yield { number, offset, broken: 'the title is empty' };
    else yield { number, offset, title: { ...facts, control: controlOf(read.record, facts) }, copies: 0 };
  }
}

function controlOf(record: MarcRecord, facts: Omit<ImportedTitle, 'control'>): string {
  const control = first(record, '001')?.data.trim();
  return (
    control ||
    [facts.isbns[0] ?? '', facts.title, facts.contributors[0]?.name ?? '', facts.publisher, facts.year].join(
      '|',
    )
  );
}

/** A leader begins with five digits; broken ones still have the terminators that no list has. */
async function looksLikeIso2709(path: string): Promise<boolean> {
  for await (const head of createReadStream(path, { end: 4095 }) as AsyncIterable<Buffer>) {
    return (
      /^[\s\ufeff]*\d{5}[a-z ]/.test(head.toString('latin1', 0, 32)) ||
      head.includes(0x1e) ||
      head.includes(0x1d)
    );
  }
  return false;
}

/** Writes what is new or changed of a batch. */
async function writeBatch(batch: Found[], source: string, run: Run, file: string): Promise<void> {
  if (batch.length === 0) return;
  const { target, rules, report, now } = run;
  const at = now.toISOString();
  const titles = new Map<string, TitleDocument>();
  const items = new Map<string, { item: ItemDocument; found: Found }>();
  for (const found of batch) {
    const from = sourceOf(source, found.title);
    const title = titleDocument(from, found.title, at);
    if (!titles.has(title._id)) titles.set(title._id, title);
    const own = found.copies > 0 ? { ...rules, copies: found.copies } : rules;
    for (const item of itemDocuments(from, found.title, title._id, own, at)) {
      const other = items.get(item._id);
      if (other && other.item.titleId !== item.titleId) taken(item, other.item.titleId, found, report, file);
      else items.set(item._id, { item, found });
    }
  }
  await store(target, 'titles', [...titles.values()], report.titles, keepTitle);
  const stored = await storedOf<ItemDocument>(target, 'items', [...items.keys()]);
  const free: ItemDocument[] = [];
  for (const { item, found } of items.values()) {
    const other = stored.get(item._id);
    if (other && other.titleId !== item.titleId) taken(item, other.titleId, found, report, file);
    else free.push(item);
  }
  await store(target, 'items', free, report.items, keepItem);
}

function taken(
  item: ItemDocument,
  titleId: string,
  { number, offset }: Found,
  report: ImportReport,
  file: string,
): void {
  report.warnings.push({
    file,
    number,
    offset,
    reason: `barcode ${item._id} belongs to ${titleId} already: this copy was left out`,
  });
}

async function storedOf<T extends { _id: string }>(
  target: BulkTarget,
  collection: string,
  ids: string[],
): Promise<Map<string, T>> {
  const stored = new Map<string, T>();
  for (let start = 0; start < ids.length; start += MOST_DOCUMENTS) {
    const found = (await target.get(collection, ids.slice(start, start + MOST_DOCUMENTS))) as unknown as T[];
    for (const document of found) stored.set(document._id, document);
  }
  return stored;
}

async function store<T extends { _id: string }>(
  target: BulkTarget,
  collection: string,
  documents: T[],
  counts: { added: number; changed: number; unchanged: number },
  keep: (record: T, stored: T) => T,
): Promise<void> {
  const stored = await storedOf<T>(
    target,
    collection,
    documents.map(({ _id }) => _id),
  );
  const writes: T[] = [];
  for (const document of documents) {
    const before = stored.get(document._id);
    const after = before ? keep(document, before) : document;
    if (before && canonical(after) === canonical(before)) counts.unchanged++;
    else {
      writes.push(after);
      counts[before ? 'changed' : 'added']++;
    }
  }
  for (let start = 0; start < writes.length; start += MOST_DOCUMENTS) {
    await target.upsert(
      collection,
      writes.slice(start, start + MOST_DOCUMENTS).map((document): Document => ({ ...document })),
    );
  }
}

/** The text of plain data with its keys in order: a database may give them back in another one. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
