import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';
import { SaxesParser } from 'saxes';
import type { Source } from './bytes';
import type { Row } from './list';
import { isDateFormat, textOfDate } from './xlsx-dates';
import { Unreadable } from './unreadable';

/**
 * Bytes that one workbook may unfold to where nobody says otherwise: a function of 256 MB reads it in some
 * five seconds. A small file can hold far more than any list (a "zip bomb").
 */
const MOST_UNFOLDED = 60_000_000;

/**
 * The rows of the first sheet of an Excel workbook (.xlsx), in the texts that the sheet shows: dates as
 * 2026-11-22, numbers as written. Rows stream; only the workbook's table of texts is held. Zip by
 * fflate, XML by saxes. @throws when it is no workbook.
 */
export async function* readXlsx(source: Source, mostUnfolded = MOST_UNFOLDED): AsyncGenerator<Row> {
  try {
    yield* readSheet(source, mostUnfolded);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw damaged((error as Error).message, error);
  }
}

const damaged = (detail: string, cause?: unknown): Unreadable =>
  new Unreadable({ code: 'workbook_damaged', detail }, { cause });

async function* readSheet(source: Source, mostUnfolded: number): AsyncGenerator<Row> {
  const book = await readBook(source, mostUnfolded);
  if (!book.sheet) throw new Unreadable({ code: 'no_sheet' });
  let width = 0;
  for await (const row of rowsOf(source, book, mostUnfolded)) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    width ||= lastFilled(row.cells);
    // Excel leaves out empty cells at the end of a row.
    const cells = Array.from(
      { length: Math.max(width, lastFilled(row.cells)) },
      (_, n) => row.cells[n] ?? '',
    );
    yield { line: row.line, cells };
  }
}

function lastFilled(cells: string[]): number {
  let length = cells.length;
  while (length > 0 && (cells[length - 1] ?? '') === '') length--;
  return length;
}

interface Book {
  sheet: string;
  texts: string[];
  dateStyles: boolean[];
  from1904: boolean;
}

async function readBook(source: Source, mostUnfolded: number): Promise<Book> {
  const book: Book = { sheet: '', texts: [], dateStyles: [], from1904: false };
  let firstId = '';
  const targets = new Map<string, string>();
  const sheets: string[] = [];
  await readEntries(source, mostUnfolded, (name) => {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) sheets.push(name);
    if (name === 'xl/workbook.xml')
      return onTags((tag, attributes) => {
        if (tag === 'sheet' && attributes.state === undefined) firstId ||= attributes['r:id'] ?? '';
        if (tag === 'workbookPr') book.from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      });
    if (name === 'xl/_rels/workbook.xml.rels')
      return onTags((tag, { Id, Target }) => {
        if (tag === 'Relationship' && Id && Target)
          targets.set(Id, Target.replace(/^\//, '').replace(/^(?!xl\/)/, 'xl/'));
      });
    if (name === 'xl/styles.xml') return readStyles(book.dateStyles);
    if (name === 'xl/sharedStrings.xml') return readTexts(book.texts);
    return null;
  });
  book.sheet = targets.get(firstId) ?? sheets.sort()[0] ?? '';
  return book;
}

/** Runs of one cell (`r`) are one text; readings of Japanese and Chinese (`rPh`) are no part of it. */
function readTexts(texts: string[]): SaxesParser {
  const parser = new SaxesParser();
  let text = '';
  let reading = false;
  let inText = false;
  parser.on('opentag', ({ name }) => {
    if (name === 'si') text = '';
    if (name === 'rPh') reading = true;
    if (name === 't') inText = !reading;
  });
  parser.on('text', (part) => {
    if (inText) text += part;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'rPh') reading = false;
    if (name === 't') inText = false;
    if (name !== 'si') return;
    texts.push(text);
  });
  return parser;
}

function readStyles(dateStyles: boolean[]): SaxesParser {
  const formats = new Map<string, string>();
  let inCells = false;
  return onTags(
    (tag, attributes) => {
      if (tag === 'numFmt') formats.set(attributes.numFmtId ?? '', attributes.formatCode ?? '');
      if (tag === 'cellXfs') inCells = true;
      if (tag === 'xf' && inCells) {
        const id = attributes.numFmtId ?? '0';
        dateStyles.push(isDateFormat(Number(id), formats.get(id)));
      }
    },
    (tag) => {
      if (tag === 'cellXfs') inCells = false;
    },
  );
}

function onTags(
  opened: (tag: string, attributes: Record<string, string>) => void,
  closed: (tag: string) => void = () => undefined,
): SaxesParser {
  const parser = new SaxesParser();
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('opentag', ({ name, attributes }) => opened(local(name), attributes));
  parser.on('closetag', ({ name }) => closed(local(name)));
  return parser;
}

