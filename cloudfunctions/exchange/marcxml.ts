import { SaxesParser } from 'saxes';
import type { RecordFault } from '../../typings/contract/imports';
import type { Bytes } from './bytes';
import { decoderOf, type Encoding } from './encodings';
import type { MarcField, MarcRecord, ReadRecord } from './marc';

/** A record of XML that is longer than this lost its end. */
const LONGEST = 2_000_000;

/**
 * The records of a MARCXML file (or of an OAI-PMH answer, whose own records hold them). Each is cut out by
 * its tags and parsed alone, so that XML that is not well formed breaks one record and not the file; nothing
 * else is held in memory.
 */
export async function* readMarcXml(bytes: Bytes, encoding: Encoding = 'utf-8'): AsyncGenerator<ReadRecord> {
  const decode = decoderOf(encoding);
  let number = 0;
  for await (const { raw, offset, ended } of recordsByTag(bytes)) {
    number++;
    const place = { number, offset };
    const text = decode(raw);
    if (!ended)
      yield {
        ...place,
        broken: { code: ended === null ? 'too_long' : 'file_ends' },
        raw,
      };
    else if (text === null) yield { ...place, broken: { code: 'record_encoding', encoding }, raw };
    else {
      const parsed = parse(text);
      yield 'broken' in parsed ? { ...place, ...parsed, raw } : { ...place, record: parsed, warnings: [] };
    }
  }
}

/** How many records a file has. */
export async function countMarcXml(bytes: Bytes): Promise<number> {
  let records = 0;
  for await (const { raw } of recordsByTag(bytes)) if (raw.length > 0) records++;
  return records;
}

/** The encoding that the declaration of an XML file names; null when it names one that is not read. */
export function declaredEncoding(head: Buffer): Encoding | null {
  const name = /^[^<]*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(
    head.toString('latin1', 0, 300),
  )?.[1];
  const known: Record<string, Encoding> = {
    'utf-8': 'utf-8',
    utf8: 'utf-8',
    'us-ascii': 'utf-8',
    gb18030: 'gb18030',
    gbk: 'gb18030',
    gb2312: 'gb18030',
    'iso-8859-1': 'latin-1',
    'windows-1252': 'latin-1',
    big5: 'big5',
  };
  return known[(name ?? 'utf-8').toLowerCase()] ?? null;
}

interface Cut {
  raw: Buffer;
  offset: number;
  /** False at the end of the file, null when it is too long. */
  ended: boolean | null;
}

/**
 * "<" is never the second byte of a character in UTF-8, GB18030 or Big5, so tags can be found among bytes.
 */
const recordTag = /<(\/)?(?:[A-Za-z][\w.-]*:)?record(?=[\s>/])[^>]*>/g;

async function* recordsByTag(bytes: Bytes): AsyncGenerator<Cut> {
  let pending: Buffer = Buffer.alloc(0);
  let offset = 0;
  for await (const piece of bytes) {
    pending = Buffer.concat([pending, piece]);
    const text = pending.toString('latin1');
    let open = -1;
    let done = 0;
    for (const match of text.matchAll(recordTag)) {
      const end = match.index + match[0].length;
      if (match[1] === undefined) open = match.index;
      else if (open >= 0) {
        yield { raw: Buffer.from(pending.subarray(open, end)), offset: offset + open, ended: true };
        open = -1;
        done = end;
      }
    }
    // What may still become a record is kept: from its opening tag, else from the last "<".
    const keep = open >= 0 ? open : Math.max(done, text.lastIndexOf('<'));
    const from = Math.min(keep < 0 ? text.length : keep, text.length);
    if (text.length - from > LONGEST) {
      if (open >= 0) yield { raw: Buffer.from(pending.subarray(open)), offset: offset + open, ended: null };
      offset += text.length;
      pending = Buffer.alloc(0);
      continue;
    }
    offset += from;
    pending = pending.subarray(from);
  }
  const open = /^<(?:[A-Za-z][\w.-]*:)?record[\s>]/.test(pending.toString('latin1', 0, 100));
  if (open) yield { raw: pending, offset, ended: false };
}

function parse(text: string): MarcRecord | { broken: RecordFault } {
  const record: MarcRecord = { leader: '', fields: [] };
  let field = null as MarcField | null;
  let value = null as string | null;
  let wrong = null as RecordFault | null;
  const parser = new SaxesParser<{ xmlns: false; fragment: true }>({ xmlns: false, fragment: true });
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('error', ({ message }) => {
    wrong ??= { code: 'xml', detail: message.replace(/^\d+:\d+: /, '') };
  });
  parser.on('opentag', ({ name, attributes }) => {
    const tag = local(name);
    if (tag === 'leader' || tag === 'controlfield' || tag === 'subfield') value = '';
    if (tag === 'controlfield' || tag === 'datafield') {
      const indicators = tag === 'datafield' ? (attributes.ind1 ?? ' ') + (attributes.ind2 ?? ' ') : '';
      const place = attributes.tag ?? '';
      if (!/^[0-9A-Za-z]{3}$/.test(place)) wrong ??= { code: 'field_tag', found: place };
      field = { tag: place, data: '', indicators, subfields: [] };
    }
    if (tag === 'subfield') field?.subfields.push({ code: attributes.code ?? '', value: '' });
  });
  const add = (part: string) => {
    if (value !== null) value += part;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name }) => {
    const tag = local(name);
    if (tag === 'leader') record.leader = (value ?? '').padEnd(24).slice(0, 24);
    if (tag === 'controlfield' && field) field.data = value ?? '';
    if (tag === 'subfield') {
      const last = field?.subfields.at(-1);
      if (last) last.value = value ?? '';
      else wrong ??= { code: 'subfield_outside' };
    }
    if ((tag === 'controlfield' || tag === 'datafield') && field) {
      record.fields.push(field);
      field = null;
    }
    if (tag === 'leader' || tag === 'controlfield' || tag === 'subfield') value = null;
  });
  parser.write(text).close();
  if (wrong) return { broken: wrong };
  return record.fields.length > 0
    ? { ...record, leader: record.leader || ' '.repeat(24) }
    : { broken: { code: 'no_fields' } };
}
