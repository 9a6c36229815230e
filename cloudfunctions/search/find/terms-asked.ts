import { skeletonOf, startOf, WORD_START, LETTERS_KEPT } from '../index/title-terms';
import { hashOf, hashOfNumbers, TermKind } from '../index/hash';
import { asDigits, asNumerals } from '../numerals';
import { readings } from '../reading/readings';
import { standsAlone } from '../units';
import type { Asked, Unit, Way } from './analyse';

/** A term to look up. Its weight is multiplied by its rarity. */
export interface TermAsked {
  hash: number;
  weight: number;
  /** Part of what was literally typed: a title that has all of these has what was asked for. */
  literal: boolean;
}

const MOST_WORDS_JOINED = 6;
const MOST_CUTS = 12;
const MOST_BEGINNINGS = 24;
/**
 * Most readers type from the beginning: of many titles with the same words those that begin so are looked at
 * first.
 */
const BEGINS = 0.35;

export const termsAsked = (asked: Asked): TermAsked[] => {
  const terms = new Map<number, TermAsked>();
  const ask = (hash: number, weight: number, literal = false): void => {
    const known = terms.get(hash);
    if (!known || known.weight < weight)
      terms.set(hash, { hash, weight, literal: literal || (known?.literal ?? false) });
  };
  askIdentifiers(asked, ask);
  askWholes(asked, ask);
  for (const word of asked.words) askText(word, ask);
  askAcrossWords(asked.words, ask);
  for (const way of asked.ways) askSounds(way, ask);
  return [...terms.values()];
};

type Ask = (hash: number, weight: number, literal?: boolean) => void;

function askIdentifiers(asked: Asked, ask: Ask): void {
  if (asked.isbn) ask(hashOf(TermKind.isbn, asked.isbn), 9);
  if (asked.callNumber) ask(hashOf(TermKind.callNumber, asked.callNumber), 8);
}

/**
 * The text, parts of its words together, and parts cut anywhere, as a whole title, name, subject or
 * publisher.
 */
function askWholes({ words, whole }: Asked, ask: Ask): void {
  const kinds: [TermKind, number][] = [
    [TermKind.whole, 3],
    [TermKind.name, 2],
    [TermKind.subject, 1.2],
    [TermKind.publisher, 0.8],
  ];
  const wholes = new Set([whole]);
  const some = words.slice(0, MOST_WORDS_JOINED);
  for (let from = 0; from < some.length; from++)
    for (let to = from + 1; to <= some.length; to++) wholes.add(some.slice(from, to).join(''));
  for (const text of wholes)
    for (const [kind, weight] of kinds) ask(hashOf(kind, text), text === whole ? weight : weight * 0.6);
  ask(hashOf(TermKind.start, startOf(whole)), BEGINS);
  // 巴金家: title and author without a space between.
  if (words.length === 1 && standsAlone(whole.charCodeAt(0)))
    for (let cut = 1; cut < Math.min(whole.length, MOST_CUTS); cut++)
      for (const part of [whole.slice(0, cut), whole.slice(cut)]) {
        ask(hashOf(TermKind.whole, part), 0.8);
        ask(hashOf(TermKind.name, part), 1);
      }
}

