import { createReadStream } from 'node:fs';

/** A field of a MARC record: control fields (00X) hold `data`, the others indicators and subfields. */
export interface MarcField {
  tag: string;
  data: string;
  indicators: string;
  subfields: { code: string; value: string }[];
}

export interface MarcRecord {
  leader: string;
  fields: MarcField[];
}

export interface Place {
  /** 1 is the first record of the file. */
  number: number;
  /** Byte where the record begins. */
  offset: number;
}

export type ReadRecord = Place & ({ record: MarcRecord } | { broken: string });

const RECORD_END = 0x1d;
const FIELD_END = 0x1e;
const SUBFIELD = '\u001f';
const LEADER = 24;
const ENTRY = 12;
/** The length in a leader has five digits; a "record" longer than this lost its terminator. */
const LONGEST = 200_000;

/**
 * The records of an ISO 2709 file, one after the other, from disk: the file never stands in memory whole.
 * Every broken record comes with its place and the reason, and reading goes on after the next record terminator.
 */
export async function* readIso2709(path: string): AsyncGenerator<ReadRecord> {
  let number = 0;
  for await (const { bytes, offset, ended } of chunksByTerminator(path)) {
    const blanks = leadingBlanks(bytes);
    const record = bytes.subarray(blanks);
    if (record.length === 0 || (!ended && record.every(isBlank))) continue;
    number++;
    const place = { number, offset: offset + blanks };
    if (!ended) yield { ...place, broken: 'the file ends inside the record (no record terminator)' };
    else yield { ...place, ...parse(record) };
  }
}

interface Chunk {
  bytes: Buffer;
  offset: number;
  /** Whether a record terminator closed it. */
  ended: boolean;
}

async function* chunksByTerminator(path: string): AsyncGenerator<Chunk> {
  let offset = 0;
  let parts: Buffer[] = [];
  let length = 0;
  for await (const data of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = data.indexOf(RECORD_END); end >= 0; end = data.indexOf(RECORD_END, from)) {
      parts.push(data.subarray(from, end));
      const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
      yield { bytes, offset, ended: true };
      offset += length + (end - from) + 1;
      parts = [];
      length = 0;
      from = end + 1;
    }
    // A file without terminators is not collected for ever: what lies past the longest record is only counted.
    if (length < LONGEST) parts.push(data.subarray(from));
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

type Parsed = { record: MarcRecord } | { broken: string };

function parse(bytes: Buffer): Parsed {
  if (bytes.length < LEADER + 1) return broken(`only ${bytes.length} bytes, a leader alone has ${LEADER}`);
  if (bytes.length > LONGEST) return broken(`${bytes.length} bytes without a record terminator`);
  const leader = bytes.toString('latin1', 0, LEADER);
  if (!/^\d{5}/.test(leader))
    return broken(`leader: record length is ${quoted(leader.slice(0, 5))}, not a number`);
  const base = leader.slice(12, 17);
  if (!/^\d{5}$/.test(base)) return broken(`leader: base address is ${quoted(base)}, not a number`);
  const start = Number(base);
  if (start <= LEADER || start > bytes.length)
    return broken(`leader: base address ${start} lies outside the record of ${bytes.length} bytes`);
  if (bytes[start - 1] !== FIELD_END)
    return broken(`directory does not end before the base address ${start}`);
  const directory = bytes.toString('latin1', LEADER, start - 1);
  if (directory.length % ENTRY !== 0)
    return broken(`directory: ${directory.length} bytes, not a multiple of ${ENTRY}`);
  const fields: MarcField[] = [];
  for (let at = 0; at < directory.length; at += ENTRY) {
    const field = parseField(bytes, start, directory.slice(at, at + ENTRY));
    if ('broken' in field) return field;
    fields.push(field);
  }
  return { record: { leader, fields } };
}

function parseField(bytes: Buffer, base: number, entry: string): MarcField | { broken: string } {
  const match = /^([0-9A-Za-z]{3})(\d{4})(\d{5})$/.exec(entry);
  if (!match) return broken(`directory: entry ${quoted(entry)} is no tag, length and place`);
  const tag = match[1]!;
  const from = base + Number(match[3]);
  const to = from + Number(match[2]);
  if (to > bytes.length)
    return broken(`directory: field ${tag} ends at byte ${to}, after the record's ${bytes.length}`);
  if (bytes[to - 1] !== FIELD_END) return broken(`field ${tag} does not end with a field terminator`);
  const text = decode(bytes.subarray(from, to - 1));
  if (text === null) return broken(`field ${tag}: not valid UTF-8`);
  if (tag < '010' && /^\d/.test(tag)) return { tag, data: text, indicators: '', subfields: [] };
  const [indicators = '', ...rest] = text.split(SUBFIELD);
  // A few systems write 00X-like data without subfields under other tags: it is kept as data.
  if (rest.length === 0) return { tag, data: text, indicators: '', subfields: [] };
  const subfields = rest
    .filter((part) => part !== '')
    .map((part) => ({ code: part[0]!, value: part.slice(1) }));
  return { tag, data: '', indicators, subfields };
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Buffer): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

const broken = (reason: string) => ({ broken: reason });
const quoted = (text: string) => JSON.stringify(text);
