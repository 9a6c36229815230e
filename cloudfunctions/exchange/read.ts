import type { RecordFault, RecordWarning } from '../../typings/contract/imports';
import { headOf, type Bytes, type Source } from './bytes';
import { delimiterOf, readCsv, type TextEncoding } from './csv';
import { detectEncoding } from './detect-encoding';
import { textDecoder, type Encoding } from './encodings';
import type { ImportedTitle } from './facts';
import type { CopyMap } from './holdings';
import { countIso2709, readIso2709, recordsIn } from './iso2709';
import { readList, type ColumnMap, type Row } from './list';
import { countMarcXml, declaredEncoding, readMarcXml } from './marcxml';
import { dialectOf, first, type Dialect, type MarcRecord, type Place, type ReadRecord } from './marc';
import { readMarc21 } from './marc21';
import { readUnimarc } from './unimarc';
import { csvLine } from './write-csv';
import { writeIso2709 } from './write-iso2709';
import { readXlsx } from './xlsx';
import { Unreadable } from './unreadable';

/** What the records are. Whether MARC stands as ISO 2709 or as XML is told by the file itself. */
export const FORMATS = ['marc21', 'cnmarc', 'csv', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

export interface ReadOptions {
  /** By default each record tells. */
  format?: Format;
  /** By default the file tells. */
  encoding?: Encoding;
  /** Columns of a list that its header does not name as expected. */
  columns?: ColumnMap;
  /** Where this library's old system keeps copies, before the usual fields. */
  copiesFrom?: CopyMap[];
  /** No book is younger than next year. */
  thisYear: number;
  /** Bytes that a workbook may unfold to; by default what a cloud function can read. */
  mostUnfolded?: number;
}

export interface WholeRecord extends Place {
  format: Format;
  title: ImportedTitle;
  /** Copies that a list asks for; 0: as the import says. */
  copies: number;
}

/** A record that its library has deleted (leader status d). */
export interface DeletedRecord extends Place {
  deleted: { control: string; ownId: string; title: string };
}

interface BrokenRecord extends Place {
  broken: RecordFault;
  /** As it stands in the file, to be put aside; a row of a list as a line of CSV. */
  raw: Uint8Array;
}

/** Where reading goes on: behind so many records, at the byte (of MARC) where the next one begins. */
export type From = Place;

export type Read = WholeRecord | DeletedRecord | BrokenRecord;

/** What a file is and how it is written. */
export interface Nature {
  syntax: 'iso2709' | 'marcxml' | 'csv' | 'xlsx';
  /** Null: nothing but ASCII was seen at its beginning. */
  encoding: Encoding | 'utf-16le' | null;
}

/** As much of a file as is looked at to tell what it is. */
const HEAD = 1 << 20;

/**
 * Every record of a file, understood or broken, whatever its format.
 * @throws when the file as a whole cannot be understood: a list without titles, an old .xls, XML in an
 * unknown encoding.
 */
export async function* readRecords(
  source: Source,
  options: ReadOptions,
  from: From = { number: 0, offset: 0 },
): AsyncGenerator<Read> {
  const head = await headOf(source, HEAD);
  const { syntax, encoding } = natureOf(head, options);
  if (syntax === 'csv' || syntax === 'xlsx') {
    yield* listed(
      rowsOf(source, head, { syntax, encoding }, options.mostUnfolded),
      syntax,
      options,
      from.number,
    );
    return;
  }
  const known = encoding === 'utf-16le' ? null : encoding;
  const bytes = from.offset > 0 ? behind(source.open(), from.offset) : source.open();
  const records =
    syntax === 'marcxml'
      ? readMarcXml(bytes, known ?? 'utf-8')
      : readIso2709(bytes, options.encoding ? { encoding: options.encoding } : { usual: known });
  for await (const read of records)
    yield understood(
      { ...read, number: read.number + from.number, offset: read.offset + from.offset },
      options,
    );
}

/** The first rows of a list, its header among them; none of a file of records. */
export async function rowsAtHead(
  source: Source,
  options: Pick<ReadOptions, 'format' | 'encoding'>,
  most: number,
): Promise<string[][]> {
  const head = await headOf(source, HEAD);
  const nature = natureOf(head, options);
  const rows: string[][] = [];
  if (nature.syntax !== 'csv' && nature.syntax !== 'xlsx') return rows;
  for await (const row of rowsOf(source, head, nature)) {
    if ('broken' in row) throw new Unreadable(row.broken);
    rows.push(row.cells);
    if (rows.length >= most) break;
  }
  return rows;
}

/**
 * How many records a file has, without understanding them: for its size and a progress bar. Of a list no
 * more than one above `most` are counted.
 */
export async function countRecords(
  source: Source,
  options: Pick<ReadOptions, 'format' | 'encoding'>,
  most = Infinity,
): Promise<number> {
  const head = await headOf(source, HEAD);
  const nature = natureOf(head, options);
  if (nature.syntax === 'iso2709') return countIso2709(source.open());
  if (nature.syntax === 'marcxml') return countMarcXml(source.open());
  const rows = rowsOf(source, head, nature);
  let records = -1;
  while (records <= most && !(await rows.next()).done) records++;
  return Math.max(0, records);
}

const rowsOf = (
  source: Source,
  head: Buffer,
  { syntax, encoding }: Nature,
  mostUnfolded?: number,
): AsyncGenerator<Row> =>
  syntax === 'xlsx' ? readXlsx(source, mostUnfolded) : csvOf(source, head, encoding);

async function* behind(bytes: Bytes, offset: number): Bytes {
  let passed = 0;
  for await (const piece of bytes) {
    const from = Math.max(0, offset - passed);
    passed += piece.length;
    if (from < piece.length) yield piece.subarray(from);
  }
}

/** Told by content, never by the file's name. */
export function natureOf(
  head: Buffer,
  { format, encoding }: Pick<ReadOptions, 'format' | 'encoding'>,
): Nature {
  if (startsWith(head, OLD_OFFICE))
    throw new Unreadable({ code: head.includes(LOCKED) ? 'password' : 'old_excel' });
  if (isOtherKind(head)) throw new Unreadable({ code: 'no_records' });
  if (format === 'xlsx' || (!format && startsWith(head, ZIP))) return { syntax: 'xlsx', encoding: null };
  if (isUtf16(head)) {
    if (format && format !== 'csv') throw new Unreadable({ code: 'utf16_marc' });
    return { syntax: 'csv', encoding: 'utf-16le' };
  }
  if (format !== 'csv' && looksLikeXml(head)) {
    const declared = declaredEncoding(head);
    if (!encoding && !declared) throw new Unreadable({ code: 'xml_encoding' });
    return { syntax: 'marcxml', encoding: encoding ?? declared };
  }
  if (format !== 'csv' && (format || looksLikeIso2709(head)))
    return { syntax: 'iso2709', encoding: encoding ?? detectEncoding(recordsIn(head)) };
  return { syntax: 'csv', encoding: encoding ?? detectEncoding(linesIn(head)) };
}

const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];
/** A locked workbook is such a file too; its directory names what is locked, in UTF-16. */
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le');
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/**
 * Documents, pictures and archives that somebody chose by mistake: they would read as one long broken
 * record.
 */
