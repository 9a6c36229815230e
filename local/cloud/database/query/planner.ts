import type { Collection, Index } from '../engine/catalog';
import { conditionsOf, type Condition } from './conditions';
import {
  afterPrefix,
  encodeBound,
  encodeTextPrefix,
  encodeTypePrefix,
  encodeValue,
} from '../engine/key-encoding';
import type { Criteria } from './matching';
import { indexPrefix } from '../engine/record-keys';
import type { Store, Table } from '../engine/store';
import { rank, rankOf } from '../values';

export type Order = readonly (readonly [field: string, direction: 1 | -1])[];

/** A stretch of an index, without the index number: from `start` (inclusive) to `end` (exclusive). */
interface KeyRange {
  start: Buffer;
  end: Buffer;
}

export interface IndexScan {
  kind: 'index';
  index: Index;
  ranges: KeyRange[];
  reverse: boolean;
  /** Documents come in the order that was asked for. */
  ordered: boolean;
  /** Exact entries of other conditions: a document number must stand in every one of them. */
  alsoIn: { index: Index; value: Buffer }[];
  /** Every document found meets the whole query. */
  complete: boolean;
}

/** A stretch of the documents in the order of their `_id`, which every collection has by itself. */
export interface IdWalk {
  kind: 'id walk';
  range: KeyRange;
  reverse: boolean;
  ordered: boolean;
  complete: boolean;
}

export type Plan =
  | { kind: 'ids'; ids: unknown[]; complete: boolean }
  | IndexScan
  | IdWalk
  | { kind: 'union'; plans: Plan[] }
  | { kind: 'scan'; complete: boolean };

interface Candidate extends Omit<IndexScan, 'kind' | 'alsoIn' | 'complete'> {
  used: Set<Condition>;
  /** Set when the ranges are one exact value of every field of the index. */
  exact?: Buffer;
  keys: number;
  bounded: boolean;
}

/** Where keys of an index stand. */
type Entries = Table<Buffer, Buffer>;

/** Counting stops here: beyond it one plan is as bad as another. */
const COUNT_LIMIT = 100_000;
const MOST_RANGES = 500;

/**
 * Chooses how to find the documents of a query: by `_id`, by the best index or several, or by looking at all.
 */
export function plan(store: Store, collection: Collection, criteria: Criteria, order: Order): Plan {
  const { all, alternatives, complete } = conditionsOf(criteria);
  const byId = all.find((condition) => condition.path === '_id' && condition.kind === 'in');
  if (byId?.kind === 'in') return { kind: 'ids', ids: byId.values, complete: complete && all.length === 1 };

  const candidates = collection.indexes.flatMap((index) => candidatesOf(store.entries, index, all, order));
  const bounded = candidates.filter((candidate) => candidate.bounded).sort((a, b) => a.keys - b.keys);
  const best = cheapest(bounded);
  const chosen = best ?? undefined;
  const union = chosen ? undefined : unionOf(store, collection, alternatives);
  if (union) return union;
  const sorted = candidates.find((candidate) => candidate.ordered && !candidate.bounded);
  const walk = chosen ? undefined : idWalkOf(store, collection, all, order, complete);
  if (walk && (walk.ordered || !sorted)) return walk;
  if (!chosen)
    return sorted
      ? scanOf(sorted, [], complete && all.length === 0)
      : { kind: 'scan', complete: complete && all.length === 0 };

  const others = bounded.filter((other) => other !== chosen && other.exact && addsTo(chosen, other));
  const used = new Set([...chosen.used, ...others.flatMap((other) => [...other.used])]);
  const alsoIn = others.map((other) => ({ index: other.index, value: other.exact as Buffer }));
  return scanOf(chosen, alsoIn, complete && all.every((condition) => used.has(condition)));
}

/** Fewest entries first; an ordered stretch wins over one that is not much shorter. */
function cheapest(bounded: Candidate[]): Candidate | undefined {
  const first = bounded[0];
  if (!first) return undefined;
  return bounded.find((candidate) => candidate.ordered && candidate.keys <= first.keys * 4 + 20) ?? first;
}

const addsTo = (chosen: Candidate, other: Candidate): boolean =>
  [...other.used].some((condition) => !chosen.used.has(condition));

