import { basename } from 'node:path';
import { metBefore, type RecordToWrite } from '../../cloudfunctions/cataloguing/met-before';
import type { CopyRules } from '../../cloudfunctions/cataloguing/record-documents';
import { faultText, warningText } from '../../cloudfunctions/exchange/fault-text';
import type { CopyMap } from '../../cloudfunctions/exchange/holdings';
import { readRecords, rowsAtHead, type ReadOptions } from '../../cloudfunctions/exchange/read';
import { csvLine } from '../../cloudfunctions/exchange/write-csv';
import type { BulkTarget } from '../target';
import { fileSource } from './file-source';
import type { Progress } from './progress';
import { putAside } from './put-aside';
import { emptyReport, list, type ImportReport } from './report';
import { seenKeys, type Seen } from './seen';
import { titleChanges, type TitleChanges } from './title-changes';
import { writeBatch } from './write-batch';
import { showDeleted, showGone } from './withdrawn';

export { COLUMNS, type Column } from '../../cloudfunctions/exchange/columns';
export type { ColumnMap } from '../../cloudfunctions/exchange/list';
export { ENCODINGS, type Encoding } from '../../cloudfunctions/exchange/encodings';
export { readCopyMap } from '../../cloudfunctions/exchange/holdings';
export { FORMATS, type Format } from '../../cloudfunctions/exchange/read';
export { progressLine } from './progress';
export { formatReport, type ImportReport } from './report';

export interface ImportOptions extends Partial<Pick<ReadOptions, 'columns' | 'encoding'>> {
  /** What the files are; by default each is told by its content. */
  format?: ReadOptions['format'] | 'auto';
  /** Fields of copies of an old system, before the usual ones. */
  copiesFrom?: CopyMap[];
  /** Where copies belong whose record does not say; by default the first branch of the library. */
  branch?: string;
  /** Our branch for the names and codes that the source has. */
  branchNames?: Record<string, string>;
  /** Copies made for a record that names none; by default one. */
  copies?: number;
  /** Stands for the file's name in `source`: another file of the same records then finds them again. */
  source?: string;
  /**
   * The files are this library's own export: its ids stand in them and are kept, and no copy is made up.
   */
  own?: boolean;
  /** The files are all that the source has: what else came from it is shown as withdrawn. */
  full?: boolean;
  /** Looking for other titles of the same book; by default it is done. */
  duplicates?: boolean;
  /** Folder for the broken records; by default they are only told of. */
  aside?: string;
  now?: Date;
}

/** Titles a batch: with their copies a write stays below five hundred documents each. */
const BATCH = 200;

/**
 * Brings titles and their copies in from files. Broken records are reported with their place and reason,
 * the others come in. Run again it changes nothing; a record that changed in the file is changed, and
 * loans, holds and popularity stay. @throws when a file cannot be read or understood at all, or when the
 * branch does not exist.
 */
export async function importFiles(
  paths: string[],
  options: ImportOptions,
  target: BulkTarget,
  progress: (progress: Progress) => void = () => undefined,
): Promise<ImportReport> {
  const began = Date.now();
  const now = options.now ?? new Date();
  const rules = await copyRules(options, target);
  const report = emptyReport();
  const merges = (await target.count('titleMerges')) > 0;
  const sources = new Map<string, Seen>();
  const changes = titleChanges(target, () => new Date(now.getTime() + Date.now() - began));
  for (const path of paths) {
    const source = options.source ?? basename(path);
    const present = options.full ? (sources.get(source) ?? seenKeys()) : null;
    if (present) sources.set(source, present);
    await importFile(path, {
      options,
      now,
      rules,
      target,
      report,
      progress,
      present,
      source,
      merges,
      changes,
    });
  }
  if (options.full) await showGone(sources, target, report);
  report.seconds = (Date.now() - began) / 1000;
  report.memory = Math.max(report.memory, process.memoryUsage.rss());
  return report;
}

