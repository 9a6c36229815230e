import { createReadStream } from 'node:fs';
import { readCsv } from './csv';
import type { ImportedTitle } from './facts';
import { readIso2709, type MarcRecord } from './iso2709';
import { dialectOf, first, type Dialect } from './marc';
import { readMarc21 } from './marc21';
import { readUnimarc } from './unimarc';

export type Format = 'marc21' | 'cnmarc' | 'csv' | 'auto';

export interface Found {
  number: number;
  offset: number;
  format: Exclude<Format, 'auto'>;
  title: ImportedTitle;
  /** Copies that a list asks for; 0: as the import says. */
  copies: number;
}

export type Read = Found | { number: number; offset: number; broken: string };

/** Every record of a file, understood or broken, whatever its format. */
export async function* readFile(path: string, asked: Format, thisYear: number): AsyncGenerator<Read> {
  if (asked === 'csv' || (asked === 'auto' && !(await looksLikeIso2709(path)))) {
    for await (const row of readCsv(path, thisYear)) yield 'broken' in row ? row : { ...row, format: 'csv' };
    return;
  }
  for await (const read of readIso2709(path)) {
    const { number, offset } = read;
    if ('broken' in read) yield read;
    else yield { number, offset, ...understand(read.record, asked, thisYear) };
  }
}

const formatOf: Record<Dialect, 'marc21' | 'cnmarc'> = { marc21: 'marc21', unimarc: 'cnmarc' };

function understand(record: MarcRecord, asked: Format, thisYear: number) {
  const dialect = dialectOf(record);
  if (!dialect) return { broken: 'no title (neither 245 nor 200)' };
  const format = formatOf[dialect];
  if (asked !== 'auto' && asked !== format) return { broken: `this is ${format}, not ${asked}` };
  const facts = dialect === 'marc21' ? readMarc21(record, thisYear) : readUnimarc(record, thisYear);
  if (facts.title === '') return { broken: 'the title is empty' };
  return { format, title: { ...facts, control: controlOf(record, facts) }, copies: 0 };
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

/** A leader begins with five digits; broken ones still have the terminators that no list has. */
async function looksLikeIso2709(path: string): Promise<boolean> {
  for await (const head of createReadStream(path, { end: 4095 }) as AsyncIterable<Buffer>) {
    return (
      /^[\s\ufeff]*\d{5}[a-z ]/.test(head.toString('latin1', 0, 32)) ||
      head.includes(0x1e) ||
      head.includes(0x1d)
    );
  }
  return false;
}