interface SheetRow {
  line: number;
  cells: string[];
}

/**
 * The rows of the sheet as they come out of the zip: a piece of the file is read when its rows were taken.
 */
async function* rowsOf(source: Source, book: Book, mostUnfolded: number): AsyncGenerator<SheetRow> {
  const ready: SheetRow[] = [];
  const entries = entriesOf(mostUnfolded, (name) => (name === book.sheet ? sheetParser(book, ready) : null));
  for await (const piece of source.open()) {
    entries.push(piece, false);
    yield* ready.splice(0);
  }
  entries.push(new Uint8Array(0), true);
  yield* ready.splice(0);
}

function sheetParser(book: Book, ready: SheetRow[]): SaxesParser {
  const parser = new SaxesParser();
  let row: SheetRow = { line: 0, cells: [] };
  let cell = { at: 0, type: '', style: 0 };
  let value = '';
  let inValue = false;
  let reading = false;
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'row') row = { line: Number(attributes.r ?? row.line + 1), cells: [] };
    if (name === 'c') {
      cell = {
        at: attributes.r ? columnAt(attributes.r) : cell.at + 1,
        type: attributes.t ?? 'n',
        style: Number(attributes.s ?? 0),
      };
      value = '';
    }
    if (name === 'rPh') reading = true;
    if (name === 'v' || name === 't') inValue = !reading;
  });
  parser.on('text', (part) => {
    if (inValue) value += part;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'v' || name === 't') inValue = false;
    if (name === 'rPh') reading = false;
    if (name === 'c' && cell.at < 1000) row.cells[cell.at] = shown(value, cell, book);
    if (name === 'row') {
      ready.push({ line: row.line, cells: Array.from(row.cells, (each) => each ?? '') });
      cell = { at: -1, type: '', style: 0 };
    }
  });
  return parser;
}

function columnAt(reference: string): number {
  const letters = /^[A-Z]+/.exec(reference)?.[0] ?? 'A';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function shown(value: string, { type, style }: { type: string; style: number }, book: Book): string {
  if (type === 's') return book.texts[Number(value)] ?? '';
  if (type !== 'n' || value === '') return type === 'e' ? '' : value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (book.dateStyles[style]) return textOfDate(number, book.from1904);
  // A long number stands as 9.787020002207E12 in the file.
  return Number.isSafeInteger(number) ? String(number) : String(Number(number.toPrecision(15)));
}

async function readEntries(
  source: Source,
  mostUnfolded: number,
  parserOf: (name: string) => SaxesParser | null,
): Promise<void> {
  const entries = entriesOf(mostUnfolded, parserOf);
  let tail = Buffer.alloc(0);
  let whole = false;
  for await (const piece of source.open()) {
    tail = Buffer.concat([tail.subarray(-3), piece]);
    whole ||= tail.includes(END_OF_ZIP);
    entries.push(piece, false);
  }
  entries.push(new Uint8Array(0), true);
  if (!whole) throw new Error('its end is missing');
}

/** The list of what is in a zip stands at its end. */
const END_OF_ZIP = Buffer.from('PK\u0005\u0006', 'latin1');

/**
 * Takes the pieces of a zip and gives the text of its entries to their parsers. Errors are thrown by
 * `push`.
 */
function entriesOf(
  mostUnfolded: number,
  parserOf: (name: string) => SaxesParser | null,
): {
  push(piece: Uint8Array, final: boolean): void;
} {
  let unfolded = 0;
  let unfinished = '';
  const unzip = new Unzip((file: UnzipFile) => {
    const parser = parserOf(file.name);
    if (!parser) return;
    const decoder = new TextDecoder('utf-8', { fatal: true });
    parser.on('error', ({ message }) => {
      throw damaged(`${file.name}: ${message}`);
    });
    file.ondata = (error, data, final) => {
      // What is thrown below comes back here as the error of the zip.
      if (error instanceof Unreadable) throw error;
      if (error) throw damaged(`${file.name}: ${error.message}`, error);
      unfolded += data.length;
      if (unfolded > mostUnfolded) throw new Unreadable({ code: 'workbook_too_large' });
      parser.write(decoder.decode(data, { stream: !final }));
      if (!final) return;
      unfinished = '';
      parser.close();
    };
    unfinished = file.name;
    file.start();
  });
  unzip.register(UnzipInflate);
  return {
    push: (piece, final = false) => {
      unzip.push(piece, final);
      if (final && unfinished !== '') throw new Error(`it ends inside ${unfinished}`);
    },
  };
}
