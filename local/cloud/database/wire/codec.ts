import { Binary, Decimal128, ObjectId } from 'bson';
import { databaseRefused } from '../../cloud-error';
import { bytesOf } from '../values';

/**
 * Canonical extended JSON, the only form in which the SDK sends and receives documents, and the form in which
 * they are stored. Integers, longs and doubles become JavaScript numbers exactly as the SDK's own reader
 * makes them; dates, object ids, regular expressions and bytes keep their types.
 */
type Decoded = unknown;

const INT32 = 2 ** 31;
const INT64 = 2 ** 63;

/** Reads extended JSON. `now` gives the moment for `db.serverDate()` placeholders. */
export function decode(text: string, now?: number): Decoded {
  return revive(JSON.parse(text), now);
}

export function decodeDocument(text: string, now?: number): Record<string, unknown> {
  return decode(text, now) as Record<string, unknown>;
}

export function encode(value: unknown): string {
  return JSON.stringify(dress(value));
}

function revive(value: unknown, now: number | undefined): unknown {
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = revive(value[i], now);
    return value;
  }
  if (value === null || typeof value !== 'object') return value;
  const object = value as Record<string, unknown>;
  for (const key in object) {
    if (key.charCodeAt(0) === 36 /* $ */) {
      const undressed = undress(key, object[key], now);
      if (undressed !== undefined) return undressed.value;
    }
    object[key] = revive(object[key], now);
  }
  return object;
}

/** The value behind a `{ $type: … }` wrapper, or undefined when the key is an operator or plain. */
function undress(key: string, inner: unknown, now: number | undefined): { value: unknown } | undefined {
  switch (key) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return { value: Number(inner) };
    case '$date':
      return { value: new Date(typeof inner === 'string' ? inner : Number(revive(inner, now))) };
    case '$oid':
      return { value: new ObjectId(inner as string) };
    case '$numberDecimal':
      return { value: Decimal128.fromString(inner as string) };
    case '$undefined':
      return { value: null };
    case '$regularExpression': {
      const { pattern, options } = inner as { pattern: string; options?: string };
      return { value: regularExpression(pattern, options ?? '') };
    }
    case '$binary': {
      const { base64, subType } = inner as { base64: string; subType: string };
      return { value: new Binary(Buffer.from(base64, 'base64'), parseInt(subType, 16)) };
    }
    case '$tcb_server_date': {
      if (now === undefined) throw databaseRefused('a server date has no meaning here');
      const offset = Number(revive((inner as { offset?: unknown }).offset ?? 0, now));
      return { value: new Date(now + offset) };
    }
    case '$timestamp':
    case '$minKey':
    case '$maxKey':
    case '$code':
    case '$symbol':
    case '$dbPointer':
      throw databaseRefused(`the value type ${key} is not supported`);
    default:
      return undefined;
  }
}

/** MongoDB's options i, m, s; x (free spacing) has no JavaScript counterpart and is refused. */
export function regularExpression(pattern: string, options: string): RegExp {
  const flags = [...new Set(options)].filter((flag) => 'ims'.includes(flag)).join('');
  if ([...options].some((flag) => !'imsug'.includes(flag))) {
    throw databaseRefused(`invalid regular expression options: ${options}`);
  }
  try {
    return new RegExp(pattern, flags);
  } catch (error) {
    throw databaseRefused(`Regular expression is invalid: ${(error as Error).message}`);
  }
}

function dress(value: unknown): unknown {
  switch (typeof value) {
    case 'number':
      return dressNumber(value);
    case 'object':
      return value === null ? null : dressObject(value);
    case 'bigint':
      return { $numberLong: value.toString() };
    default:
      return value;
  }
}

function dressNumber(value: number): unknown {
  // Minus nought is written as nought, as the SDK writes it.
  if (!Number.isInteger(value)) return { $numberDouble: String(value) };
  if (value >= -INT32 && value < INT32) return { $numberInt: String(value) };
  if (value >= -INT64 && value < INT64) return { $numberLong: String(value) };
  return { $numberDouble: String(value) };
}

function dressObject(value: object): unknown {
  if (Array.isArray(value)) return value.map((element) => (element === undefined ? null : dress(element)));
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } };
  if (value instanceof RegExp) {
    const options = [...value.flags].filter((flag) => 'ims'.includes(flag)).join('');
    return { $regularExpression: { pattern: value.source, options } };
  }
  if (value instanceof ObjectId) return { $oid: value.toHexString() };
  if (value instanceof Binary) {
    return { $binary: { base64: bytesOf(value).toString('base64'), subType: hex(value.sub_type) } };
  }
  if (Buffer.isBuffer(value)) return { $binary: { base64: value.toString('base64'), subType: '00' } };
  if (value instanceof Decimal128) return { $numberDecimal: value.toString() };
  const dressed: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) if (inner !== undefined) dressed[key] = dress(inner);
  return dressed;
}

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');
