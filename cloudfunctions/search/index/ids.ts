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
