import { createReadStream } from 'node:fs';
import { parse, type CsvError } from 'csv-parse';
import type { ItemType } from '../../typings/contract/catalogue';
import type { ImportedTitle } from './facts';
import { clean, distinct, readIsbnField, readPrice, readStatement, readYear } from './values';

type Column =
  | 'control'
  | 'title'
  | 'subtitle'
  | 'author'
  | 'translator'
  | 'publisher'
  | 'year'
  | 'isbn'
  | 'clc'
  | 'callNumber'
  | 'language'
  | 'subjects'
  | 'summary'
  | 'price'
  | 'barcode'
  | 'branch'
  | 'shelf'
  | 'copies'
  | 'kind';

/** Headers as lists really carry them; compared in lower case without blanks and punctuation. */
const headers: Record<Column, string> = {
  control: '控制号 记录号 编号 id control controlnumber doubanid 豆瓣id',
  title: '题名 书名 正题名 名称 title',
  subtitle: '副题名 副书名 副标题 subtitle',
  author: '作者 著者 责任者 著作者 作译者 author authors creator responsibility',
  translator: '译者 translator',
  publisher: '出版社 出版者 出版单位 publisher',
  year: '出版年 出版年份 出版日期 出版时间 年份 year date pubdate publicationyear',
  isbn: 'isbn isbn号 国际标准书号 isbn13 isbn10',
  clc: '分类号 中图分类号 中图法 分类 clc class',
  callNumber: '索书号 callnumber lccall callno',
  language: '语种 语言 language',
  subjects: '主题 主题词 关键词 标签 subject subjects tags',
  summary: '摘要 内容简介 简介 内容提要 summary',
  price: '价格 定价 单价 price',
  barcode: '条码 条码号 条形码 barcode',
  branch: '馆藏地 分馆 馆 所属馆 branch',
  shelf: '架位 书架 排架 shelf',
  copies: '复本 复本数 册数 数量 copies',
  kind: '文献类型 类型 itemtype',
};

const columnOf = new Map<string, Column>(
  (Object.entries(headers) as [Column, string][]).flatMap(([column, names]) =>
    names.split(' ').map((name): [string, Column] => [name, column]),
  ),
);

export const normalisedHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-()（）.:：*]/g, '')
    .replace(/^\ufeff/, '');

export type ReadRow = { number: number; offset: number } & (
  { title: ImportedTitle; copies: number } | { broken: string }
);

/**
 * The rows of a CSV list with a header line, streamed. `number` is the row after the header, `offset` the line it stands on.
 * @throws when the header names no title column: then nothing in the file can be understood.
 */
export async function* readCsv(path: string, thisYear: number): AsyncGenerator<ReadRow> {
  let columns: (Column | null)[] | null = null;
  let width = 0;
  let number = 0;
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true });
  createReadStream(path)
    .on('error', (error) => parser.destroy(error))
    .pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      if (!columns) {
        columns = record.map((header) => columnOf.get(normalisedHeader(header)) ?? null);
        width = record.length;
        if (!columns.includes('title'))
          throw new Error(`the header has no column of titles: ${record.join(', ').slice(0, 200)}`);
        continue;
      }
      number++;
      const place = { number, offset: info.lines };
      if (record.length !== width)
        yield { ...place, broken: `${record.length} columns, the header has ${width}` };
      else yield { ...place, ...readRow(columns, record, thisYear) };
    }
  } catch (error) {
    if (!isCsvError(error)) throw error;
    // A quote that is never closed swallows the rest of the file: what came before it stands.
    yield {
      number: number + 1,
      offset: Number(error.lines ?? 0),
      broken: `${error.code}: ${error.message.slice(0, 160)}`,
    };
  }
}

const isCsvError = (error: unknown): error is CsvError =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');

function readRow(
  columns: (Column | null)[],
  record: string[],
  thisYear: number,
): { title: ImportedTitle; copies: number } | { broken: string } {
  const cells = new Map<Column, string>();
  for (const [at, column] of columns.entries()) {
    const value = clean(record[at] ?? '');
    if (column && value !== '' && !cells.has(column)) cells.set(column, value);
  }
  const cell = (column: Column) => cells.get(column) ?? '';
  if (record.some((value) => value.includes('\ufffd')))
    return { broken: 'not valid UTF-8, or text that was lost before' };
  if (cell('title') === '') return { broken: 'no title' };
  const isbns = cell('isbn')
    .split(/[;；,，|/]/)
    .filter(Boolean)
    .map(readIsbnField);
  const title: ImportedTitle = {
    control: cell('control'),
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
    callNumber: cell('callNumber') || cell('clc'),
    language: cell('language'),
    subjects: distinct(
      cell('subjects')
        .split(/[;；|、]/)
        .map(clean)
        .filter(Boolean),
      String,
    ).slice(0, 8),
    summary: cell('summary').slice(0, 200),
    also: [],
    itemType: kindOf(cell('kind')),
    price: readPrice(cell('price')),
    copies: cell('barcode')
      .split(/[;；,，|\s]/)
      .filter(Boolean)
      .map((barcode) => ({
        barcode,
        branch: cell('branch'),
        shelf: cell('shelf'),
        callNumber: cell('callNumber'),
      })),
    warnings: isbns.filter(({ wrong }) => wrong).map(() => 'an ISBN with a wrong check digit was left out'),
  };
  return {
    title: { ...title, control: title.control || contentKey(title) },
    copies: Number(/^\d{1,3}$/.exec(cell('copies'))?.[0] ?? 0),
  };
}

function contributorsOf(author: string, translator: string): { name: string; role: string }[] {
  const authors = readStatement(author).map(({ name, role }) => ({ name, role: role || '著' }));
  const translators = readStatement(translator).map(({ name, role }) => ({ name, role: role || '译' }));
  return distinct([...authors, ...translators], ({ name }) => name);
}

/** A row without a number of its own is known by its content: the edition. */
const contentKey = ({ title, contributors, publisher, year, isbns }: ImportedTitle) =>
  [isbns[0] ?? '', title, contributors[0]?.name ?? '', publisher, year].join('|');

function kindOf(kind: string): ItemType {
  if (/期刊|杂志|periodical/i.test(kind)) return 'periodical';
  if (/音像|视听|光盘|audiovisual/i.test(kind)) return 'audiovisual';
  return /少儿|儿童|绘本|children/i.test(kind) ? 'children' : 'book';
}
