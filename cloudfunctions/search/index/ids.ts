import { growingBytes, readText } from './coding';

/**
 * Identifiers made by a program are mostly one beginning and as many hexadecimal digits: those are kept as
 * bytes. Others, brought along from elsewhere, are kept as texts.
 */
interface PackedIds {
  prefix: string;
  /** Bytes of an identifier of the common form; 0 when there is no such form. */
  idBytes: number;
  /** Of every title, when there is a common form; meaningless for the odd ones. */
  bytes: Uint8Array;
  /** Titles whose identifier is a text, ascending. Without a common form all are. */
  odd: Uint32Array;
  /** Where the text of each odd one begins. */
  starts: Uint32Array;
  texts: Uint8Array;
}

const SHAPE = /^(.*?)((?:[0-9a-f]{2}){4,})$/s;

export function packIds(ids: string[]): PackedIds {
  const { prefix, idBytes } = commonShape(ids);
  const bytes = new Uint8Array(idBytes * ids.length);
  const odd: number[] = [];
  const starts: number[] = [];
  const texts = growingBytes();
  ids.forEach((id, n) => {
    if (idBytes > 0 && hasShape(id, prefix, idBytes)) bytes.set(hexBytes(id, prefix.length), n * idBytes);
    else {
      odd.push(n);
      starts.push(texts.length);
      texts.text(id);
    }
  });
  return {
    prefix,
    idBytes,
    bytes,
    odd: Uint32Array.from(odd),
    starts: Uint32Array.from(starts),
    texts: texts.view(),
  };
}

function commonShape(ids: string[]): { prefix: string; idBytes: number } {
  const counts = new Map<string, number>();
  for (const id of ids) {
    const [, prefix, digits] = SHAPE.exec(id) ?? [];
    if (digits === undefined) continue;
    const key = `${digits.length / 2} ${prefix}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!most || most[1] * 2 < ids.length) return { prefix: '', idBytes: 0 };
  const space = most[0].indexOf(' ');
  return { prefix: most[0].slice(space + 1), idBytes: Number(most[0].slice(0, space)) };
}

const hasShape = (id: string, prefix: string, idBytes: number): boolean =>
  id.length === prefix.length + 2 * idBytes &&
  id.startsWith(prefix) &&
  /^[0-9a-f]+$/.test(id.slice(prefix.length));

function hexBytes(id: string, from: number): Uint8Array {
  const bytes = new Uint8Array((id.length - from) / 2);
  for (let at = 0; at < bytes.length; at++)
    bytes[at] = parseInt(id.slice(from + 2 * at, from + 2 * at + 2), 16);
  return bytes;
}

export function readId(packed: PackedIds, n: number): string {
  const { prefix, idBytes, bytes, starts, texts } = packed;
  const odd = oddPlace(packed, n);
  if (odd >= 0) return readText({ bytes: texts, at: starts[odd]! });
  let id = prefix;
  for (let at = n * idBytes; at < (n + 1) * idBytes; at++) id += bytes[at]!.toString(16).padStart(2, '0');
  return id;
}

/** Place among the odd ones; -1 when the identifier has the common form. */
function oddPlace({ odd }: PackedIds, n: number): number {
  let low = 0;
  let high = odd.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (odd[middle]! < n) low = middle + 1;
    else high = middle;
  }
  return odd[low] === n ? low : -1;
}

const NOT_THERE = -1;

/**
 * Place of each wanted identifier, -1 when there is none such. Looks at the identifiers of all titles once.
 */
export function findIds(packed: PackedIds, titles: number, wanted: readonly string[]): number[] {
  const places = wanted.map(() => NOT_THERE);
  const { prefix, idBytes, bytes, odd, starts, texts } = packed;
  const shaped = wantedBySum(wanted, (id) =>
    idBytes > 0 && hasShape(id, prefix, idBytes)
      ? sumBetween(hexBytes(id, prefix.length), idBytes - ENDING, idBytes)
      : null,
  );
  const others = wantedBySum(wanted, (id) => {
    const text = growingBytes();
    text.text(id);
    return sumBetween(text.view(), 0, text.length - 1);
  });
  const compare = (sum: number, { mayBe, bySum }: Wanted, title: number): void => {
    if (mayBe[sum & 0xffff] === 0) return;
    for (const n of bySum.get(sum) ?? []) if (readId(packed, title) === wanted[n]) places[n] = title;
  };
  for (let title = 0; idBytes > 0 && title < titles; title++)
    compare(sumBetween(bytes, (title + 1) * idBytes - ENDING, (title + 1) * idBytes), shaped, title);
  odd.forEach((title, n) => {
    compare(sumBetween(texts, starts[n]!, (starts[n + 1] ?? texts.length) - 1), others, title);
  });
  return places;
}

interface Wanted {
  /** By the lower bits of a sum: some wanted identifier has it. */
  mayBe: Uint8Array;
  bySum: Map<number, number[]>;
}

function wantedBySum(wanted: readonly string[], sumOf: (id: string) => number | null): Wanted {
  const bySum = new Map<number, number[]>();
  const mayBe = new Uint8Array(0x10000);
  wanted.forEach((id, n) => {
    const sum = sumOf(id);
    if (sum === null) return;
    mayBe[sum & 0xffff] = 1;
    bySum.set(sum, [...(bySum.get(sum) ?? []), n]);
  });
  return { mayBe, bySum };
}

/** Of identifiers that are all as long, the last bytes are enough to tell nearly all apart. */
const ENDING = 4;

function sumBetween(bytes: Uint8Array, from: number, to: number): number {
  let sum = 0x811c9dc5;
  for (let at = from; at < to; at++) sum = Math.imul(sum ^ bytes[at]!, 0x01000193);
  return (sum ^ (sum >>> 15)) >>> 0;
}
