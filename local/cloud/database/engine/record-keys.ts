import type { Collection, Index } from './catalog';
import { encodeValue } from './key-encoding';

/** Where a document stands: its collection's number and its own. */
export function documentKey(collection: Pick<Collection, 'number'>, number: number): Buffer {
  const key = Buffer.allocUnsafe(6);
  key.writeUInt16BE(collection.number, 0);
  key.writeUInt32BE(number, 2);
  return key;
}

export function indexPrefix(index: Index): Buffer {
  const prefix = Buffer.allocUnsafe(2);
  prefix.writeUInt16BE(index.number, 0);
  return prefix;
}

export function entryKey(index: Index, value: Buffer, number: number): Buffer {
  const key = Buffer.allocUnsafe(2 + value.length + 4);
  key.writeUInt16BE(index.number, 0);
  value.copy(key, 2);
  key.writeUInt32BE(number, 2 + value.length);
  return key;
}

export function idKeyOf(collection: Collection, id: unknown): Buffer {
  const prefix = Buffer.allocUnsafe(2);
  prefix.writeUInt16BE(collection.number, 0);
  return Buffer.concat([prefix, encodeValue(id).bytes]);
}
