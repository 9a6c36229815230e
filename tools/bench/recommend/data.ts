import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Compared } from '../../../cloudfunctions/recommending/content';

/** One first loan of a title by a reader; both are numbers from 0. */
export interface Loan {
  reader: number;
  title: number;
  at: number;
}

export interface LoanData {
  /** First loans, in the order of time. */
  loans: Loan[];
  readers: number;
  titles: Compared[];
}

/** Both files of a folder; null where they are not there. */
export function readLoans(folder: string): LoanData | null {
  const files = [join(folder, 'loans.csv'), join(folder, 'items.csv')];
  if (!files.every((file) => existsSync(file))) return null;
  const [rows, items] = files.map(
    (file) => parse(readFileSync(file), { columns: true, bom: true, relax_quotes: true }) as Row[],
  ) as [Row[], Row[]];
  const titles: Compared[] = [];
  const numberOf = new Map<string, number>();
  const know = (id: string, row: Row = {}): number => {
    const known = numberOf.get(id);
    if (known !== undefined) return known;
    numberOf.set(id, titles.length);
    titles.push(titleOf(titles.length, row));
    return titles.length - 1;
  };
  for (const row of items) know(row.i ?? '', row);
  const readers = new Map<string, number>();
  const first = new Map<string, Loan>();
  for (const row of rows) {
    const reader = readers.get(row.u ?? '') ?? readers.size;
    readers.set(row.u ?? '', reader);
    const loan = { reader, title: know(row.i ?? ''), at: Number(row.t) };
    const key = `${loan.reader}_${loan.title}`;
    if (loan.at < (first.get(key)?.at ?? Infinity)) first.set(key, loan);
  }
  const loans = [...first.values()].sort((a, b) => a.at - b.at || a.reader - b.reader || a.title - b.title);
  return { loans, readers: readers.size, titles };
}

type Row = Record<string, string>;

const titleOf = (number: number, row: Row): Compared => ({
  _id: String(number),
  title: row.Title ?? '',
  contributors: row.Author ? [{ name: row.Author.replace(/,?\s*\d{4}-(\d{4})?.*$/, '') }] : [],
  subjects: (row.Subjects ?? '')
    .split(';')
    .map((subject) => subject.trim())
    .filter(Boolean),
  clc: row.Class ?? '',
  publisher: row.Publisher ?? '',
});

export interface Split {
  train: Loan[];
  /** What each reader borrowed for the first time in the part that is asked about. */
  test: Map<number, Set<number>>;
}

/** One cut in time for all; readers who are in both parts are asked about. */
export function cutInTime(loans: readonly Loan[], share = 0.8): Split {
  const cut = Math.floor(loans.length * share);
  return splitOf(loans.slice(0, cut), loans.slice(cut));
}

/** Each reader's last fifth, one loan at least, of those who have two. */
export function lastFifths(loans: readonly Loan[]): Split {
  const byReader = byReaderOf(loans);
  const test: Loan[] = [];
  for (const own of byReader.values())
    test.push(...(own.length > 1 ? own.slice(-Math.ceil(own.length / 5)) : []));
  const isTest = new Set(test);
  return splitOf(
    loans.filter((loan) => !isTest.has(loan)),
    test,
  );
}

/** Loans of each reader in the order of time. */
export function byReaderOf(loans: readonly Loan[]): Map<number, Loan[]> {
  const byReader = new Map<number, Loan[]>();
  for (const loan of loans) {
    const own = byReader.get(loan.reader);
    if (own) own.push(loan);
    else byReader.set(loan.reader, [loan]);
  }
  return byReader;
}

function splitOf(train: Loan[], later: readonly Loan[]): Split {
  const known = new Set(train.map(({ reader }) => reader));
  const test = new Map<number, Set<number>>();
  for (const { reader, title } of later) {
    if (!known.has(reader)) continue;
    test.set(reader, (test.get(reader) ?? new Set()).add(title));
  }
  return { train, test };
}
