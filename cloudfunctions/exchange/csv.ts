import { CsvError, parse, type Options } from 'csv-parse';
import type { Bytes } from './bytes';
import { textDecoder, withoutPrivate, type ListEncoding } from './encodings';
import type { Row } from './list';
import { cellAsWritten } from './write-csv';

export type TextEncoding = ListEncoding | 'utf-16le';

/** The rows of a CSV list, streamed; what Excel saves as "Unicode text" (UTF-16 with tabs) too. */
export async function* readCsv(bytes: Bytes, encoding: TextEncoding, delimiter: string): AsyncGenerator<Row> {
  const options: Options = {
    bom: true,
    info: true,
    relax_column_count: true,
    // 书名"上" without quotes around it is text, not the end of the file.
    relax_quotes: true,
    skip_empty_lines: true,
    delimiter,
  };
  const parser = parse(options);
  const fed = feed(bytes, encoding, parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>)
      yield { line: info.lines, cells: record.map(cellAsWritten) };
    await fed;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A quote that is never closed swallows the rest of the file: what came before it stands.
    const detail = `${error.code}: ${error.message.slice(0, 160)}`;
    yield { line: Number(error.lines ?? 0), broken: { code: 'list_syntax', detail } };
  } finally {
    // Nobody may be left waiting for a parser that reads no more.
    parser.destroy();
    await fed;
  }
}

/** Ends in peace whatever happens: the parser carries the error to its reader. */
async function feed(bytes: Bytes, encoding: TextEncoding, parser: ReturnType<typeof parse>): Promise<void> {
  const decoder = textDecoder(encoding);
  const shown = encoding === 'gb18030' || encoding === 'big5' ? withoutPrivate : String;
  try {
    for await (const piece of bytes) {
      if (parser.destroyed) return;
      if (!parser.write(shown(decoder.decode(piece, { stream: true })))) await roomIn(parser);
    }
    parser.end(shown(decoder.decode()));
  } catch (error) {
    parser.destroy(error as Error);
  }
}

const roomIn = (parser: ReturnType<typeof parse>): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      parser.off('drain', done);
      parser.off('close', done);
      resolve();
    };
    parser.on('drain', done);
    parser.on('close', done);
  });

/** What parts the columns: whichever of comma, tab and semicolon stands most in the first line. */
export function delimiterOf(firstLine: string): string {
  const count = (sign: string) => firstLine.split(sign).length;
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
