import { fold, stretches, squeeze } from '../fold';
import { nameAlone, nameBehind, TITLE_BREAK } from '../names';
import { readings } from '../reading/readings';
import { standsAlone } from '../units';
import { hashOf, hashOfNumbers, TermKind } from './hash';
import type { TitleForIndex } from './title';

const TEXT_LIMIT = 120;
const NAMES_LIMIT = 8;
const SUBJECTS_LIMIT = 12;
const OTHER_LETTERS_LIMIT = 3;
/** Letters of a word by which it is found when the rest is missing or wrong. */
export const WORD_START = 4;
export const LETTERS_KEPT = 12;

/** Calls `emit` with the hash of every term by which a title is found; a hash may come twice. */
export function emitTerms(title: TitleForIndex, emit: (hash: number) => void): void {
  const main = fold(cut(title.title));
  emitWholes(title, emit);
  emitText(main, emit);
  emitCharacters(main, emit);
  emitSounds(main, emit);
  for (const other of [title.subtitle, ...title.also]) if (other !== '') emitText(fold(cut(other)), emit);
  for (const author of title.authors.slice(0, NAMES_LIMIT)) emitName(author, emit);
  for (const subject of title.subjects.slice(0, SUBJECTS_LIMIT)) emitSubject(subject, emit);
  for (const name of publisherForms(title.publisher)) emit(hashOf(TermKind.publisher, name));
  for (const isbn of title.isbns) emit(hashOf(TermKind.isbn, isbn));
  for (const code of callNumberForms(title.callNumber, title.clc)) emit(hashOf(TermKind.callNumber, code));
}

const cut = (text: string): string => (text.length > TEXT_LIMIT ? text.slice(0, TEXT_LIMIT) : text);

function emitWholes({ title, subtitle }: TitleForIndex, emit: (hash: number) => void): void {
  const whole = squeeze(cut(title));
  if (whole === '') return;
  emit(hashOf(TermKind.whole, whole));
  if (subtitle !== '') emit(hashOf(TermKind.whole, squeeze(cut(title) + ' ' + cut(subtitle))));
  const main = squeeze(mainPart(title));
  if (main !== '' && main !== whole) emit(hashOf(TermKind.whole, main));
  emit(hashOf(TermKind.start, startOf(whole)));
}

/** Editions and volumes stand in brackets, subtitles behind a colon: readers leave them away. */
const mainPart = (title: string): string => title.split(TITLE_BREAK)[0]!;

/** By what a title is found from its first letters: one character, or three letters. */
export function startOf(whole: string): string {
  return standsAlone(whole.charCodeAt(0)) ? whole[0]! : whole.slice(0, 3);
}

/** Pairs of characters, also across punctuation (三体：黑暗森林 is asked for as 三体黑暗森林), and words. */
function emitText(folded: string, emit: (hash: number) => void): void {
  let before = '';
  for (const { script, text } of stretches(folded)) {
    if (script === 'word') {
      emitWord(text, emit);
      before = '';
    } else {
      const run = before + text;
      for (let at = 1; at < run.length; at++)
        emit(hashOfNumbers(TermKind.pair, run.charCodeAt(at - 1), run.charCodeAt(at)));
      before = text.at(-1)!;
    }
  }
}

