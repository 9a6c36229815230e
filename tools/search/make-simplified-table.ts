import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js/t2cn';

/**
 * Writes cloudfunctions/search/simplified.ts: which character folds to which simplified one. The functions ship the
 * table of pairs alone (some ten kilobytes), not the converter with its phrases.
 * Run `npx tsx tools/search/make-simplified-table.ts` and format its result after opencc-js was updated.
 */
const target = join(__dirname, '../../cloudfunctions/search/simplified.ts');
const ROW = 50;

const convert = Converter({ from: 't', to: 'cn' });
const blocks: [from: number, to: number][] = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
];

const pairs: [string, string][] = [];
for (const [from, to] of blocks) {
  for (let code = from; code <= to; code++) {
    const character = String.fromCodePoint(code);
    const simplified = convert(character);
    // Folding compares UTF-16 units in pairs, so a rare character outside the basic plane stays as it is.
    if (simplified !== character && simplified.length === 1) pairs.push([character, simplified]);
  }
}

const rows: string[] = [];
for (let start = 0; start < pairs.length; start += ROW) {
  const row = pairs.slice(start, start + ROW);
  rows.push(`  '${row.map(([, simplified]) => simplified).join('')}',`);
  rows.splice(rows.length - 1, 0, `  '${row.map(([traditional]) => traditional).join('')}',`);
}

const source = `// Made by tools/search/make-simplified-table.ts from the dictionaries of opencc-js 1.4.2 (Apache-2.0). Do not edit.
// Rows in pairs: traditional or variant characters, and below them the simplified ones at the same place.
// prettier-ignore
const rows = [
${rows.join('\n')}
];

/** Traditional or variant character → simplified character; ${pairs.length} of them. */
export const simplified: ReadonlyMap<string, string> = new Map(
  rows.flatMap((row, n) => (n % 2 === 0 ? [...row].map((character, at): [string, string] => [character, rows[n + 1]![at]!]) : [])),
);
`;
writeFileSync(target, source);
console.log(`${pairs.length} characters, ${Buffer.byteLength(source)} bytes`);
