import type { TitleKind } from '../../typings/contract/title-record';
import type { RecordFault } from '../../typings/contract/imports';
import { columnOfHeader, normalisedHeader, type Column } from './columns';
import type { ImportedTitle } from './facts';
import { clean, distinct, readIsbnField, readPrice, readStatement, readSummary, readYear } from './values';
import { Unreadable } from './unreadable';
import { TITLE_KINDS } from './title-kind';

/** A row of a list, its header among them. `line` is where it begins. */
export type Row = { line: number } & (
  { cells: string[] } | { broken: RecordFault & { code: 'list_syntax' } }
);

/**
 * Which column holds what: our name → the header in the file, or "#3" for the third column; or for every
 * column in order what it holds, "" for nothing.
 */
export type ColumnMap = Partial<Record<Column, string>> | (Column | '')[];

type ReadRow = { number: number; offset: number } & (
  { title: ImportedTitle; copies: number } | { broken: RecordFault; cells: string[] }
);

/**
 * The rows of a list as titles; its first row is the header. `number` is the row after the header, `offset`
 * the line. The first rows up to `after` are passed over.
 * @throws when there is no column of titles, or the map names a column that is not there.
 */
export async function* readList(
  rows: AsyncIterable<Row>,
  map: ColumnMap,
  thisYear: number,
  after = 0,
): AsyncGenerator<ReadRow> {
  let columns: (Column | null)[] | null = null;
  let number = 0;
  for await (const row of rows) {
    if (!columns) {
      if ('broken' in row) throw new Unreadable(row.broken);
      columns = columnsOf(row.cells, map);
      continue;
    }
    if (++number <= after) continue;
    const place = { number, offset: row.line };
    if ('broken' in row) yield { ...place, broken: row.broken, cells: [] };
    else if (row.cells.length !== columns.length)
      yield {
        ...place,
        broken: { code: 'column_count', found: row.cells.length, header: columns.length },
        cells: row.cells,
      };
    else {
      const read = readRow(columns, row.cells, thisYear);
      yield 'broken' in read ? { ...place, ...read, cells: row.cells } : { ...place, ...read };
    }
  }
}

/** What each column of a list is taken for, by its header and by what is settled by hand. */
function columnsOf(header: string[], map: ColumnMap): (Column | null)[] {
  if (Array.isArray(map))
    return withTitle(
      header,
      header.map((_, n) => map[n] || null),
    );
  const columns = header.map(columnOfHeader);
  for (const [column, name] of Object.entries(map) as [Column, string][]) {
    const place = /^#\d+$/.test(name)
      ? Number(name.slice(1)) - 1
      : header.findIndex((each) => normalisedHeader(each) === normalisedHeader(name));
    if (place < 0 || place >= header.length)
      throw new Unreadable({ code: 'no_column', name, column, header: shownHeader(header) });
    for (const [at, other] of columns.entries()) if (other === column) columns[at] = null;
    columns[place] = column;
  }
  return withTitle(header, columns);
}

function withTitle(header: string[], columns: (Column | null)[]): (Column | null)[] {
  if (columns.includes('title')) return columns;
  throw new Unreadable({ code: 'no_title_column', header: shownHeader(header) });
}

const shownHeader = (header: string[]): string => header.join(', ').slice(0, 200);

/** What a column says in this row; "" where it says nothing, or the list does not have it. */
type Cell = (column: Column) => string;

function readRow(
  columns: (Column | null)[],
  record: string[],
  thisYear: number,
): { title: ImportedTitle; copies: number } | { broken: RecordFault } {
  const cells = new Map<Column, string>();
  for (const [at, column] of columns.entries()) {
    const value = clean(record[at] ?? '');
    if (column && value !== '' && !cells.has(column)) cells.set(column, value);
  }
  const cell: Cell = (column) => cells.get(column) ?? '';
  if (record.some((value) => value.includes('\ufffd'))) return { broken: { code: 'text_lost' } };
  if (cell('title') === '') return { broken: { code: 'no_title' } };
  const title = titleOf(cell, thisYear);
  return {
    title: { ...title, control: title.control || title.ownId || contentKey(title) },
    copies: Number(/^\d{1,3}$/.exec(cell('copies'))?.[0] ?? 0),
  };
}

