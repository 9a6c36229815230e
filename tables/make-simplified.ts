import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js/t2cn';

/**
 * Writes simplified.json: which traditional or variant character folds to which simplified one, from the
 * dictionaries of opencc-js (Apache-2.0). The functions ship these pairs alone (some ten kilobytes), not the
 * converter with its phrases. Run `npx tsx tables/make-simplified.ts` after opencc-js was updated.
 */
const target = join(__dirname, 'simplified.json');

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

const table = {
  characters: pairs.map(([character]) => character).join(''),
  /** At the same places. */
  simplified: pairs.map(([, simplified]) => simplified).join(''),
};
const source = `${JSON.stringify(table, null, 2)}\n`;
writeFileSync(target, source);
console.log(`${pairs.length} characters, ${Buffer.byteLength(source)} bytes`);
