import type { Budget, SearchIndex, TermFound } from '../index/open';
import { POSTINGS_KEPT } from '../index/kept';
import type { TermAsked } from './terms-asked';

/** Titles that have some of the terms, by the weight of those they have. */
export interface Gathered {
  /** Adds the titles of more terms, the rarest first, as far as the budget reaches. */
  add(terms: TermAsked[], left: Budget): void;
  /** The heaviest, at most `most`; the more borrowed of equals. Those taken before are left out. */
  take(most: number): number[];
  /** Titles that have every literal term. */
  complete(): number[];
  /**
   * Titles that have every literal term that was read to its end, and may have those that were not: the most
   * borrowed first. null when no literal term was read to its end.
   */
  nearlyComplete(): number[] | null;
  /** Up to this title, all that have every literal term are known. */
  seenTo(): number;
  /** Some titles of a term were not seen: there may be more than `complete` tells. */
  cutShort(): boolean;
}

interface Wanted extends TermAsked {
  found: TermFound;
}

const SLOTS = 1 << 15;
const MASK = SLOTS - 1;

/**
 * Slots are shared by all queries of a process, which run one after another; each gathering clears what it
 * used.
 */
const titles = new Int32Array(SLOTS);
const weights = new Float32Array(SLOTS);
const literals = new Uint8Array(SLOTS);
/** Of these, terms that were read to their end. */
const whollyRead = new Uint8Array(SLOTS);
const taken = new Uint8Array(SLOTS);
const used: number[] = [];

/** What is known of one gathering besides its slots. */
interface Gathering {
  index: SearchIndex;
  wanted: ((title: number) => boolean) | null;
  literalTerms: number;
  whollyReadTerms: number;
  seenTo: number;
  /** A term that was counted as read to its end was not. */
  spoilt: boolean;
  /** A literal term is in no title. */
  missing: boolean;
  cut: boolean;
}

export function gather(index: SearchIndex, wanted: ((title: number) => boolean) | null): Gathered {
  for (const slot of used) titles[slot] = weights[slot] = literals[slot] = whollyRead[slot] = taken[slot] = 0;
  used.length = 0;
  const gathering: Gathering = {
    index,
    wanted,
    literalTerms: 0,
    whollyReadTerms: 0,
    seenTo: Infinity,
    spoilt: false,
    missing: false,
    cut: false,
  };
  return {
    add: (terms, left) => {
      for (const term of rarestFirst(gathering, terms)) addTitles(gathering, term, left);
    },
    take(most) {
      const chosen = worthComparing(heaviest(most));
      for (const slot of chosen) taken[slot] = 1;
      return chosen.map((slot) => titles[slot]! - 1);
    },
    complete() {
      const { missing, literalTerms } = gathering;
      if (missing || literalTerms === 0) return [];
      return used.filter((slot) => literals[slot] === literalTerms).map((slot) => titles[slot]! - 1);
    },
    nearlyComplete() {
      const { missing, spoilt, literalTerms, whollyReadTerms } = gathering;
      if (missing) return [];
      if (whollyReadTerms === 0 || spoilt) return null;
      return used
        .filter((slot) => whollyRead[slot] === whollyReadTerms && literals[slot]! < literalTerms)
        .map((slot) => titles[slot]! - 1)
        .sort((a, b) => a - b);
    },
    seenTo: () => (gathering.missing ? Infinity : gathering.seenTo),
    cutShort: () => gathering.cut,
  };
}

function slotOf(title: number): number {
  let slot = Math.imul(title, 0x9e3779b1) >>> 17;
  while (titles[slot] !== 0 && titles[slot] !== title + 1) slot = (slot + 1) & MASK;
  if (titles[slot] === 0) {
    titles[slot] = title + 1;
    used.push(slot);
  }
  return slot;
}

/** The terms that some title has. */
function rarestFirst(gathering: Gathering, terms: TermAsked[]): Wanted[] {
  const present: Wanted[] = [];
  for (const term of terms) {
    const found = gathering.index.find(term.hash);
    if (found) present.push({ ...term, found });
    else if (term.literal) gathering.missing = true;
  }
  return present.sort((a, b) => a.found.titles - b.found.titles);
}

function addTitles(gathering: Gathering, { found, weight, literal }: Wanted, left: Budget): void {
  const { index, wanted } = gathering;
  const value = weight * (0.5 + Math.log((index.titles + 1) / found.titles));
  const whole = literal && found.titles <= Math.min(POSTINGS_KEPT, left.postings);
  let last = -1;
  const all = index.each(found, left, (title) => {
    last = title;
    if (wanted && !wanted(title)) return;
    const slot = slotOf(title);
    weights[slot]! += value;
    if (literal) literals[slot]!++;
    if (whole) whollyRead[slot]!++;
  });
  if (literal) gathering.literalTerms++;
  // Bytes ended before postings did: what was counted as whole was not.
  if (whole && !all) gathering.spoilt = true;
  if (whole) gathering.whollyReadTerms++;
  if (literal && !all) gathering.seenTo = Math.min(gathering.seenTo, last);
  if (!all) gathering.cut = true;
}

/** Behind the first ones, what has little of what the heaviest has cannot be nearer. */
const ALWAYS_COMPARED = 50;
const LEAST_SHARE = 0.35;

function worthComparing(chosen: number[]): number[] {
  const least = chosen.length > 0 ? weights[chosen[0]!]! * LEAST_SHARE : 0;
  return chosen.filter((slot, n) => n < ALWAYS_COMPARED || weights[slot]! >= least);
}

/** Heavier first; of equals the smaller number, which is the more borrowed title. */
const before = (a: number, b: number): boolean =>
  weights[a]! > weights[b]! || (weights[a] === weights[b] && titles[a]! < titles[b]!);

/** A heap with the lightest of the chosen on top. */
function heaviest(most: number): number[] {
  const heap: number[] = [];
  for (const slot of used) {
    if (taken[slot]) continue;
    if (heap.length < most) {
      heap.push(slot);
      rise(heap);
    } else if (before(slot, heap[0]!)) {
      heap[0] = slot;
      sink(heap);
    }
  }
  return heap.sort((a, b) => (before(a, b) ? -1 : 1));
}

function rise(heap: number[]): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!before(heap[parent]!, heap[at]!)) return;
    [heap[parent], heap[at]] = [heap[at]!, heap[parent]!];
    at = parent;
  }
}

function sink(heap: number[]): void {
  let at = 0;
  for (;;) {
    let lightest = at;
    for (const child of [2 * at + 1, 2 * at + 2])
      if (child < heap.length && before(heap[lightest]!, heap[child]!)) lightest = child;
    if (lightest === at) return;
    [heap[at], heap[lightest]] = [heap[lightest]!, heap[at]!];
    at = lightest;
  }
}