function askText(word: string, ask: Ask): void {
  for (const [part] of word.matchAll(/[a-z0-9+#]+|[^a-z0-9+#]+/g)) {
    if (!standsAlone(part.charCodeAt(0))) askWord(part, ask);
    else if (part.length === 1) {
      ask(hashOfNumbers(TermKind.character, part.charCodeAt(0), 0), 0.6, true);
      ask(hashOf(TermKind.start, part), 0.6);
    } else askPairs(part, 1, true, ask);
  }
  askNumerals(word, ask);
}

function askPairs(text: string, weight: number, literal: boolean, ask: Ask): void {
  for (let at = 1; at < text.length; at++)
    ask(hashOfNumbers(TermKind.pair, text.charCodeAt(at - 1), text.charCodeAt(at)), weight, literal);
}

/** 1984 as 一九八四, and the other way round. */
function askNumerals(word: string, ask: Ask): void {
  for (const [digits] of word.matchAll(/\d{2,}/g)) askPairs(asNumerals(digits), 0.7, false, ask);
  for (const [numerals] of word.matchAll(/[〇零一二三四五六七八九]{2,}/g))
    ask(hashOf(TermKind.word, asDigits(numerals)!), 0.9);
}

function askWord(word: string, ask: Ask): void {
  ask(hashOf(TermKind.word, word), 1.2, true);
  if (word.length === 3) ask(hashOf(TermKind.start, startOf(word)), 0.4);
  if (word.length < WORD_START) return;
  ask(hashOf(TermKind.wordStart, word.slice(0, WORD_START)), 0.5);
  const skeleton = skeletonOf(word);
  if (skeleton !== null) ask(hashOf(TermKind.skeleton, skeleton), 0.7);
}

/** 红楼 梦: the reader's space need not be the title's. */
function askAcrossWords(words: string[], ask: Ask): void {
  for (let at = 1; at < words.length; at++) {
    const before = words[at - 1]!.charCodeAt(words[at - 1]!.length - 1);
    const after = words[at]!.charCodeAt(0);
    if (standsAlone(before) && standsAlone(after)) ask(hashOfNumbers(TermKind.pair, before, after), 0.5);
  }
}

/** How a way sounds: pairs of syllables; of lone letters, three together and all. */
function askSounds(way: Way, ask: Ask): void {
  const weight = way.sounding ? 0.9 : 0.45;
  const { units } = way;
  const heard = units.map(soundsOf);
  for (let at = 1; at < units.length; at++) {
    const commonest = way.sounding ? MOST_BEGINNINGS : 1;
    for (const a of heard[at - 1]!.slice(0, commonest))
      for (const b of heard[at]!.slice(0, MOST_BEGINNINGS)) ask(hashOfNumbers(TermKind.sounds, a, b), weight);
  }
  if (!way.sounding) return;
  for (const sound of heard[0]!)
    ask(hashOfNumbers(TermKind.firstSound, sound, 0), units.length <= 2 ? 0.5 : BEGINS);
  if (units.some(({ kind }) => kind === 'letter')) askLetters(units, ask);
}

function askLetters(units: Unit[], ask: Ask): void {
  const letters = units.map(firstLetterOf);
  if (letters.length < 2) return;
  ask(hashOf(TermKind.allLetters, String.fromCharCode(...letters.slice(0, LETTERS_KEPT))), 1.5);
  ask(hashOfNumbers(TermKind.firstLetters, letters[0]!, letters[1]!), letters.length === 2 ? 0.8 : BEGINS);
  for (let at = 2; at < letters.length; at++)
    ask(hashOfNumbers(TermKind.letters, letters[at - 2]!, letters[at - 1]!, letters[at]!), 0.7);
}

function soundsOf(unit: Unit): number[] {
  const table = readings();
  switch (unit.kind) {
    case 'character': {
      const first = table.first(unit.code);
      if (first === 0) return [];
      return [...new Set([first, ...table.commonOthers(unit.code)].map(table.heard))];
    }
    case 'syllable':
      return [table.heard(unit.number)];
    case 'beginning':
    case 'slip':
      return [...new Set(unit.numbers.map(table.heard))];
    case 'letter':
      return [];
  }
}

function firstLetterOf(unit: Unit): number {
  const table = readings();
  switch (unit.kind) {
    case 'character':
      return table.initial(table.first(unit.code)) || unit.code;
    case 'syllable':
      return table.initial(unit.number);
    case 'beginning':
    case 'slip':
      return table.initial(unit.numbers[0]!);
    case 'letter':
      return unit.letter.charCodeAt(0);
  }
}

/**
 * Single characters, for texts whose pairs are spoilt by a wrong one: 红搂梦 where no pair and no sound is
 * left.
 */
export const charactersAsked = (asked: Asked): TermAsked[] => {
  const codes = new Set(
    asked.ways[0]!.units.flatMap((unit) => (unit.kind === 'character' ? [unit.code] : [])),
  );
  return [...codes]
    .filter(standsAlone)
    .map((code) => ({ hash: hashOfNumbers(TermKind.character, code, 0), weight: 0.4, literal: false }));
};
