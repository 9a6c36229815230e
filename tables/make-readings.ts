import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pinyin } from 'pinyin-pro';
import { characters } from './simplified.json';

/**
 * Writes readings.json: how each character is read, without tones, from the dictionaries of pinyin-pro (MIT).
 * A reading counts as common when a phrase or a surname of its dictionary has it; only those are indexed, the
 * rare ones serve to recognise. Run `npx tsx tables/make-readings.ts` after pinyin-pro was updated.
 *
 * - `syllables`: every one that a character of the table has, without tones; ü is v.
 * - `first`: the commonest reading of each character from U+4E00 on: the syllable's number plus one in base
 *   64, two letters each; ".." for none.
 * - `others`: further readings, the common ones first, the rare ones marked "-".
 */
const target = join(__dirname, 'readings.json');
const traditional = new Set(characters);
const FIRST = 0x4e00;
const LAST = 0x9fff;
const MOST_OTHERS = 3;

async function phraseReadings(): Promise<Map<string, Map<string, number>>> {
  const counted = new Map<string, Map<string, number>>();
  const folder = join(__dirname, '../node_modules/pinyin-pro/dist/esm/data');
  for (const file of ['dict2', 'dict3', 'dict4', 'dict5', 'surname']) {
    const module = (await import(pathToFileURL(join(folder, `${file}.mjs`)).href)) as Record<string, unknown>;
    for (const words of Object.values(module).flatMap((part) => phrasesIn(part))) {
      const written = [...words.phrase];
      const readings = words.reading.split(' ').map(plain);
      if (written.length !== readings.length) continue;
      written.forEach((character, at) => {
        const of = counted.get(character) ?? new Map<string, number>();
        // A surname stands for many people: one entry weighs as much as several phrases.
        of.set(readings[at]!, (of.get(readings[at]!) ?? 0) + (file === 'surname' ? 3 : 1));
        counted.set(character, of);
      });
    }
  }
  return counted;
}

/** The dictionaries export lists of { zh, pinyin, … } made of their phrases. */
function phrasesIn(part: unknown): { phrase: string; reading: string }[] {
  if (!Array.isArray(part)) return [];
  return (part as { zh?: string; pinyin?: string }[]).flatMap(({ zh, pinyin: reading }) =>
    zh && reading ? [{ phrase: zh, reading }] : [],
  );
}

function plain(reading: string): string {
  return reading
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

/** Sounds that are no syllable of their own in typing: interjections written hm, hng, ê. */
const NOT_TYPED = new Set(['hng', 'hm', 'ê', 'm', 'n', 'ng']);

function readingsOf(character: string): string[] {
  const all = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true });
  return [...new Set(all.map(plain))].filter(
    (reading) => /^[a-z]+$/.test(reading) && !NOT_TYPED.has(reading),
  );
}

async function make(): Promise<void> {
  const phrases = await phraseReadings();
  const firsts: (string | undefined)[] = [];
  const others: string[] = [];
  for (let code = FIRST; code <= LAST; code++) {
    const character = String.fromCharCode(code);
    // Traditional characters are folded before they are read.
    const [first, ...more] = traditional.has(character) ? [] : readingsOf(character);
    firsts.push(first);
    if (!first || more.length === 0) continue;
    const counts = phrases.get(character);
    const common = more.filter((reading) => (counts?.get(reading) ?? 0) >= 2);
    const rare = more.filter((reading) => !common.includes(reading));
    const kept = [...common, ...rare].slice(0, MOST_OTHERS);
    others.push(
      character + kept.map((reading) => (common.includes(reading) ? reading : `-${reading}`)).join(' '),
    );
  }
  const read = new Set([...firsts.filter((first) => first !== undefined), ...othersIn(others)]);
  const syllables = [...read].sort();
  const number = new Map(syllables.map((syllable, n) => [syllable, n + 1]));
  const codes = firsts.map((first) => (first ? twoLetters(number.get(first)!) : '..')).join('');
  const table = { syllables: syllables.join(' '), first: codes, others: others.join('') };
  const source = `${JSON.stringify(table, null, 2)}\n`;
  writeFileSync(target, source);
  console.log(
    `${firsts.filter(Boolean).length} characters, ${others.length} with several readings, ${Buffer.byteLength(source)} bytes`,
  );
}

function othersIn(others: string[]): string[] {
  return others.flatMap((entry) =>
    entry
      .slice(1)
      .split(' ')
      .map((reading) => reading.replace('-', '')),
  );
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function twoLetters(number: number): string {
  return DIGITS[number >> 6]! + DIGITS[number & 63]!;
}

make().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