const OTHER_KINDS = [
  '%PDF',
  '\u0089PNG',
  'GIF8',
  '\u00ff\u00d8\u00ff',
  'Rar!',
  '7z\u00bc\u00af',
  '\u001f\u008b',
  '{\\rtf',
];
const isOtherKind = (head: Buffer) =>
  OTHER_KINDS.some((sign) => head.toString('latin1', 0, sign.length) === sign);

const startsWith = (head: Buffer, sign: number[]) => sign.every((byte, at) => head[at] === byte);

const isUtf16 = (head: Buffer) => head[0] === 0xff && head[1] === 0xfe;

const looksLikeXml = (head: Buffer) =>
  /^(?:\u00ef\u00bb\u00bf)?\s*<[?!A-Za-z]/.test(head.toString('latin1', 0, 100));

/** A leader begins with five digits; broken ones still have the terminators that no list has. */
const looksLikeIso2709 = (head: Buffer) =>
  /^[\s\ufeff]*\d{5}[a-z ]/.test(head.toString('latin1', 0, 32)) ||
  head.subarray(0, 4096).includes(0x1e) ||
  head.subarray(0, 4096).includes(0x1d);

function* linesIn(head: Buffer): Generator<Uint8Array> {
  let from = 0;
  for (let end = head.indexOf(0x0a); end >= 0; end = head.indexOf(0x0a, from)) {
    yield head.subarray(from, end);
    from = end + 1;
  }
  if (from === 0) yield head;
}

