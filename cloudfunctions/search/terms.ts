import { bigrams, fold, squeeze, stretches } from './fold';
import { isbn10Of } from './isbn';

export interface TitleToIndex {
  title: string;
  subtitle: string;
  contributors: { name: string }[];
  isbns: string[];
  callNumber?: string;
  clc?: string;
  subjects?: string[];
  /** Other forms under which it is looked for: romanised titles and names, parallel titles. */
  also?: string[];
}

/** A multikey index pays for every term: this many are kept, the most telling first. */
const TERM_LIMIT = 120;
const EXACT_LENGTH = 40;

/**
 * The folded terms by which a title is found (the multikey index `titles.terms`): pairs of Chinese characters, words and
 * word beginnings of other scripts, names, ISBN in both forms, `=` and the whole title, `#` and the call number.
 */
export function termsOfTitle(title: TitleToIndex): string[] {
  const names = title.contributors.map((contributor) => contributor.name);
  const terms = new Set([
    exactTerm(title.title),
    ...title.isbns.flatMap((isbn) => [isbn, isbn10Of(isbn) ?? isbn]),
    ...callNumberTerms(title),
    ...textTerms(title.title),
    ...names.flatMap(textTerms),
    ...names.map(squeeze),
    ...beginningsOfWords(title.title),
    ...textTerms(title.subtitle),
    ...(title.also ?? []).flatMap(textTerms),
    ...(title.subjects ?? []).flatMap((subject) => [squeeze(subject), ...textTerms(subject)]),
  ]);
  terms.delete('');
  terms.delete('=');
  return [...terms].slice(0, TERM_LIMIT);
}

/** The term that stands for a whole title, whatever its punctuation. */
export function exactTerm(title: string): string {
  return '=' + [...squeeze(title)].slice(0, EXACT_LENGTH).join('');
}

/** The term of a call number: "I242.4 / C153" and "i242.4/c153" are one. */
export function callNumberTerm(callNumber: string): string {
  return '#' + callNumber.normalize('NFKC').toLowerCase().replace(/[\s/]/g, '');
}

function callNumberTerms(title: TitleToIndex): string[] {
  const codes = [title.callNumber ?? '', title.clc ?? ''].filter((code) => code.trim() !== '');
  return codes.map(callNumberTerm);
}

/** Pairs within and across punctuation (三体：黑暗森林 is also asked for as 三体黑暗森林), lone and first characters, words. */
function textTerms(text: string): string[] {
  const parts = stretches(fold(text));
  const terms: string[] = [];
  let before = '';
  for (const part of parts) {
    if (part.script === 'word') {
      terms.push(...wordForms(part.text));
      before = '';
      continue;
    }
    const characters = [...part.text];
    if (characters.length === 1 || terms.length === 0) terms.push(characters[0]!);
    terms.push(...bigrams(before + part.text));
    before = characters.at(-1)!;
  }
  return terms;
}

/** "c++" is found as itself and as "c". */
function wordForms(word: string): string[] {
  const plain = word.replace(/[+#]+$/, '');
  return plain === word ? [word] : [word, plain];
}

/** The first words of a title are found while they are still being typed. */
function beginningsOfWords(title: string): string[] {
  const words = stretches(fold(title)).filter((part) => part.script === 'word' && part.text.length > 3);
  return words
    .slice(0, WORDS_WITH_BEGINNINGS)
    .flatMap(({ text }) => beginningLengths.filter((n) => n < text.length).map((n) => text.slice(0, n)));
}

const WORDS_WITH_BEGINNINGS = 4;
const beginningLengths = [3, 4, 5, 6, 7];