interface Run {
  options: ImportOptions;
  now: Date;
  rules: CopyRules;
  target: BulkTarget;
  report: ImportReport;
  progress: (progress: Progress) => void;
  /** Control numbers of the source that were met so far, for a full load. */
  present: Seen | null;
  source: string;
  merges: boolean;
  changes: TitleChanges;
}

async function copyRules(options: ImportOptions, target: BulkTarget): Promise<CopyRules> {
  const { branch, branchNames = {}, own = false, copies = own ? 0 : 1 } = options;
  const branches = (await target.find('branches', {})).sort((a, b) => Number(a.order) - Number(b.order));
  const ids = branches.map(({ _id }) => String(_id));
  const chosen = branch ?? ids[0];
  if (!chosen) throw new Error('the library has no branch yet: set it up first');
  const strange = [chosen, ...Object.values(branchNames)].find((id) => !ids.includes(id));
  if (strange) throw new Error(`there is no branch ${strange}; there are ${ids.join(', ')}`);
  const named = branches.map(({ _id, name }): [string, string] => [String(name), String(_id)]);
  const places = [...named, ...ids.map((id): [string, string] => [id, id]), ...Object.entries(branchNames)];
  return { branches: new Map(places), branch: chosen, copies };
}

async function importFile(path: string, run: Run): Promise<void> {
  const { report, progress, options, now, source, target } = run;
  const file = basename(path);
  const input = fileSource(path);
  const entry: ImportReport['files'][number] = { file, format: 'unknown', records: 0 };
  report.files.push(entry);
  const reading = readOptions(options, now);
  const aside = putAside(options.aside, path, async () => {
    const [header] = await rowsAtHead(fileSource(path), reading, 1);
    // Lines of a list are put aside in UTF-8, which Excel takes by its mark.
    return header ? `\ufeff${csvLine(header)}` : '';
  });
  const seen = seenKeys();
  let broken = 0;
  let batch: RecordToWrite[] = [];
  const told = (done = false) =>
    progress({ file, records: entry.records, broken, read: input.read(), size: input.size, done });
  const write = async () => {
    await writeBatch(batch, {
      ...run,
      file,
      own: options.own ?? false,
      duplicates: options.duplicates ?? true,
    });
    batch = [];
    report.memory = Math.max(report.memory, process.memoryUsage.rss());
    told();
  };
  for await (const read of readRecords(input, reading)) {
    entry.records++;
    const place = { file, number: read.number, offset: read.offset };
    if ('deleted' in read) {
      await showDeleted(read.deleted, { source, target, report, place });
      continue;
    }
    const outcome = 'broken' in read ? read : metBefore(read, seen.meet(read.title.control, read.number));
    if ('broken' in outcome) {
      broken++;
      list(report, 'broken', { ...place, reason: faultText(outcome.broken) });
      if ('raw' in read) await aside.put(read.raw);
      if (broken % BATCH === 0) told();
      continue;
    }
    entry.format = outcome.format;
    run.present?.meet(outcome.title.control, read.number);
    for (const warning of outcome.title.warnings)
      list(report, 'warnings', { ...place, reason: warningText(warning) });
    batch.push(outcome);
    if (batch.length >= BATCH) await write();
  }
  await write();
  told(true);
  const put = await aside.close();
  if (put) entry.aside = put;
}

/** A workbook of a million rows, on a computer that has the memory for it. */
const MOST_UNFOLDED = 2_000_000_000;

function readOptions({ format, encoding, columns, copiesFrom }: ImportOptions, now: Date): ReadOptions {
  return {
    thisYear: now.getUTCFullYear(),
    mostUnfolded: MOST_UNFOLDED,
    ...(format && format !== 'auto' ? { format } : {}),
    ...(encoding ? { encoding } : {}),
    ...(columns ? { columns } : {}),
    ...(copiesFrom ? { copiesFrom } : {}),
  };
}
