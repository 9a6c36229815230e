import { Binary, Decimal128, ObjectId } from 'bson';

/** The order of value types in MongoDB; values of different ranks never equal each other. */
export const rank = {
  emptyArray: 1,
  null: 2,
  number: 3,
  string: 4,
  object: 5,
  array: 6,
  binary: 7,
  objectId: 8,
  boolean: 9,
  date: 10,
  regex: 11,
} as const;

/** The rank of a value. A missing field ranks as null, as it does in an index. */
export function rankOf(value: unknown): number {
  switch (typeof value) {
    case 'undefined':
      return rank.null;
    case 'number':
    case 'bigint':
      return rank.number;
    case 'string':
      return rank.string;
    case 'boolean':
      return rank.boolean;
    default:
      return rankOfObject(value);
  }
}

function rankOfObject(value: unknown): number {
  if (value === null) return rank.null;
  // Most are what JSON made.
  if (Object.getPrototypeOf(value) === Object.prototype) return rank.object;
  if (Array.isArray(value)) return rank.array;
  if (value instanceof Date) return rank.date;
  if (value instanceof RegExp) return rank.regex;
  if (value instanceof ObjectId) return rank.objectId;
  if (value instanceof Binary || Buffer.isBuffer(value)) return rank.binary;
  if (value instanceof Decimal128) return rank.number;
  return rank.object;
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return rankOf(value) === rank.object;
}

/** MongoDB's total order of values: by type, then by value; fields of objects count in their order. */
export function compareValues(a: unknown, b: unknown): number {
  const rankA = rankOf(a);
  const rankB = rankOf(b);
  if (rankA !== rankB) return rankA - rankB;
  switch (rankA) {
    case rank.null:
      return 0;
    case rank.number:
      return compareNumbers(Number(a), Number(b));
    case rank.string:
      return compareStrings(a as string, b as string);
    case rank.boolean:
      return Number(a) - Number(b);
    case rank.date:
      return compareNumbers((a as Date).getTime(), (b as Date).getTime());
    case rank.array:
      return compareArrays(a as unknown[], b as unknown[]);
    case rank.object:
      return compareObjects(a as Record<string, unknown>, b as Record<string, unknown>);
    case rank.objectId:
      return compareStrings((a as ObjectId).toHexString(), (b as ObjectId).toHexString());
    case rank.binary:
      return Buffer.compare(bytesOf(a), bytesOf(b));
    default:
      return compareStrings(String(a), String(b));
  }
}

export function equalValues(a: unknown, b: unknown): boolean {
  return a === b || compareValues(a, b) === 0;
}

/** NaN sorts below every other number, as in MongoDB. */
function compareNumbers(a: number, b: number): number {
  if (a === b) return 0;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  if (Number.isNaN(b)) return 1;
  return a < b ? -1 : 1;
}

/**
 * By code point, the order of UTF-8 bytes: JavaScript's own order by UTF-16 unit puts rare characters
 * (many surnames and place names among them) before common ones.
 */
function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const unitA = a.charCodeAt(i);
    const unitB = b.charCodeAt(i);
    if (unitA !== unitB) return codePointWeight(unitA) - codePointWeight(unitB);
  }
  return a.length - b.length;
}

/** Moves surrogates above the rest of the basic plane. */
function codePointWeight(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

function compareArrays(a: unknown[], b: unknown[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const order = compareValues(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareObjects(a: Record<string, unknown>, b: Record<string, unknown>): number {
  const keysA = Object.keys(a);
  const keysB = Object.keys(b);
  const length = Math.min(keysA.length, keysB.length);
  for (let i = 0; i < length; i++) {
    const keyA = keysA[i] as string;
    const keyB = keysB[i] as string;
    const types = rankOf(a[keyA]) - rankOf(b[keyB]);
    if (types !== 0) return types;
    const names = compareStrings(keyA, keyB);
    if (names !== 0) return names;
    const order = compareValues(a[keyA], b[keyB]);
    if (order !== 0) return order;
  }
  return keysA.length - keysB.length;
}

/** The bytes of a Buffer or a BSON binary. */
export function bytesOf(value: unknown): Buffer {
  return Buffer.isBuffer(value) ? value : (value as Binary).buffer.subarray(0, (value as Binary).length());
}

/** Copies plain data; dates, ids and patterns are values and may be shared. */
export function structuredCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCopy);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, structuredCopy(inner)]));
}
