import type { RecordFault, RecordWarning } from '../../typings/contract/imports';
import type { Bytes } from './bytes';
import { detectEncoding } from './detect-encoding';
import { decoderOf, type Encoding } from './encodings';
import { UNKNOWN } from './marc8';
import type { MarcField, MarcRecord, ReadRecord } from './marc';

const RECORD_END = 0x1d;
const FIELD_END = 0x1e;
const SUBFIELD = '\u001f';
const LEADER = 24;
const ENTRY = 12;
/** The length in a leader has five digits; a "record" longer than this lost its terminator. */
const LONGEST = 200_000;

/**
 * The records of an ISO 2709 file, one after the other: the file never stands in memory whole. Every broken
 * record comes with its place, the reason and its bytes, and reading goes on after the next record
 * terminator. Without `encoding` each record that is no ASCII tells its own; `usual` is what most of the file
 * seems to be.
 */
export async function* readIso2709(
  bytes: Bytes,
  { encoding, usual }: { encoding?: Encoding; usual?: Encoding | null } = {},
): AsyncGenerator<ReadRecord> {
  let number = 0;
  for await (const { bytes: chunk, offset, ended } of chunksByTerminator(bytes)) {
    const blanks = leadingBlanks(chunk);
    const record = chunk.subarray(blanks);
    if (record.length === 0 || (!ended && record.every(isBlank))) continue;
    number++;
    const place = { number, offset: offset + blanks };
    const raw = ended ? Buffer.concat([record, Buffer.from([RECORD_END])]) : record;
    if (!ended) yield { ...place, broken: { code: 'file_ends' }, raw };
    else {
      const parsed = parse(record, encoding ? [encoding] : encodingsOf(record, usual ?? null));
      yield 'broken' in parsed ? { ...place, ...parsed, raw } : { ...place, ...parsed };
    }
  }
}

/** How many records a file has, the one that it ends inside among them. */
export async function countIso2709(bytes: Bytes): Promise<number> {
  let records = 0;
  for await (const chunk of chunksByTerminator(bytes))
    if (leadingBlanks(chunk.bytes) < chunk.bytes.length) records++;
  return records;
}

/** Records of the beginning of a file, for telling its encoding. */
export function* recordsIn(head: Buffer): Generator<Uint8Array> {
  let from = 0;
  for (let end = head.indexOf(RECORD_END); end >= 0; end = head.indexOf(RECORD_END, from)) {
    yield head.subarray(from, end);
    from = end + 1;
  }
  if (from === 0) yield head;
}

/**
 * What a record may be written in, likeliest first. UTF-8 is told by the leader of MARC 21 ("a" in place 9)
 * and by nothing in CNMARC, where a valid text of a file that is UTF-8 elsewhere is.
 */
function encodingsOf(record: Uint8Array, usual: Encoding | null): Encoding[] {
  if (record[9] === 0x61 && (usual === null || usual === 'utf-8')) return ['utf-8'];
  const own = usual ?? detectEncoding([record]) ?? 'utf-8';
  return record[9] === 0x61 ? ['utf-8', own] : [own];
}

interface Chunk {
  bytes: Buffer;
  offset: number;
  /** Whether a record terminator closed it. */
  ended: boolean;
}

async function* chunksByTerminator(bytes: Bytes): AsyncGenerator<Chunk> {
  let offset = 0;
  let parts: Buffer[] = [];
  let length = 0;
  for await (const piece of bytes) {
    const data = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    let from = 0;
    for (let end = data.indexOf(RECORD_END); end >= 0; end = data.indexOf(RECORD_END, from)) {
      parts.push(data.subarray(from, end));
      yield { bytes: parts.length === 1 ? parts[0]! : Buffer.concat(parts), offset, ended: true };
      offset += length + (end - from) + 1;
      parts = [];
      length = 0;
      from = end + 1;
    }
    // A file without terminators is not collected for ever: what lies past the longest record is only
    // counted.
    if (length < LONGEST && from < data.length) parts.push(data.subarray(from));
    length += data.length - from;
  }
  if (length > 0) yield { bytes: Buffer.concat(parts), offset, ended: false };
}

/** Line ends and the old end-of-file mark stand between records of many files. */
const isBlank = (byte: number) =>
  byte === 0x0a || byte === 0x0d || byte === 0x20 || byte === 0x1a || byte === 0;