function scanOf(candidate: Candidate, alsoIn: IndexScan['alsoIn'], complete: boolean): IndexScan {
  const { index, ranges, reverse, ordered } = candidate;
  return { kind: 'index', index, ranges, reverse, ordered, alsoIn, complete };
}

/**
 * Ids in their order for a range of them or a sort by them. Ids that are objects keep no order; texts that
 * agree in their first 240 bytes come one after another, but among themselves in any order.
 */
function idWalkOf(
  store: Store,
  collection: Collection,
  all: Condition[],
  order: Order,
  complete: boolean,
): IdWalk | undefined {
  const { number } = collection;
  const keys = [['_id', 1]] as const;
  const index: Index = { name: '_id', number, keys, paths: [['_id']], multikey: [false], shortened: false };
  const composite = Buffer.concat([indexPrefix(index), Buffer.of(rank.object)]);
  index.shortened = store.ids.getKeysCount({ start: composite, end: afterPrefix(composite), limit: 1 }) > 0;
  const found = candidateOf(store.ids, index, all, order, undefined);
  const [range] = found?.ranges ?? [];
  if (!found || !range) return undefined;
  const { reverse, ordered, used } = found;
  return { kind: 'id walk', range, reverse, ordered, complete: complete && all.every((c) => used.has(c)) };
}

function unionOf(store: Store, collection: Collection, alternatives: Criteria[][]): Plan | undefined {
  for (const group of alternatives) {
    const plans = group.map((member) => plan(store, collection, member, []));
    if (plans.length > 0 && plans.every((member) => member.kind !== 'scan')) return { kind: 'union', plans };
  }
  return undefined;
}

/** The ways one index can serve: with `$all` there is one for each member of the first field. */
function candidatesOf(table: Entries, index: Index, all: Condition[], order: Order): Candidate[] {
  const field = index.keys[0]?.[0];
  const firsts = all.filter((condition) => condition.path === field && condition.kind === 'in');
  const starts: (Condition | undefined)[] = firsts.length > 0 ? firsts : [undefined];
  return starts
    .map((first) => candidateOf(table, index, all, order, first))
    .filter((found) => found !== undefined);
}

interface Bounds {
  prefixes: Buffer[];
  /** How many leading fields stand at one single value, so that order begins after them. */
  fixed: number;
  depth: number;
  used: Set<Condition>;
  range?: { start: Buffer; end: Buffer } | undefined;
}

function candidateOf(
  table: Entries,
  index: Index,
  all: Condition[],
  order: Order,
  first: Condition | undefined,
): Candidate | undefined {
  const bounds = boundsOf(index, all, first);
  const bounded = bounds.depth > 0 || bounds.range !== undefined;
  const direction = bounds.prefixes.length === 1 ? orderOf(index, bounds.fixed, order) : undefined;
  if (!bounded && direction === undefined) return undefined;
  const head = indexPrefix(index);
  const ranges = bounds.prefixes.map((prefix): KeyRange => {
    const start = Buffer.concat([head, prefix]);
    if (!bounds.range) return { start, end: afterPrefix(start) };
    return {
      start: Buffer.concat([start, bounds.range.start]),
      end: afterRange(start, bounds.range.end),
    };
  });
  const exact =
    bounds.depth === index.keys.length && bounds.prefixes.length === 1 ? bounds.prefixes[0] : undefined;
  return {
    index,
    ranges,
    reverse: direction === -1,
    ordered: direction !== undefined,
    used: bounds.used,
    ...(exact ? { exact } : {}),
    keys: bounded ? countKeys(table, ranges) : COUNT_LIMIT,
    bounded,
  };
}

/** An empty end means: to the end of what begins with `start`. */
function afterRange(start: Buffer, end: Buffer): Buffer {
  return end.length === 0 ? afterPrefix(start) : Buffer.concat([start, end]);
}

