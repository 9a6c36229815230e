import { Command } from 'commander';
import fc from 'fast-check';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { faultIn, mutations, spoil, wholeFiles } from './fuzzing';

/**
 * Spoils files for a while and reads them; what breaks the reader is kept in fixtures/, which the tests read
 * ever after.
 */

const FIXTURES = join(__dirname, 'fixtures');

async function main(): Promise<void> {
  const { minutes, files } = new Command('fuzz')
    .option('--minutes <n>', 'how long', '1')
    .option('--files <folder>', 'real files to spoil too: their first 60,000 bytes')
    .parse()
    .opts<{ minutes: string; files?: string }>();
  const all = Object.values({ ...wholeFiles, ...(files ? realFiles(resolve(files)) : {}) });
  const until = Date.now() + Number(minutes) * 60_000;
  let runs = 0;
  let faults = 0;
  for (let seed = Date.now(); Date.now() < until; seed++) {
    const spoilt = fc.tuple(fc.constantFrom(...all), mutations);
    for (const [file, changes] of fc.sample(spoilt, { seed, numRuns: 500 })) {
      const bytes = spoil(file, changes);
      const fault = await faultIn(bytes);
      runs++;
      if (fault === '') continue;
      faults++;
      keep(bytes, fault);
    }
  }
  console.log(`${runs} files, ${faults} faults`);
  process.exitCode = faults > 0 ? 1 : 0;
}

function realFiles(folder: string): Record<string, Buffer> {
  if (!existsSync(folder)) throw new Error(`there is no folder ${folder}`);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(mrc|iso|marc)$/.test(name),
  );
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(join(folder, name)).subarray(0, 60_000)]),
  );
}

function keep(bytes: Buffer, fault: string): void {
  mkdirSync(FIXTURES, { recursive: true });
  // Faults of one place are one: its shortest file is kept.
  const place = fault.match(/\n\s+at [^\n]*/)?.[0] ?? fault.slice(0, 20);
  const name = createHash('sha1').update(place).digest('hex').slice(0, 10);
  const path = join(FIXTURES, `${name}.bin`);
  if (existsSync(path) && readFileSync(path).length <= bytes.length) return;
  writeFileSync(path, bytes);
  console.log(`${path}: ${fault.slice(0, 400)}`);
}

void main();
