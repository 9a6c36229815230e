import { basename } from 'node:path';
import type { BulkTarget } from '../../local/cloud/bulk';
import type { CopyRules } from './documents';
import type { ImportedTitle } from './facts';
import { readFile, type Format, type Found } from './read-file';
import type { ImportReport } from './report';
import { writeBatch, type ToWrite } from './store';

export type { Format } from './read-file';
export { formatReport, type BrokenRecord, type Counts, type ImportReport } from './report';

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

async function importFile(path: string, run: Run): Promise<void> {
  const { report, progress, options, now } = run;
  const file = basename(path);
  const entry: ImportReport['files'][number] = { file, format: 'unknown', records: 0 };
  report.files.push(entry);
  const seen = new Map<string, number>();
  let batch: ToWrite[] = [];
  const write = async () => {
    await writeBatch(batch, { ...run, file, source: options.source ?? file });
    batch = [];
    progress(`${file}: ${entry.records} records`);
  };
  for await (const read of readFile(path, options.format ?? 'auto', now.getUTCFullYear())) {
    entry.records++;
    const outcome = 'broken' in read ? read : known(read, seen);
    const place = { file, number: read.number, offset: read.offset };
    if ('broken' in outcome) {
      report.broken.push({ ...place, reason: outcome.broken });
      continue;
    }
    entry.format = outcome.format;
    for (const reason of warningsOf(outcome.title)) report.warnings.push({ ...place, reason });
    batch.push(outcome);
    if (batch.length >= BATCH) await write();
  }
  await write();
}

/** A list often has a line for every copy; a MARC file has a record once. */
function known(read: Found, seen: Map<string, number>): ToWrite | { broken: string } {
  const { control, copies } = read.title;
  const before = seen.get(control);
  if (before === undefined) {
    seen.set(control, read.number);
    return { ...read, titleToo: true };
  }
  if (read.format === 'csv' && copies.length > 0) return { ...read, titleToo: false };
  return { broken: `the same record as number ${before} (${control})` };
}

function warningsOf({ warnings, title, contributors }: ImportedTitle): string[] {
  const text = title + contributors.map(({ name }) => name).join('');
  return text.includes('\ufffd')
    ? [...warnings, 'the record holds replacement characters: text was lost before']
    : warnings;
}
