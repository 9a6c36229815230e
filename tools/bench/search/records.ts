import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { callNumberForm } from '../../../cloudfunctions/search/index/title-terms';
import type { TitleForIndex } from '../../../cloudfunctions/search/index/title';
import { titleRecords } from '../../../demo/titles';
import { root } from '../demo-library';
import { dice, type Dice } from './chance';
import { latinTitles } from './latin-titles';

interface Records {
  titles: TitleForIndex[];
  /** How many are as they were found; the rest is made of their words. */
  real: number;
  source: string;
}

interface Known {
  title: string;
  authors: string[];
  publisher: string;
  year: number;
  subjects: string[];
  language: string;
}

const DATA = join(root, '..', 'shared', 'data');
const SEED = 20261124;
const HOUSE_SUBJECTS = 3;
const MOST_PEOPLE = 4;
/** Of titles with a colon, one in so many has what follows as a subtitle of its own, as cataloguers do. */
const SUBTITLE_EVERY = 2;

/** The same records at the same size, always: real titles first, then others recombined from their words. */
export function recordsOf(size: number): Records {
  const shared = existsSync(join(DATA, 'books_zh', 'douban_tags_books.csv'));
  const chance = dice(SEED);
  const known = distinct(shared ? sharedTitles() : demoTitles());
  shuffle(known, chance);
  const classes = shared ? sharedClasses() : [...new Set(titleRecords.map(({ clc }) => clc))];
  const real = known.slice(0, size);
  const make = size > known.length ? recombining(known, chance) : null;
  const seen = new Set(real.map(({ title }) => title));
  const titles = real.map((title, n) => toIndex(title, n, classes, chance));
  while (make && titles.length < size) {
    const made = make();
    if (seen.has(made.title)) continue;
    seen.add(made.title);
    titles.push(toIndex(made, titles.length, classes, chance));
  }
  return {
    titles,
    real: real.length,
    source: shared
      ? 'the public lists beside the repository'
      : 'the demo library (no public lists beside the repository)',
  };
}

/** Other people's data have rows with an empty author, where the rest stands one column to the left. */
function sharedTitles(): Known[] {
  const rows = parse(readFileSync(join(DATA, 'books_zh', 'douban_tags_books.csv')), {
    columns: true,
    relax_column_count: true,
    relax_quotes: true,
  }) as Record<string, string>[];
  const chinese = rows.map((row): Known => {
    const shifted = !row['author'];
    const year = /(1[89]|20)\d\d/.exec((shifted ? row['price'] : row['pubdate']) ?? '');
    const publisher = (shifted ? row['pubdate'] : row['publisher']) ?? '';
    const title = (row['title'] ?? '').trim();
    return {
      title,
      authors: shifted
        ? (row['publisher'] ?? '').split(/\s*\/\s*/).filter(Boolean)
        : peopleOf(row['pub_raw'] ?? '', row['author']!, publisher),
      publisher,
      year: year ? Number(year[0]) : 0,
      subjects: (row['tags'] ?? '').split('|').filter(Boolean).slice(0, HOUSE_SUBJECTS),
      language: 'chi',
    };
  });
  const latin = [
    'cnmarc/1000_unimarc_records_utf8_bnf.mrc',
    'marc21/NLNZ_1000_example_marc.marc',
    'marc21/1000_random_from_harvard_open_data.mrc',
  ]
    .map((path) => join(DATA, path))
    .filter((path) => existsSync(path))
    .flatMap((path) => latinTitles(path))
    .map(({ title, author }): Known => ({
      title,
      authors: author ? [author] : [],
      publisher: '',
      year: 0,
      subjects: [],
      language: 'mul',
    }));
  return [...chinese, ...latin];
}

/** Everybody who stands before the publisher: authors, then translators. */
function peopleOf(row: string, author: string, publisher: string): string[] {
  const parts = row.split(/\s+\/\s+/);
  const to = parts.indexOf(publisher);
  return (to > 0 ? parts.slice(0, to) : author.split(/\s*\/\s*/)).filter(Boolean).slice(0, MOST_PEOPLE);
}