function titleOf(cell: Cell, thisYear: number): ImportedTitle {
  const isbns = partsOf(cell('isbn'), /[;；,，|/]/).map(readIsbnField);
  const own = cell('titleId') !== '';
  const itemType = own ? cell('kind') || 'book' : kindOf(cell('kind'));
  return {
    control: cell('control'),
    ownId: cell('titleId'),
    title: cell('title'),
    subtitle: cell('subtitle'),
    contributors: contributorsOf(cell('author'), cell('translator')),
    publisher: cell('publisher'),
    year: readYear(cell('year'), thisYear + 1),
    isbns: distinct(
      isbns.flatMap(({ isbn }) => isbn ?? []),
      String,
    ),
    clc: cell('clc'),
    callNumber: cell('titleCallNumber') || cell('callNumber') || cell('clc'),
    language: cell('language'),
    subjects: textsOf(cell('subjects'), own ? '|' : /[;；|、]/).slice(0, 8),
    summary: readSummary(cell('summary')),
    also: textsOf(cell('also'), own ? '|' : /[;；|]/),
    itemType,
    kind: titleKindOf(cell('titleKind'), itemType),
    price: readPrice(cell('price')),
    copies: copiesOf(cell, itemType),
    warnings: isbns.filter(({ wrong }) => wrong).map(() => ({ code: 'wrong_isbn' })),
  };
}

const copiesOf = (cell: Cell, itemType: string): ImportedTitle['copies'] =>
  partsOf(cell('barcode'), /[;；,，|\s]/).map((barcode) => ({
    barcode,
    branch: cell('branch'),
    shelf: cell('shelf'),
    callNumber: cell('callNumber'),
    itemType,
    price: readPrice(cell('price')),
  }));

const partsOf = (text: string, between: RegExp): string[] => text.split(between).filter(Boolean);

/** Several texts of one cell, each once. */
const textsOf = (text: string, between: RegExp | string): string[] =>
  distinct(text.split(between).map(clean).filter(Boolean), String);

/**
 * "曹雪芹 著; 高鹗 续": a role after its name, as this library writes its own lists, is read as it stands.
 */
function contributorsOf(author: string, translator: string): { name: string; role: string }[] {
  const own = /\|/.test(author)
    ? author.split(/\s*;\s*/).map((each) => {
        const [name = '', role = ''] = each.split('|').map((part) => part.trim());
        return { name, role };
      })
    : null;
  const authors = own ?? readStatement(author).map(({ name, role }) => ({ name, role: role || '著' }));
  const translators = readStatement(translator).map(({ name, role }) => ({ name, role: role || '译' }));
  return distinct([...authors, ...translators], ({ name }) => name).filter(({ name }) => name !== '');
}

/** A row without a number of its own is known by its content: the edition. */
const contentKey = ({ title, contributors, publisher, year, isbns }: ImportedTitle) =>
  [isbns[0] ?? '', title, contributors[0]?.name ?? '', publisher, year].join('|');

/** As our own lists state it, else as the type of its copies lets guess. */
const titleKindOf = (stated: string, itemType: string): TitleKind =>
  TITLE_KINDS.find((kind) => kind === stated) ??
  (itemType === 'periodical' ? 'serial' : itemType === 'audiovisual' ? 'other' : 'book');

function kindOf(kind: string): string {
  if (/期刊|杂志|^periodical/i.test(kind)) return 'periodical';
  if (/音像|视听|光盘|^audiovisual/i.test(kind)) return 'audiovisual';
  if (/少儿|儿童|绘本|^children/i.test(kind)) return 'children';
  // A library's own types are words of its own.
  return /^[a-z][\w-]*$/.test(kind) ? kind : 'book';
}
