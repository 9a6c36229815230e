import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import { readings } from '../cloudfunctions/search/reading/readings';
import { simplified } from '../cloudfunctions/search/simplified';

const NOT_TYPED = new Set(['hng', 'hm', 'ê', 'm', 'n', 'ng']);
const plain = (reading: string): string => reading.normalize('NFD').replace(/[\u0300-\u036f]/g, '');

test('the table has the readings of the dictionary, the commonest first, for every simplified character', () => {
  const table = readings();
  let compared = 0;
  for (let code = 0x4e00; code <= 0x9fff; code += 7) {
    const character = String.fromCharCode(code);
    if (simplified.has(character)) continue;
    const all = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true }).map(plain);
    const read = [...new Set(all)].filter((reading) => /^[a-z]+$/.test(reading) && !NOT_TYPED.has(reading));
    if (read.length === 0) continue;
    compared++;
    expect([character, table.first(code)]).toEqual([character, table.numberOf(read[0]!)]);
    const known = new Set([table.first(code), ...table.others(code)]);
    for (const reading of read.slice(0, 3))
      expect([character, reading, known.has(table.numberOf(reading))]).toEqual([character, reading, true]);
  }
  expect(compared).toBeGreaterThan(2000);
});

test('the table stays below 80 KB: every function that searches carries it', () => {
  expect(statSync(join(__dirname, 'readings.json')).size).toBeLessThan(80 * 1024);
});
