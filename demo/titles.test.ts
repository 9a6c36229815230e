import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { fold, squeeze } from '../cloudfunctions/search/fold';
import { readIsbn } from '../cloudfunctions/search/isbn';
import { barcodeOf, itemsAt, titleRecords } from './titles';

jest.setTimeout(60_000);

const shared = join(__dirname, '../../shared/data');
const rows = (path: string): Record<string, string>[] =>
  parse(readFileSync(join(shared, path), 'utf8'), {
    columns: true,
    relax_quotes: true,
    relax_column_count: true,
  });
/**
 * The sources of the facts are not part of the repository: without them the structure alone is checked, and
 * it is said.
 */
const withSources = (rule: string, check: () => void) =>
  existsSync(shared)
    ? test(rule, check)
    : test(`not checked, its source is not here: ${rule}`, () => undefined);

test('at least 320 titles over all kinds of subjects, each of them once', () => {
  expect(titleRecords.length).toBeGreaterThanOrEqual(320);
  expect(new Set(titleRecords.map(({ id }) => id)).size).toBe(titleRecords.length);
  expect(new Set(titleRecords.map(({ source }) => source)).size).toBe(titleRecords.length);
  const classes = new Set(titleRecords.map(({ clc }) => clc[0]));
  for (const letter of 'ABCDFGHIJKNOPQRT') expect(classes).toContain(letter);
  expect(titleRecords.filter(({ kind }) => kind === 'children').length).toBeGreaterThan(50);
});

test('every title is a whole record', () => {
  for (const record of titleRecords) {
    expect(record.contributors.length).toBeGreaterThan(0);
    for (const { name, role } of record.contributors) {
      expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}·.\-' ]*$/u);
      expect(roles).toContain(role);
    }
    expect(record.publisher).not.toBe('');
    expect(record.year).toBeGreaterThan(1900);
    expect(record.year).toBeLessThan(2020);
    for (const isbn of record.isbns) expect(readIsbn(isbn)).toBe(isbn);
    expect(record.callNumber).toMatch(new RegExp(`^${record.clc.replace('.', '\\.')}/\\d+$`));
    expect(record.summary).toMatch(/[。？！]$/);
    expect([...record.summary].length).toBeGreaterThanOrEqual(14);
    expect([...record.summary].length).toBeLessThanOrEqual(44);
  }
});

const roles = ',著,译,编,绘,注,校,译注,校注,编著,主编,编译,评注,改编,笺注,导读,续'.split(',');

test('no two titles share a call number or a summary', () => {
  for (const field of ['callNumber', 'summary'] as const) {
    expect(new Set(titleRecords.map((record) => record[field])).size).toBe(titleRecords.length);
  }
});

test('every copy has its own barcode and every title two to six copies', () => {
  const items = itemsAt(new Date());
  expect(new Set(items.map(({ _id }) => _id)).size).toBe(items.length);
  for (const { id } of titleRecords) {
    const copies = items.filter((item) => item.titleId === id).length;
    expect(copies).toBeGreaterThanOrEqual(2);
    expect(copies).toBeLessThanOrEqual(6);
  }
  expect(barcodeOf('t0001', 2)).toBe('YX00010205');
});

withSources('title, publisher, year, price and first author are those of the source', () => {
  const douban = new Map(rows('books_zh/douban_tags_books.csv').map((row) => [row.douban_id, row]));
  const marc = rows('books_zh/zh_marc_extract.csv');
  for (const record of titleRecords) {
    const [kind, key] = record.source.split(':');
    if (kind === 'douban') {
      const row = douban.get(key!)!;
      expect(record.title).toBe(row.title!.trim());
      expect(record.publisher).toBe(row.publisher);
      expect(row.pubdate!.normalize('NFKC')).toContain(String(record.year));
      for (const { name } of record.contributors) expect(squeeze(row.pub_raw!)).toContain(squeeze(name));
    } else {
      const row = marc.find((each) => each.isbn && readIsbn(each.isbn) === key)!;
      expect(fold(row.title!)).toContain(fold(record.title));
      expect(fold(row.publisher!)).toContain(fold(record.publisher));
      expect(row.date).toContain(String(record.year));
      expect(record.isbns).toEqual([key]);
    }
  }
});

withSources('an ISBN stands only where a MARC record of the same title and publisher gives it', () => {
  const marc = rows('books_zh/zh_marc_extract.csv');
  for (const record of titleRecords) {
    for (const isbn of record.isbns) {
      const row = marc.find((each) => each.isbn && readIsbn(each.isbn) === isbn)!;
      expect(squeeze(row.title!)).toContain(squeeze(record.title));
      expect(squeeze(row.publisher!)).toContain(squeeze(record.publisher));
    }
  }
});

withSources('every class stands in the Chinese Library Classification, down to its third level', () => {
  const codes = new Set(rows('clc/clc_top3.csv').map(({ code }) => code!));
  const ranges = [...codes].flatMap((code) => {
    const match = /^([A-Z]+)(\d*?)(\d)\/(?:\d*?)(\d)$/.exec(code);
    if (!match) return [];
    const [, letters, stem, from, to] = match;
    return Array.from(
      { length: Number(to) - Number(from) + 1 },
      (_, n) => `${letters}${stem}${Number(from) + n}`,
    );
  });
  const known = new Set([...codes, ...ranges]);
  const stems = (code: string) =>
    Array.from({ length: code.length }, (_, n) => code.slice(0, code.length - n));
  const unknown = titleRecords.filter(
    ({ clc }) => !stems(clc).some((stem) => stem.length >= 2 && known.has(stem)),
  );
  expect(unknown.map(({ title, clc }) => `${title} ${clc}`)).toEqual([]);
});