function csvOf(source: Source, head: Buffer, encoding: Nature['encoding']): AsyncGenerator<Row> {
  if (encoding === 'marc-8' || encoding === 'iso-5426') throw new Unreadable({ code: 'list_marc8' });
  const own: TextEncoding = encoding ?? 'utf-8';
  const firstLine = textDecoder(own).decode(head).split('\n', 1)[0] ?? '';
  return readCsv(source.open(), own, delimiterOf(firstLine));
}

async function* listed(
  rows: AsyncIterable<Row>,
  format: 'csv' | 'xlsx',
  { columns = {}, thisYear }: ReadOptions,
  after: number,
): AsyncGenerator<Read> {
  for await (const row of readList(rows, columns, thisYear, after)) {
    if ('broken' in row) {
      const { number, offset, broken, cells } = row;
      yield { number, offset, broken, raw: Buffer.from(csvLine(cells)) };
    } else yield { ...row, format };
  }
}

function understood(read: ReadRecord, { format, copiesFrom = [], thisYear }: ReadOptions): Read {
  if ('broken' in read) return read;
  const { number, offset, record, warnings } = read;
  const broken = (fault: RecordFault) => ({
    number,
    offset,
    broken: fault,
    raw: writeIso2709(record) ?? new Uint8Array(0),
  });
  const dialect = dialectOf(record);
  if (record.leader[5] === 'd') return { number, offset, deleted: deletedOf(record, dialect) };
  if (!dialect) return broken({ code: 'no_title_field' });
  if (format && dialect !== format) return broken({ code: 'other_format', is: dialect, asked: format });
  const facts = (dialect === 'marc21' ? readMarc21 : readUnimarc)(record, thisYear, copiesFrom);
  if (facts.title === '') return broken({ code: 'no_title' });
  const title = {
    ...facts,
    control: controlOf(record, facts),
    warnings: [...warnings, ...facts.warnings, ...textLost(facts)],
  };
  return { number, offset, format: dialect, title, copies: 0 };
}

function textLost({ title, contributors }: Pick<ImportedTitle, 'title' | 'contributors'>): RecordWarning[] {
  const text = title + contributors.map(({ name }) => name).join('');
  return text.includes('\ufffd') ? [{ code: 'text_lost_before' }] : [];
}

function deletedOf(record: MarcRecord, dialect: Dialect | null): DeletedRecord['deleted'] {
  const title = first(record, dialect === 'cnmarc' ? '200' : '245')?.subfields[0]?.value ?? '';
  const control = first(record, '001')?.data.trim() ?? '';
  return { control, ownId: '', title };
}

function controlOf(record: MarcRecord, facts: Omit<ImportedTitle, 'control'>): string {
  const control = first(record, '001')?.data.trim();
  return (
    control ||
    [facts.isbns[0] ?? '', facts.title, facts.contributors[0]?.name ?? '', facts.publisher, facts.year].join(
      '|',
    )
  );
}
