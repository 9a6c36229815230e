import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decodeDocument } from './database/wire/codec';
import type { Database } from './database/engine/database';
import { documentKey } from './database/engine/record-keys';
import { BadRequest } from './http/messages';
import type { Files } from './storage/files';

/** What a snapshot holds, one JSON line each: documents, small facts, and the bytes of files. */
type Line =
  | { format: 'shuxiang-snapshot'; version: 1 }
  | { collection: string; document: string }
  | { fact: string; value: string }
  | { file: string; base64: string };

export interface Kept {
  database: Database;
  files: Files;
}

export interface SnapshotReport {
  documents: number;
  files: number;
}

const HEADER: Extract<Line, { version: 1 }> = { format: 'shuxiang-snapshot', version: 1 };

/**
 * Keeps everything of a library in one compressed file, independent of how the data folder stores it. A file
 * that is there already goes only when it is a snapshot too.
 */
export function writeSnapshot({ database, files }: Kept, path: string): SnapshotReport {
  if (existsSync(path) && !isSnapshot(path))
    throw new BadRequest(`${path} is there already and no snapshot of a library`);
  const lines: Line[] = [HEADER];
  const report = { documents: 0, files: 0 };
  for (const collection of database.catalog.list()) {
    for (const { value } of database.store.documents.getRange(allOf(collection.number))) {
      lines.push({ collection: collection.name, document: value.toString('utf8') });
      report.documents++;
    }
  }
  for (const { key, value } of database.store.facts.getRange()) lines.push({ fact: String(key), value });
  for (const file of files.list()) {
    lines.push({ file: file.path, base64: readFileSync(files.locate(file)).toString('base64') });
    report.files++;
  }
  const unfinished = `${path}.part`;
  writeFileSync(unfinished, gzipSync(lines.map((line) => JSON.stringify(line)).join('\n')));
  renameSync(unfinished, path);
  return report;
}

/** Puts a library back as it was kept; what is there now goes. */
export async function readSnapshot(kept: Kept, path: string): Promise<SnapshotReport> {
  const lines = parse(path);
  const { database, files } = kept;
  const documents = new Map<string, Record<string, unknown>[]>();
  for (const line of lines) {
    if (!('collection' in line)) continue;
    const list = documents.get(line.collection) ?? [];
    list.push(decodeDocument(line.document));
    documents.set(line.collection, list);
  }
  eraseEverything(kept);
  const report = { documents: 0, files: 0 };
  for (const [name, list] of documents) {
    if (!database.catalog.find(name)) database.createCollection(name);
    await database.insert(name, list);
    report.documents += list.length;
  }
  for (const line of lines) {
    if ('fact' in line) database.store.facts.putSync(line.fact, line.value);
    if (!('file' in line)) continue;
    files.put(line.file, Buffer.from(line.base64, 'base64'));
    report.files++;
  }
  return report;
}

/** Empties every collection, forgets facts and files; collections and indexes stay. */
export function eraseEverything({ database, files }: Kept): void {
  database.eraseDocuments();
  for (const file of files.list()) files.remove(file.path);
  for (const key of [...database.store.facts.getKeys()]) database.store.facts.removeSync(key);
}

function parse(path: string): Line[] {
  const lines = linesOf(path);
  const first = lines[0];
  if (!first || !('format' in first) || first.format !== HEADER.format || first.version !== HEADER.version)
    throw new BadRequest(`${path} is no snapshot of a library`);
  return lines;
}

function linesOf(path: string): Line[] {
  try {
    const text = gunzipSync(readFileSync(path)).toString('utf8');
    return text.split('\n').map((line) => JSON.parse(line) as Line);
  } catch (error) {
    throw new BadRequest(`${path} cannot be read as a snapshot: ${(error as Error).message}`);
  }
}

function isSnapshot(path: string): boolean {
  try {
    return parse(path).length > 0;
  } catch {
    return false;
  }
}

function allOf(collectionNumber: number): { start: Buffer; end: Buffer } {
  const start = documentKey({ number: collectionNumber }, 0);
  return { start, end: documentKey({ number: collectionNumber + 1 }, 0) };
}