function boundsOf(index: Index, all: Condition[], first: Condition | undefined): Bounds {
  const bounds: Bounds = { prefixes: [Buffer.alloc(0)], fixed: 0, depth: 0, used: new Set() };
  /** Two conditions on fields of one array may be met by two different elements: only one may narrow. */
  let opened: Condition | undefined;
  for (let i = 0; i < index.keys.length; i++) {
    const [field, direction] = index.keys[i] as readonly [string, 1 | -1];
    const usable = all.filter((condition) => {
      if (condition.path !== field || (i === 0 && first && condition !== first)) return false;
      return (
        !index.multikey[i] ||
        !opened ||
        (condition.element !== undefined && condition.element === opened.element)
      );
    });
    const equal = usable.find((condition) => condition.kind === 'in');
    if (equal?.kind !== 'in') {
      addRange(bounds, usable, direction, index.multikey[i] === true);
      break;
    }
    if (bounds.prefixes.length * equal.values.length > MOST_RANGES) break;
    const encoded = distinct(equal.values.map((value) => encodeValue(value, direction).bytes));
    bounds.prefixes = bounds.prefixes.flatMap((prefix) =>
      encoded.map((bytes) => Buffer.concat([prefix, bytes])),
    );
    bounds.used.add(equal);
    bounds.depth++;
    if (encoded.length === 1 && bounds.fixed === i) bounds.fixed++;
    if (index.multikey[i]) opened = equal;
  }
  return bounds;
}

function distinct(values: Buffer[]): Buffer[] {
  const seen = new Map(values.map((value) => [value.toString('latin1'), value]));
  return [...seen.values()].sort((a, b) => Buffer.compare(a, b));
}

function addRange(bounds: Bounds, usable: Condition[], direction: 1 | -1, multikey: boolean): void {
  const prefix = usable.find((condition) => condition.kind === 'prefix');
  if (prefix?.kind === 'prefix') {
    const start = encodeTextPrefix(prefix.text, direction);
    bounds.range = { start, end: afterPrefix(start) };
    bounds.used.add(prefix);
    return;
  }
  const ranges = usable.filter((condition) => condition.kind === 'range');
  const low = ranges.find((condition) => condition.bound === 'lower');
  // In an array one element may pass one bound and another the other: one bound only, unless of one element.
  // Bounds of two types have no value between them: the other one is left to the second look.
  const together = (high: Condition & { kind: 'range' }): boolean =>
    !low ||
    (rankOf(low.value) === rankOf(high.value) &&
      (!multikey || (low.element !== undefined && low.element === high.element)));
  const high = ranges.find((condition) => condition.bound === 'upper' && together(condition));
  const any = low ?? high;
  if (!any) return;
  const type = encodeTypePrefix(any.value, direction);
  const edges = { start: type, end: afterPrefix(type) };
  for (const condition of [low, high]) {
    if (!condition) continue;
    const bytes = encodeBound(condition.value, direction);
    const isStart = (condition.bound === 'lower') === (direction === 1);
    if (isStart) edges.start = condition.inclusive || isLong(condition.value) ? bytes : afterPrefix(bytes);
    else edges.end = condition.inclusive || isLong(condition.value) ? afterPrefix(bytes) : bytes;
    bounds.used.add(condition);
  }
  bounds.range = edges;
}

const isLong = (value: unknown): boolean => typeof value === 'string' && value.length >= 70;

/** The way to walk the index so that documents come in order, if it can be walked so. */
function orderOf(index: Index, fixed: number, order: Order): 1 | -1 | undefined {
  if (order.length === 0 || index.shortened) return undefined;
  const fixedFields = new Set(index.keys.slice(0, fixed).map(([field]) => field));
  const wanted = order.filter(([field]) => !fixedFields.has(field));
  let way: 1 | -1 | undefined;
  for (let i = 0; i < wanted.length; i++) {
    const key = index.keys[fixed + i];
    const [field, direction] = wanted[i] as readonly [string, 1 | -1];
    if (!key || key[0] !== field || index.multikey[fixed + i]) return undefined;
    const needed = key[1] === direction ? 1 : -1;
    if (way !== undefined && way !== needed) return undefined;
    way = needed;
  }
  return way ?? 1;
}

function countKeys(table: Entries, ranges: KeyRange[]): number {
  let count = 0;
  for (const { start, end } of ranges) {
    if (Buffer.compare(start, end) < 0) count += table.getKeysCount({ start, end, limit: COUNT_LIMIT });
    if (count >= COUNT_LIMIT) break;
  }
  return count;
}
