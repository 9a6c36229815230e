import type { Collection } from './catalog';
import type { Cost } from './cost';
import { compileQuery, type Criteria, type Matches } from '../query/matching';
import { decodeDocument } from '../wire/codec';
import { plan, type IdWalk, type IndexScan, type Order, type Plan } from '../query/planner';
import { documentKey, entryKey } from './record-keys';
import { numberOf, textOf, type Document, type Records, type StoredRecord } from './records';
import { sortDocuments } from '../query/sorting';

interface FoundRecord extends StoredRecord {
  document: Document;
}

export interface Search {
  criteria: Criteria;
  order?: Order | undefined;
  skip?: number | undefined;
  limit?: number | undefined;
}

/** The documents of a query in order, and what finding them cost. */
export function select(records: Records, collection: Collection, search: Search, cost: Cost): FoundRecord[] {
  const { criteria, order = [], skip = 0, limit = Infinity } = search;
  const chosen = plan(records.store, collection, criteria, order);
  const matches = secondLook(criteria, chosen);
  cost.index = describe(chosen);
  const streaming = order.length === 0 || ('ordered' in chosen && chosen.ordered);
  const found: FoundRecord[] = [];
  let passed = 0;
  for (const number of numbersOf(records, collection, chosen, cost)) {
    const document = load(records, collection, number, matches, cost);
    if (!document) continue;
    if (streaming && passed++ < skip) continue;
    found.push(document);
    if (streaming && found.length >= limit) break;
  }
  const page = streaming
    ? found
    : sortDocuments(found, order, (entry) => entry.document).slice(skip, skip + limit);
  cost.returned += page.length;
  return page;
}

/** How many documents a query has; index entries alone answer where they say all there is to say. */
export function count(records: Records, collection: Collection, criteria: Criteria, cost: Cost): number {
  const chosen = plan(records.store, collection, criteria, []);
  const matches = secondLook(criteria, chosen);
  cost.index = describe(chosen);
  let total = 0;
  if (chosen.kind === 'scan' && chosen.complete) {
    total = records.store.documents.getKeysCount(wholeCollection(collection));
  } else {
    const indexSaysAll = 'ordered' in chosen && chosen.complete;
    for (const number of numbersOf(records, collection, chosen, cost)) {
      if (indexSaysAll || load(records, collection, number, matches, cost)) total++;
    }
  }
  cost.returned += total;
  return total;
}

/**
 * The whole query as a test, which also refuses what is malformed. Undefined where the plan says it all: then
 * every part of the query was understood.
 */
function secondLook(criteria: Criteria, chosen: Plan): Matches | undefined {
  return chosen.kind !== 'union' && chosen.complete ? undefined : compileQuery(criteria);
}

function load(
  records: Records,
  collection: Collection,
  number: number,
  matches: Matches | undefined,
  cost: Cost,
): FoundRecord | undefined {
  const text = textOf(records, collection, number);
  if (text === undefined) return undefined;
  cost.examined++;
  // Most documents are found by id or an exact index and only handed on: they are read when somebody looks.
  const found = lazily(number, text);
  return !matches || matches(found.document) ? found : undefined;
}

function lazily(number: number, text: string): FoundRecord {
  let document: Document | undefined;
  return {
    number,
    text,
    get document() {
      return (document ??= decodeDocument(text));
    },
  };
}

function* numbersOf(records: Records, collection: Collection, chosen: Plan, cost: Cost): Iterable<number> {
  switch (chosen.kind) {
    case 'ids':
      for (const id of distinctIds(chosen.ids)) {
        const number = numberOf(records, collection, id);
        if (number !== undefined) yield number;
      }
      return;
    case 'index':
      yield* numbersOfIndex(records, chosen, cost);
      return;
    case 'id walk':
      yield* numbersOfIds(records, chosen, cost);
      return;
    case 'union': {
      const seen = new Set<number>();
      for (const member of chosen.plans) {
        for (const number of numbersOf(records, collection, member, cost)) seen.add(number);
      }
      yield* [...seen].sort((a, b) => a - b);
      return;
    }
    case 'scan':
      for (const key of records.store.documents.getKeys(wholeCollection(collection)))
        yield key.readUInt32BE(2);
  }
}

function* numbersOfIndex({ store }: Records, scan: IndexScan, cost: Cost): Iterable<number> {
  const several = scan.ranges.length > 1 || scan.index.multikey.some(Boolean);
  const seen = several ? new Set<number>() : undefined;
  const ranges = scan.reverse ? [...scan.ranges].reverse() : scan.ranges;
  for (const { start, end } of ranges) {
    if (Buffer.compare(start, end) >= 0) continue;
    // Backwards LMDB takes the upper end as its start. No entry equals either end: entries are longer than
    // both.
    const range = scan.reverse ? { start: end, end: start, reverse: true } : { start, end };
    for (const key of store.entries.getKeys(range)) {
      cost.keys++;
      const number = key.readUInt32BE(key.length - 4);
      if (seen?.has(number)) continue;
      seen?.add(number);
      if (scan.alsoIn.every(({ index, value }) => store.entries.doesExist(entryKey(index, value, number))))
        yield number;
    }
  }
}

/**
 * Unlike an entry of an index, an id may equal an end of the range, so backwards the ends change their
 * meaning.
 */
function* numbersOfIds({ store }: Records, { range, reverse }: IdWalk, cost: Cost): Iterable<number> {
  const { start, end } = range;
  if (Buffer.compare(start, end) >= 0) return;
  const backwards = { start: end, exclusiveStart: true, end: start, inclusiveEnd: true, reverse: true };
  for (const { value } of store.ids.getRange(reverse ? backwards : range)) {
    cost.keys++;
    yield value.readUInt32BE();
  }
}

function distinctIds(ids: unknown[]): unknown[] {
  const seen = new Map(ids.map((id) => [typeof id === 'string' ? `s${id}` : JSON.stringify(id), id]));
  return [...seen.values()];
}

function wholeCollection(collection: Collection): { start: Buffer; end: Buffer } {
  const end = Buffer.allocUnsafe(2);
  end.writeUInt16BE(collection.number + 1, 0);
  return { start: documentKey(collection, 0), end };
}

function describe(chosen: Plan): string {
  switch (chosen.kind) {
    case 'ids':
    case 'id walk':
      return '_id';
    case 'index':
      return [chosen.index.name, ...chosen.alsoIn.map(({ index }) => index.name)].join(' ∩ ');
    case 'union':
      return chosen.plans.map(describe).join(' ∪ ');
    case 'scan':
      return 'none';
  }
}