function leadingBlanks(bytes: Buffer): number {
  // A byte order mark at the head of the file is no part of the leader either.
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < bytes.length && isBlank(bytes[at]!)) at++;
  return at;
}

type Parsed = { record: MarcRecord; warnings: RecordWarning[] } | { broken: RecordFault };

function parse(bytes: Buffer, encodings: Encoding[]): Parsed {
  if (bytes.length < LEADER + 1) return broken({ code: 'too_short', bytes: bytes.length });
  if (bytes.length > LONGEST) return broken({ code: 'no_terminator', bytes: bytes.length });
  const leader = bytes.toString('latin1', 0, LEADER);
  if (!/^\d{5}/.test(leader)) return broken({ code: 'leader_length', found: leader.slice(0, 5) });
  const base = leader.slice(12, 17);
  if (!/^\d{5}$/.test(base)) return broken({ code: 'leader_base', found: base });
  const start = Number(base);
  if (start <= LEADER || start > bytes.length)
    return broken({ code: 'base_outside', base: start, bytes: bytes.length });
  if (bytes[start - 1] !== FIELD_END) return broken({ code: 'directory_end', base: start });
  const directory = bytes.toString('latin1', LEADER, start - 1);
  if (directory.length % ENTRY !== 0) return broken({ code: 'directory_length', bytes: directory.length });
  const fields: RawField[] = [];
  for (let at = 0; at < directory.length; at += ENTRY) {
    const field = cut(bytes, start, directory.slice(at, at + ENTRY));
    if ('broken' in field) return field;
    fields.push(field);
  }
  return decoded(leader, fields, encodings);
}

interface RawField {
  tag: string;
  bytes: Buffer;
}

function cut(bytes: Buffer, base: number, entry: string): RawField | { broken: RecordFault } {
  const match = /^([0-9A-Za-z]{3})(\d{4})(\d{5})$/.exec(entry);
  if (!match) return broken({ code: 'directory_entry', found: entry });
  const tag = match[1]!;
  const from = base + Number(match[3]);
  const to = from + Number(match[2]);
  if (to > bytes.length) return broken({ code: 'field_outside', tag, end: to, bytes: bytes.length });
  if (to <= from || bytes[to - 1] !== FIELD_END) return broken({ code: 'field_end', tag });
  return { tag, bytes: bytes.subarray(from, to - 1) };
}

const decoders = new Map<Encoding, ReturnType<typeof decoderOf>>();
const decoderFor = (encoding: Encoding) =>
  decoders.get(encoding) ?? decoders.set(encoding, decoderOf(encoding)).get(encoding)!;

/** All fields of a record are of one encoding: the first of the likely ones that all of them fit. */
function decoded(leader: string, fields: RawField[], encodings: Encoding[]): Parsed {
  let wrong: RecordFault | null = null;
  for (const encoding of encodings) {
    const decode = decoderFor(encoding);
    const texts = fields.map(({ bytes }) => decode(bytes));
    const bad = texts.indexOf(null);
    if (bad >= 0) {
      wrong ??= { code: 'field_encoding', tag: fields[bad]!.tag, encoding };
      continue;
    }
    const lost = encoding !== 'utf-8' && texts.some((text) => text?.includes(UNKNOWN));
    return {
      record: { leader, fields: fields.map(({ tag }, n) => fieldOf(tag, texts[n]!)) },
      warnings: lost ? [{ code: 'unknown_characters', encoding }] : [],
    };
  }
  return broken(wrong ?? { code: 'no_fields' });
}

function fieldOf(tag: string, text: string): MarcField {
  if (tag < '010' && /^\d/.test(tag)) return { tag, data: text, indicators: '', subfields: [] };
  const [indicators = '', ...rest] = text.split(SUBFIELD);
  // A few systems write 00X-like data without subfields under other tags: it is kept as data.
  if (rest.length === 0) return { tag, data: text, indicators: '', subfields: [] };
  const subfields = rest
    .filter((part) => part !== '')
    .map((part) => ({ code: part[0]!, value: part.slice(1) }));
  return { tag, data: '', indicators, subfields };
}

const broken = (fault: RecordFault) => ({ broken: fault });
