import { createHash } from 'node:crypto';
import type { ObjectId } from 'bson';
import { encode } from '../wire/codec';
import { bytesOf, rank, rankOf } from '../values';

/**
 * Index values as bytes whose order is the order of the values. Every component is self-delimiting, so
 * components are simply joined; a descending component has all its bits turned.
 */
interface EncodedValue {
  bytes: Buffer;
  /** Too long to be kept whole: equality still holds (a digest follows), order beyond the prefix does not. */
  shortened: boolean;
}

/** LMDB keys hold under 2,000 bytes; long texts keep this much and a digest. */
const KEPT_BYTES = 240;
const DIGEST_BYTES = 16;

export function encodeValue(value: unknown, direction: 1 | -1 = 1): EncodedValue {
  const encoded = encodeAscending(value);
  if (direction === 1) return encoded;
  return { bytes: turned(encoded.bytes), shortened: encoded.shortened };
}

/** Where a range over this value begins: the same bytes, but a shortened text without its digest. */
export function encodeBound(value: unknown, direction: 1 | -1 = 1): Buffer {
  const encoded = encodeAscending(value);
  const bytes = encoded.shortened ? encoded.bytes.subarray(0, 1 + KEPT_BYTES) : encoded.bytes;
  return direction === 1 ? bytes : turned(bytes);
}

/** The bytes every text beginning with `prefix` begins with. */
export function encodeTextPrefix(prefix: string, direction: 1 | -1 = 1): Buffer {
  const text = escaped(Buffer.from(prefix, 'utf8')).subarray(0, KEPT_BYTES);
  const bytes = Buffer.concat([Buffer.of(rank.string), text]);
  return direction === 1 ? bytes : turned(bytes);
}

/** The bytes that every value of the same type begins with. */
export function encodeTypePrefix(value: unknown, direction: 1 | -1 = 1): Buffer {
  const bytes = Buffer.of(rankOf(value));
  return direction === 1 ? bytes : turned(bytes);
}

/** The smallest key above every key that begins with `prefix`. */
export function afterPrefix(prefix: Buffer): Buffer {
  const end = Buffer.from(prefix);
  for (let i = end.length - 1; i >= 0; i--) {
    const byte = end[i] as number;
    if (byte < 0xff) {
      end[i] = byte + 1;
      return end.subarray(0, i + 1);
    }
  }
  return Buffer.alloc(64, 0xff);
}

function encodeAscending(value: unknown): EncodedValue {
  const type = rankOf(value);
  switch (type) {
    case rank.null:
      return whole(Buffer.of(rank.null));
    case rank.number:
      return whole(encodeNumber(Number(value), type));
    case rank.date:
      return whole(encodeNumber((value as Date).getTime(), type));
    case rank.boolean:
      return whole(Buffer.of(type, value === true ? 1 : 0));
    case rank.objectId:
      return whole(Buffer.concat([Buffer.of(type), (value as ObjectId).id as Buffer]));
    case rank.string:
      return delimited(type, Buffer.from(value as string, 'utf8'));
    case rank.array:
      if ((value as unknown[]).length === 0) return whole(Buffer.of(rank.emptyArray));
      return digested(type, value);
    case rank.binary:
      return delimited(type, bytesOf(value));
    default:
      // Objects and patterns are found by equality only.
      return digested(type, value);
  }
}

/** A digest finds its value again but keeps no order: an index that holds one is not walked for a sort. */
const digested = (type: number, value: unknown): EncodedValue => ({
  ...delimited(type, digest(Buffer.from(encode(value)))),
  shortened: true,
});

const whole = (bytes: Buffer): EncodedValue => ({ bytes, shortened: false });

/** IEEE bits turned so that byte order is number order; NaN goes below all. */
function encodeNumber(value: number, type: number): Buffer {
  const bytes = Buffer.alloc(9);
  bytes[0] = type;
  if (Number.isNaN(value)) return bytes;
  bytes.writeDoubleBE(value === 0 ? 0 : value, 1);
  if (((bytes[1] as number) & 0x80) === 0) bytes[1] = (bytes[1] as number) | 0x80;
  else for (let i = 1; i < 9; i++) bytes[i] = (bytes[i] as number) ^ 0xff;
  return bytes;
}

function delimited(type: number, content: Buffer): EncodedValue {
  const text = escaped(content);
  if (text.length <= KEPT_BYTES) {
    return whole(Buffer.concat([Buffer.of(type), text, Buffer.of(0, 0)]));
  }
  const bytes = Buffer.concat([
    Buffer.of(type),
    text.subarray(0, KEPT_BYTES),
    digest(content),
    Buffer.of(0, 0),
  ]);
  return { bytes, shortened: true };
}

/** A zero byte inside becomes 00 FF, so that 00 00 ends the text and sorts before any longer one. */
function escaped(content: Buffer): Buffer {
  if (!content.includes(0)) return content;
  const parts: number[] = [];
  for (const byte of content) parts.push(...(byte === 0 ? [0, 0xff] : [byte]));
  return Buffer.from(parts);
}

function digest(content: Buffer): Buffer {
  const hash = createHash('sha256').update(content).digest().subarray(0, DIGEST_BYTES);
  return Buffer.from(hash.toString('hex'));
}

function turned(bytes: Buffer): Buffer {
  const result = Buffer.allocUnsafe(bytes.length);
  for (let i = 0; i < bytes.length; i++) result[i] = (bytes[i] as number) ^ 0xff;
  return result;
}
