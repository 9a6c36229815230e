import { nameAlone, nameBehind } from '../names';
import { unitsOf } from '../units';
import type { BranchSets } from './branch-sets';
import { readNumber, readText, type Cursor } from './coding';
import { POSTINGS_KEPT } from './kept';
import { ONE_TITLE, readLayout, type Section } from './format';
import { findIds, readId } from './ids';
import type { StoredTitle } from './title';

/** Counts what a query reads, and ends it when that is enough. */
export interface Budget {
  postings: number;
  bytes: number;
}

/** Titles that have a term: how many, and where the kept ones stand. */
export interface TermFound {
  titles: number;
  /** Place of the postings; -1 when `only` is the one title. */
  at: number;
  only: number;
}

export interface SearchIndex {
  titles: number;
  terms: number;
  bytes: number;
  /** Looks a term up; null when no title has it. */
  find(hash: number): TermFound | null;
  /**
   * Calls `visit` with titles of a term, the most borrowed first, as long as `left` allows; takes what was
   * read from it. Tells whether every title of the term was visited.
   */
  each(term: TermFound, left: Budget, visit: (title: number) => void): boolean;
  /** Texts of a title, for display. */
  stored(title: number): StoredTitle;
  /** The record of a title: three texts, then three lists of name numbers. */
  record(title: number): Cursor;
  /** A name's units; behind a zero those of its other form in brackets. Its bytes are taken from `left`. */
  nameUnits(number: number, left: Budget): Uint16Array;
  id(title: number): string;
  /**
   * Places of these identifiers, as far as they are in it. The first time, all are read for those not asked
   * for before.
   */
  placesOf(ids: Iterable<string>): Set<number>;
  years: Uint16Array;
  classes: Uint16Array;
  languages: Uint8Array;
  kinds: Uint8Array;
  popularity: Uint16Array;
  addedOn: Uint16Array;
  branches: BranchSets;
  labels(): Labels;
}

interface Labels {
  /** Without their dots; '' for none. See clc.ts. */
  classes: string[];
  languages: string[];
  kinds: string[];
  branches: string[];
  idPrefix: string;
}

const NAMES_REMEMBERED = 20_000;

/** Bytes of looking a term up: two places of the buckets, and the term's own. */
const LOOK_UP_BYTES = 14;

/** The bytes of an index with the arrays that are laid over them. */
type Laid = ReturnType<typeof laidOver>;

function laidOver(bytes: Uint8Array) {
  const { header, buffer, at } = readLayout(bytes);
  const words = (name: Section) => new Uint32Array(buffer, at[name].offset, at[name].length / 4);
  const halves = (name: Section) => new Uint16Array(buffer, at[name].offset, at[name].length / 2);
  const octets = (name: Section) => new Uint8Array(buffer, at[name].offset, at[name].length);
  return { header, at, words, halves, octets };
}

/** Opens an index without parsing it: arrays are laid over its bytes. @throws DamagedIndex */
export function openIndex(bytes: Uint8Array): SearchIndex {
  const laid = laidOver(bytes);
  const { header, at, words, halves, octets } = laid;
  let labels: Labels | undefined;
  const readLabels = (): Labels =>
    (labels ??= JSON.parse(new TextDecoder().decode(octets('labels'))) as Labels);
  return {
    titles: header.titles,
    terms: header.terms,
    bytes: bytes.length,
    ...termsOf(laid),
    ...recordsOf(laid),
    ...idsOf(laid, readLabels),
    years: halves('years'),
    classes: halves('classes'),
    languages: octets('languages'),
    kinds: octets('kinds'),
    popularity: halves('popularity'),
    addedOn: halves('addedOn'),
    branches: {
      of: [octets, halves, words][Math.log2(at.branchSets.length / Math.max(1, header.titles)) | 0]!(
        'branchSets',
      ),
      starts: words('setStarts'),
      members: halves('setMembers'),
    },
    labels: readLabels,
  };
}