function sharedClasses(): string[] {
  const path = join(DATA, 'clc', 'clc_top3.csv');
  if (!existsSync(path)) return ['I247', 'K825', 'TP312'];
  const rows = parse(readFileSync(path), { columns: true }) as { code: string }[];
  return rows.map(({ code }) => code).filter((code) => /^[A-Z]{1,2}\d/.test(code));
}

function demoTitles(): Known[] {
  return titleRecords.map((record) => ({
    title: record.title,
    authors: record.contributors.map(({ name }) => name),
    publisher: record.publisher,
    year: record.year,
    subjects: [],
    language: 'chi',
  }));
}

function distinct(known: Known[]): Known[] {
  return [...new Map(known.filter(({ title }) => title !== '').map((one) => [one.title, one])).values()];
}

function shuffle(list: unknown[], chance: Dice): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = chance.below(at + 1);
    [list[at], list[other]] = [list[other], list[at]];
  }
}

/**
 * A title with as many words as a real one, each word a real title's at the same place, counted from the
 * start or the end.
 */
function recombining(known: Known[], chance: Dice): () => Known {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const words = known.map(({ title }) => [...segmenter.segment(title)].map(({ segment }) => segment));
  const languages = known.map(({ language }) => language);
  const byLanguage = new Map<string, number[]>();
  languages.forEach((language, n) =>
    byLanguage.set(language, [...(byLanguage.get(language)?.splice(0) ?? []), n]),
  );
  return () => {
    const model = chance.below(known.length);
    const like = known[model]!;
    const others = byLanguage.get(like.language)!;
    const title = words[model]!.map((word, at) => {
      const donor = words[chance.one(others)]!;
      const taken = donor[at < donor.length ? at : chance.below(donor.length)]!;
      return /^[\p{P}\s]+$/u.test(word) ? word : taken;
    });
    const from = known[chance.one(others)]!;
    return {
      ...like,
      title: title.join('').trim() || like.title + chance.below(1000),
      authors: from.authors,
    };
  };
}

const callNumbers = new Set<string>();

function toIndex(known: Known, n: number, classes: string[], chance: Dice): TitleForIndex {
  const clc = chance.one(classes);
  let callNumber: string;
  do
    callNumber = `${clc}/${String.fromCharCode(65 + chance.below(26))}${100 + chance.below(n < 20_000 ? 900 : 90_000)}`;
  while (n > 0 && callNumbers.has(callNumberForm(callNumber)));
  if (n === 0) callNumbers.clear();
  callNumbers.add(callNumberForm(callNumber));
  const [, main, subtitle] = (n % SUBTITLE_EVERY === 0 && /^(.+?)\s*[:：]\s*(.+)$/.exec(known.title)) || [];
  return {
    id: `imp-${hex(chance, 20)}`,
    title: main ?? known.title,
    subtitle: subtitle ?? '',
    also: [],
    authors: known.authors,
    publisher: known.publisher,
    year: known.year,
    isbns: [madeIsbn(n)],
    clc,
    callNumber,
    language: known.language,
    kind: 'book',
    subjects: known.subjects,
    branches: [`b${n % 12}`, ...(n % 3 === 0 ? [`b${n % 7}`] : [])],
    // Few are borrowed often, most hardly ever.
    popularity: Math.floor(400 / (1 + chance.below(400))),
    addedOn: 14_000 + chance.below(6_000),
  };
}

function hex(chance: Dice, length: number): string {
  return Array.from({ length }, () => chance.below(16).toString(16)).join('');
}

function madeIsbn(n: number): string {
  const body = `9787${String((n * 7919 + 12345) % 100_000_000).padStart(8, '0')}`;
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return body + String((10 - (sum % 10)) % 10);
}
