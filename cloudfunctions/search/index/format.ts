/**
 * The bytes of an index. A header of 32-bit words, little-endian as every machine that runs this: magic,
 * version, length in bytes, two checksums, titles, terms, identifier bytes, then (offset, length) of each
 * section. Sections begin at multiples of eight, so that typed arrays lie on them without copying.
 */
const SECTIONS = [
  'buckets', // Uint32, a power of two and one more: where the terms with these upper bits begin
  'rests', // Uint16 a term: the next 16 bits
  'places', // Uint32 a term: the one title that has it, marked by the top bit, or where its postings begin
  'postings', // number of titles, then the kept ones as differences
  'recordStarts', // Uint32 a title
  'records', // texts and references
  'years', // Uint16 a title
  'classes', // Uint16 a title: place in labels.classes
  'languages', // Uint8 a title
  'kinds', // Uint8 a title
  'popularity', // Uint16 a title
  'addedOn', // Uint16 a title: days since 1970
  'branchSets', // a title's set of branches: Uint8, Uint16 or Uint32, by the number of sets
  'setStarts', // Uint32 a set, and one more
  'setMembers', // Uint16: places in labels.branches
  'nameStarts', // Uint32 a name
  'names', // texts: contributors, subjects, publishers, each once
  'ids', // identifiers of the common form as bytes, without their beginning; see ids.ts
  'oddTitles', // Uint32: the titles with another identifier
  'oddStarts', // Uint32 for each of them
  'oddIds', // texts
  'labels', // JSON: words of the facets
] as const;
export type Section = (typeof SECTIONS)[number];

const MAGIC = 0x31585853; // "SXX1"
const VERSION = 2;
const FIXED_WORDS = 8;
const HEADER_WORDS = FIXED_WORDS + 2 * SECTIONS.length;
const CHECKED_FROM = 5;
export const ONE_TITLE = 0x80000000;

interface Header {
  titles: number;
  terms: number;
  /** Bytes of an identifier of the common form, 0 when there is none such. */
  idBytes: number;
}

/** Lays sections into one buffer, with header and checksums. */
export function layOut(header: Header, sections: Record<Section, ArrayBufferView>): Uint8Array {
  const headerBytes = aligned(HEADER_WORDS * 4);
  const length = SECTIONS.reduce((sum, name) => sum + aligned(sections[name].byteLength), headerBytes);
  const bytes = new Uint8Array(length);
  const words = new Uint32Array(bytes.buffer);
  words.set([MAGIC, VERSION, length, 0, 0, header.titles, header.terms, header.idBytes]);
  let offset = headerBytes;
  SECTIONS.forEach((name, n) => {
    const section = sections[name];
    words.set([offset, section.byteLength], FIXED_WORDS + 2 * n);
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), offset);
    offset += aligned(section.byteLength);
  });
  words.set(checksums(words), 3);
  return bytes;
}

const aligned = (length: number): number => (length + 7) & ~7;

/** Bytes that are no index of this version, or were changed on the way. */
export class DamagedIndex extends Error {
  override name = 'DamagedIndex';
}

interface LaidOut {
  header: Header;
  buffer: ArrayBuffer;
  at: Record<Section, { offset: number; length: number }>;
}

/** Checks the bytes and tells where each section is. @throws DamagedIndex */
export function readLayout(given: Uint8Array): LaidOut {
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
  if (bytes.length < HEADER_WORDS * 4 || bytes.length % 8 !== 0)
    throw new DamagedIndex('too short to be an index');
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  if (words[0] !== MAGIC) throw new DamagedIndex('not a search index');
  if (words[1] !== VERSION) throw new DamagedIndex(`version ${words[1]} of the format, not ${VERSION}`);
  if (words[2] !== bytes.length) throw new DamagedIndex(`${bytes.length} bytes of ${words[2]}`);
  const [a, b] = checksums(words);
  if (words[3] !== a || words[4] !== b) throw new DamagedIndex('the checksum does not match');
  const at = {} as LaidOut['at'];
  SECTIONS.forEach((name, n) => {
    const place = FIXED_WORDS + 2 * n;
    at[name] = { offset: bytes.byteOffset + words[place]!, length: words[place + 1]! };
  });
  return {
    header: { titles: words[5]!, terms: words[6]!, idBytes: words[7]! },
    buffer: bytes.buffer as ArrayBuffer,
    at,
  };
}

/**
 * Two sums over all words behind them. Each step maps sums one to one, so any change within one word changes
 * both, and a larger one passes with a chance of 2^-64.
 */
function checksums(words: Uint32Array): [number, number] {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let at = CHECKED_FROM; at < words.length; at++) {
    const word = words[at]!;
    a = Math.imul((a << 5) | (a >>> 27), 0x01000193) ^ word;
    b = Math.imul(b ^ word, 0xcc9e2d51);
    b = (b << 13) | (b >>> 19);
  }
  return [a >>> 0, b >>> 0];
}