/** Terms by their hash: buckets by its first bits, in them the rest in order. */
function termsOf({ words, halves, octets }: Laid): Pick<SearchIndex, 'find' | 'each'> {
  const [buckets, places] = [words('buckets'), words('places')];
  const [rests, postings] = [halves('rests'), octets('postings')];
  const bucketShift = 32 - Math.log2(buckets.length - 1);
  const restShift = bucketShift - 16;
  return {
    find(hash) {
      const rest = (hash >>> restShift) & 0xffff;
      const bucket = hash >>> bucketShift;
      const end = buckets[bucket + 1]!;
      let low = buckets[bucket]!;
      let high = end;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (rests[middle]! < rest) low = middle + 1;
        else high = middle;
      }
      if (low === end || rests[low] !== rest) return null;
      const place = places[low]!;
      if (place >= ONE_TITLE) return { titles: 1, at: -1, only: place & 0x7fffffff };
      return { titles: readNumber({ bytes: postings, at: place }), at: place, only: -1 };
    },
    each(term, left, visit) {
      left.bytes -= LOOK_UP_BYTES;
      if (left.bytes < 0 || left.postings < 1) return false;
      if (term.at < 0) {
        left.postings--;
        visit(term.only);
        return true;
      }
      return readPostings(postings, term, left, visit);
    },
  };
}

/** Texts of titles; names stand once, and records have their numbers. */
function recordsOf({ words, octets }: Laid): Pick<SearchIndex, 'stored' | 'record' | 'nameUnits'> {
  const [recordStarts, nameStarts] = [words('recordStarts'), words('nameStarts')];
  const [records, names] = [octets('records'), octets('names')];
  const knownUnits = new Map<number, Uint16Array>();
  const nameAt = (number: number): string => readText({ bytes: names, at: nameStarts[number]! });
  const namesAt = (cursor: Cursor): string[] =>
    Array.from({ length: readNumber(cursor) }, () => nameAt(readNumber(cursor)));
  return {
    stored(title) {
      const cursor = { bytes: records, at: recordStarts[title]! };
      const texts = { title: readText(cursor), subtitle: readText(cursor), also: readText(cursor) };
      const authors = namesAt(cursor);
      const subjects = namesAt(cursor);
      return { ...texts, authors, subjects, publisher: namesAt(cursor)[0] ?? '' };
    },
    record: (title) => ({ bytes: records, at: recordStarts[title]! }),
    nameUnits(number, left) {
      left.bytes -= (nameStarts[number + 1] ?? names.length) - nameStarts[number]!;
      let units = knownUnits.get(number);
      if (!units) {
        // Names come again and again; more than this would be memory for nothing.
        if (knownUnits.size >= NAMES_REMEMBERED) knownUnits.clear();
        knownUnits.set(number, (units = unitsOfName(nameAt(number))));
      }
      return units;
    },
  };
}

function idsOf({ header, words, octets }: Laid, labels: () => Labels): Pick<SearchIndex, 'id' | 'placesOf'> {
  const ids = {
    idBytes: header.idBytes,
    bytes: octets('ids'),
    odd: words('oddTitles'),
    starts: words('oddStarts'),
    texts: octets('oddIds'),
  };
  const packedIds = () => ({ ...ids, prefix: labels().idPrefix });
  const knownPlaces = new Map<string, number>();
  return {
    id: (title) => readId(packedIds(), title),
    placesOf(wanted) {
      const list = [...wanted];
      const unknown = list.filter((id) => !knownPlaces.has(id));
      if (unknown.length > 0)
        findIds(packedIds(), header.titles, unknown).forEach((place, n) =>
          knownPlaces.set(unknown[n]!, place),
        );
      return new Set(list.map((id) => knownPlaces.get(id)!).filter((place) => place >= 0));
    },
  };
}

function unitsOfName(name: string): Uint16Array {
  const alone = unitsOf(nameAlone(name)).codes;
  const behind = unitsOf(nameBehind(name)).codes;
  return behind.length === 0 ? alone : Uint16Array.from([...alone, 0, ...behind]);
}

function readPostings(
  bytes: Uint8Array,
  term: TermFound,
  left: Budget,
  visit: (title: number) => void,
): boolean {
  const cursor = { bytes, at: term.at };
  const all = readNumber(cursor);
  const kept = Math.min(all, POSTINGS_KEPT);
  const last = Math.min(bytes.length, term.at + left.bytes - LONGEST_NUMBER);
  let title = -1;
  let read = 0;
  while (read < kept && read < left.postings && cursor.at < last) {
    title += readNumber(cursor) + 1;
    read++;
    visit(title);
  }
  left.postings -= read;
  left.bytes -= cursor.at - term.at;
  return read === all;
}

const LONGEST_NUMBER = 5;