function emitWord(word: string, emit: (hash: number) => void): void {
  emit(hashOf(TermKind.word, word));
  const plain = word.replace(/[+#]+$/, '');
  if (plain !== word) emit(hashOf(TermKind.word, plain));
  if (plain.length <= WORD_START) return;
  emit(hashOf(TermKind.wordStart, plain.slice(0, WORD_START)));
  const skeleton = skeletonOf(plain);
  if (skeleton !== null) emit(hashOf(TermKind.skeleton, skeleton));
}

/**
 * What stays of a word when its vowels are mistaken and its doubled letters single: misrables, Misérables.
 */
export function skeletonOf(word: string): string | null {
  if (!/^[a-z]+$/.test(word)) return null;
  const skeleton = word[0]! + word.slice(1).replace(/[aeiouy]/g, '');
  const single = skeleton.replace(/(.)\1+/g, '$1');
  return single.length >= 3 ? single : null;
}

function emitCharacters(folded: string, emit: (hash: number) => void): void {
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    if (standsAlone(code)) emit(hashOfNumbers(TermKind.character, code, 0));
  }
}

/** Readings: pairs of syllables as heard, and first letters. A word of letters counts by its first letter. */
function emitSounds(folded: string, emit: (hash: number) => void): void {
  const table = readings();
  const letters: number[] = [];
  const otherLetters: [at: number, letter: number][] = [];
  let previous = 0;
  let previousCode = 0;
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    const first = table.first(code);
    if (first === 0) {
      const startsWord = isLetter(code) && (at === 0 || !isLetter(folded.charCodeAt(at - 1)));
      if (startsWord) letters.push(code);
      if (code !== 0x20) previous = 0;
      continue;
    }
    if (letters.length === 0) emit(hashOfNumbers(TermKind.firstSound, table.heard(first), 0));
    if (previous > 0) emitSoundPairs(previousCode, code, emit);
    for (const other of table.commonOthers(code))
      if (table.initial(other) !== table.initial(first))
        otherLetters.push([letters.length, table.initial(other)]);
    letters.push(table.initial(first));
    previous = first;
    previousCode = code;
  }
  emitLetters(letters, 0, letters.length, emit);
  // 东亚乐器考 is dyyqk, although 乐 is oftener read le.
  for (const [at, letter] of otherLetters.slice(0, OTHER_LETTERS_LIMIT))
    emitLetters([...letters.slice(0, at), letter, ...letters.slice(at + 1)], at, at + 1, emit);
}

/** All letters, the first two, and each three that have one of the places `from` to `to`. */
function emitLetters(letters: number[], from: number, to: number, emit: (hash: number) => void): void {
  if (letters.length < 2) return;
  emit(hashOf(TermKind.allLetters, String.fromCharCode(...letters.slice(0, LETTERS_KEPT))));
  if (from < 2) emit(hashOfNumbers(TermKind.firstLetters, letters[0]!, letters[1]!));
  for (let at = Math.max(2, from); at < Math.min(letters.length, to + 2); at++)
    emit(hashOfNumbers(TermKind.letters, letters[at - 2]!, letters[at - 1]!, letters[at]!));
}

const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);

/**
 * The commonest readings of both characters, and each other common reading beside the commonest of its
 * neighbour.
 */
function emitSoundPairs(before: number, after: number, emit: (hash: number) => void): void {
  const table = readings();
  const a = table.heard(table.first(before));
  const b = table.heard(table.first(after));
  emit(hashOfNumbers(TermKind.sounds, a, b));
  for (const other of table.commonOthers(before)) emit(hashOfNumbers(TermKind.sounds, table.heard(other), b));
  for (const other of table.commonOthers(after)) emit(hashOfNumbers(TermKind.sounds, a, table.heard(other)));
}

function emitName(author: string, emit: (hash: number) => void): void {
  const folded = fold(cut(nameAlone(author)));
  const whole = folded.replaceAll(' ', '');
  if (whole === '') return;
  emit(hashOf(TermKind.name, whole));
  emit(hashOf(TermKind.start, startOf(whole)));
  emitText(folded, emit);
  emitSounds(folded, emit);
  const behind = nameBehind(author);
  if (behind !== '') emitText(fold(cut(behind)), emit);
}

/** A heading and each of its parts: 儿童文学--中国 is found by 儿童文学. */
function emitSubject(subject: string, emit: (hash: number) => void): void {
  for (const form of subjectForms(subject)) emit(hashOf(TermKind.subject, form));
}

function subjectForms(subject: string): string[] {
  const parts = subject.split(/--|－|—|[-/|;；,，]|\s{2,}/).map(squeeze);
  return [...new Set([squeeze(subject), ...parts])].filter((form) => form !== '');
}

/** 人民文学出版社 is also asked for as 人民文学. */
function publisherForms(publisher: string): string[] {
  const whole = squeeze(publisher);
  const short = whole.replace(/(股份)?有限(责任)?公司$/, '').replace(/(出版社|出版公司|书店|书局|出版)$/, '');
  return [...new Set([whole, short])].filter((form) => form !== '');
}

function callNumberForms(callNumber: string, clc: string): string[] {
  return [...new Set([callNumber, clc].map(callNumberForm))].filter((form) => form !== '');
}

/** "I242.4 / C153" and "i242.4/c153" are one. */
export function callNumberForm(callNumber: string): string {
  return callNumber.normalize('NFKC').toLowerCase().replace(/[\s/]/g, '');
}
