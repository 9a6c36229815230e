import { Command } from 'commander';
import { spawnSync } from 'node:child_process';
import table from './eacc.json';

/**
 * Makes eacc.json anew (East Asian Character Code, ANSI Z39.64: 15,621 characters), or compares it, with
 * yaz-iconv of YAZ (Debian's package `yaz`; Copyright Index Data, BSD-3-Clause), whose tables are those that
 * the Library of Congress publishes: `npx tsx tables/make-eacc.ts > eacc.json`, or `--rows 2130,7075 --check`
 * for some of it. A row is its first two bytes in hexadecimal, then what its third byte 21 to 7E means; a
 * blank where nothing does. A code is asked for alone, since an unknown one spoils what stands behind it; the
 * whole takes half an hour or more.
 */

const FIRST = 0x21;
const LAST = 0x7e;
const PLANES = 0x7d;

/** What codes of one row mean; a blank where nothing does. "" for a row without any. */
function rowOf(high: number, middle: number): string {
  if (!isThere(high, middle)) return '';
  let row = '';
  for (let low = FIRST; low <= LAST; low++) row += characterOf(high, middle, low);
  return row.trimEnd();
}

/**
 * Whether any code of the row means something: asked for all at once, which may spoil some but not all of
 * them.
 */
function isThere(high: number, middle: number): boolean {
  const codes = Array.from({ length: LAST - FIRST + 1 }, (_, n) => [high, middle, FIRST + n]).flat();
  const alone = [FIRST, 0x30, 0x40, 0x50, 0x60, 0x70].some((low) => characterOf(high, middle, low) !== ' ');
  return alone || /[^\s?]/.test(converted(codes));
}

function characterOf(high: number, middle: number, low: number): string {
  const [character = '', ...more] = converted([high, middle, low]);
  return character.trim() === '' && character !== '\u3000' ? ' ' : more.length === 0 ? character : ' ';
}

/** The codes between the escape sequences of EACC and ASCII. */
function converted(codes: number[]): string {
  const input = Buffer.from([0x1b, 0x24, 0x31, ...codes, 0x1b, 0x28, 0x42]);
  const { error, stdout } = spawnSync('yaz-iconv', ['-f', 'marc8', '-t', 'utf-8'], { input });
  if (error) throw new Error('yaz-iconv is not here: install the package yaz', { cause: error });
  return stdout.toString('utf8').replace(/\n$/, '');
}

function main(): void {
  const { rows, check } = new Command('eacc-table')
    .option('--rows <list>', 'first two bytes of the rows, in hexadecimal; all unless told')
    .option('--check', 'compare with the table that is there instead of printing')
    .parse()
    .opts<{ rows?: string; check?: boolean }>();
  const known = new Map(table.split('\n').map((line) => [line.slice(0, 4), line.slice(4)]));
  const wanted = rows?.split(',') ?? everyRow();
  let different = 0;
  const made: string[] = [];
  for (const name of wanted) {
    const row = rowOf(parseInt(name.slice(0, 2), 16), parseInt(name.slice(2), 16));
    if (row !== '') made.push(name + row);
    if (check && row !== (known.get(name) ?? '')) {
      different++;
      console.log(`${name} differs:\n  here ${known.get(name) ?? ''}\n  yaz  ${row}`);
    }
  }
  console.log(check ? `${wanted.length} rows, ${different} differ` : JSON.stringify(made.join('\n')));
}

function everyRow(): string[] {
  const hex = (byte: number) => byte.toString(16).padStart(2, '0');
  return Array.from({ length: PLANES - FIRST + 1 }, (_, n) => FIRST + n).flatMap((high) =>
    Array.from({ length: LAST - FIRST + 1 }, (_, n) => hex(high) + hex(FIRST + n)),
  );
}

main();
