import { growingBytes, readText } from './coding';

export interface PackedIds {
  prefix: string;
  /** Bytes of each identifier when all have as many; 0 when `starts` tells where each begins. */
  idBytes: number;
  starts: Uint32Array;
  bytes: Uint8Array;
}

/** Identifiers made by a program are mostly one beginning and as many hexadecimal digits: those are kept as bytes. */
export function packIds(ids: string[]): PackedIds {
  const shape = /^(.*?)((?:[0-9a-f]{2}){4,})$/s.exec(ids[0] ?? '');
  const prefix = shape?.[1] ?? '';
  const digits = shape?.[2]?.length ?? 0;
  const alike =
    digits > 0 && ids.every((id) => id.length === prefix.length + digits && id.startsWith(prefix));
  if (alike && ids.every((id) => /^[0-9a-f]+$/.test(id.slice(prefix.length))))
    return {
      prefix,
      idBytes: digits / 2,
      starts: new Uint32Array(0),
      bytes: hexBytes(ids, prefix.length, digits / 2),
    };
  const bytes = growingBytes();
  const starts = Uint32Array.from(ids, (id) => {
    const start = bytes.length;
    bytes.text(id);
    return start;
  });
  return { prefix: '', idBytes: 0, starts, bytes: bytes.view() };
}

function hexBytes(ids: string[], from: number, each: number): Uint8Array {
  const bytes = new Uint8Array(ids.length * each);
  ids.forEach((id, n) => {
    for (let at = 0; at < each; at++)
      bytes[n * each + at] = parseInt(id.slice(from + 2 * at, from + 2 * at + 2), 16);
  });
  return bytes;
}

export function readId({ prefix, idBytes, starts, bytes }: PackedIds, n: number): string {
  if (idBytes === 0) return readText({ bytes, at: starts[n]! });
  let id = prefix;
  for (let at = n * idBytes; at < (n + 1) * idBytes; at++) id += bytes[at]!.toString(16).padStart(2, '0');
  return id;
}

const NOT_THERE = -1;

/** Place of each wanted identifier, -1 when there is none such. Looks at the identifiers of all titles once. */
export function findIds(packed: PackedIds, titles: number, wanted: readonly string[]): number[] {
  const places = wanted.map(() => NOT_THERE);
  const bySum = new Map<number, number[]>();
  const mayBe = new Uint8Array(0x10000);
  wanted.forEach((id, n) => {
    const sum = sumOf(packed, id);
    if (sum === NOT_THERE) return;
    mayBe[sum & 0xffff] = 1;
    bySum.set(sum, [...(bySum.get(sum) ?? []), n]);
  });
  const { idBytes, starts, bytes } = packed;
  for (let title = 0; title < titles; title++) {
    const sum =
      idBytes > 0
        ? sumBetween(bytes, (title + 1) * idBytes - ENDING, (title + 1) * idBytes)
        : sumBetween(bytes, starts[title]!, (starts[title + 1] ?? bytes.length) - 1);
    if (mayBe[sum & 0xffff] === 0) continue;
    for (const n of bySum.get(sum) ?? []) if (readId(packed, title) === wanted[n]) places[n] = title;
  }
  return places;
}

/** Of identifiers that are all as long, the last bytes are enough to tell nearly all apart. */
const ENDING = 4;

function sumBetween(bytes: Uint8Array, from: number, to: number): number {
  let sum = 0x811c9dc5;
  for (let at = from; at < to; at++) sum = Math.imul(sum ^ bytes[at]!, 0x01000193);
  return (sum ^ (sum >>> 15)) >>> 0;
}

function sumOf({ prefix, idBytes }: PackedIds, id: string): number {
  if (idBytes === 0) {
    const bytes = growingBytes();
    bytes.text(id);
    return sumBetween(bytes.view(), 0, bytes.length - 1);
  }
  const one = packIds([id]);
  if (one.prefix !== prefix || one.idBytes !== idBytes) return NOT_THERE;
  return sumBetween(one.bytes, idBytes - ENDING, idBytes);
}
