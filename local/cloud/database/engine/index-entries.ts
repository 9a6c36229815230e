import { databaseRefused } from '../../cloud-error';
import type { Index } from './catalog';
import { encodeValue } from './key-encoding';
import { arrayIndex } from '../paths';
import { isPlainObject } from '../values';

export interface IndexEntries {
  /** The encoded values, without index and document numbers; several when a field holds an array. */
  values: Buffer[];
  /** By field of the index: an array was met. */
  multikey: boolean[];
  shortened: boolean;
}

/** LMDB's bound on a key less our numbers. */
const LONGEST_KEY = 1900;

/** One field of the index on its way down the document. */
interface Walker {
  value: unknown;
  path: readonly string[];
  at: number;
  /** The array was opened at the path's end: its elements are values as they are. */
  settled: boolean;
}

/**
 * What an index holds for one document. A missing field counts as null; an empty array has a place of its
 * own; fields inside one array are paired element by element.
 */
export function entriesOf(index: Index, document: Record<string, unknown>): IndexEntries {
  const multikey = index.paths.map(() => false);
  const start = index.paths.map((path): Walker => ({ value: document, path, at: 0, settled: false }));
  const rows = expand(start, multikey, index.name);
  const distinct = new Map<string, Buffer>();
  let shortened = false;
  for (const row of rows) {
    const encoded = row.map((value, i) =>
      encodeValue(value, (index.keys[i] as readonly [string, 1 | -1])[1]),
    );
    const bytes = Buffer.concat(encoded.map((value) => value.bytes));
    if (bytes.length > LONGEST_KEY) throw tooLarge(index, document);
    shortened ||= encoded.some((value) => value.shortened);
    distinct.set(bytes.toString('latin1'), bytes);
  }
  return { values: [...distinct.values()], multikey, shortened };
}

function expand(walkers: Walker[], multikey: boolean[], name: string): unknown[][] {
  const advanced = walkers.map(descend);
  const open = advanced.filter((walker) => Array.isArray(walker.value) && !walker.settled);
  const first = open[0];
  if (!first) return [advanced.map(finalValue)];
  const array = first.value as unknown[];
  if (open.some((walker) => walker.value !== array)) {
    throw databaseRefused(`cannot index parallel arrays in index ${name}`);
  }
  advanced.forEach((walker, i) => (multikey[i] ||= walker.value === array && !walker.settled));
  if (array.length === 0) {
    return expand(
      advanced.map((walker) => (walker.value === array ? emptied(walker) : walker)),
      multikey,
      name,
    );
  }
  return array.flatMap((element) =>
    expand(
      advanced.map((walker) =>
        walker.value === array && !walker.settled ? entered(walker, element) : walker,
      ),
      multikey,
      name,
    ),
  );
}

/** Goes down through objects (and array positions named by a number) until an array, the end, or nothing. */
function descend(walker: Walker): Walker {
  let { value, at } = walker;
  const { path } = walker;
  while (at < path.length) {
    const part = path[at] as string;
    if (Array.isArray(value)) {
      const position = arrayIndex(part);
      if (position === undefined || position >= value.length) break;
      value = value[position];
    } else if (isPlainObject(value)) {
      value = Object.hasOwn(value, part) ? value[part] : null;
    } else {
      value = null;
      at = path.length;
      break;
    }
    at++;
  }
  return { ...walker, value, at };
}

function emptied(walker: Walker): Walker {
  const atEnd = walker.at >= walker.path.length;
  return { ...walker, value: atEnd ? walker.value : null, at: walker.path.length, settled: true };
}

function entered(walker: Walker, element: unknown): Walker {
  if (walker.at >= walker.path.length) return { ...walker, value: element, settled: true };
  // A scalar inside an array on the way is no value of this path; it counts as null.
  return { ...walker, value: isPlainObject(element) ? element : null, settled: !isPlainObject(element) };
}

function finalValue(walker: Walker): unknown {
  return walker.value === undefined ? null : walker.value;
}

function tooLarge(index: Index, document: Record<string, unknown>): Error {
  return databaseRefused(
    `index ${index.name}: the key of document ${String(document['_id'])} is too large to index`,
  );
}
