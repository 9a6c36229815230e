import { hashOf, TermKind } from '../index/hash';
import type { Budget, SearchIndex } from '../index/open';
import type { StoredTitle } from '../index/title';
import { analyse, type Asked } from './analyse';
import { readCandidate } from './candidate';
import { wantedBy, type Filters } from './filters';
import { furtherTitles, type Sort } from './further';
import { gather } from './gather';
import { prepare, type Prepared } from './prepare';
import { scoreInto, type Score } from './score';
import { charactersAsked, termsAsked } from './terms-asked';

export interface Query {
  text: string;
  filters?: Filters;
  sort?: Sort;
}

interface Ranked extends Score {
  /** Place in its index. */
  title: number;
  /** SearchHits by the sound of typed letters. */
  sounding: boolean;
}

export interface Hit extends Ranked {
  id: string;
  /** Its texts, as they are shown. */
  stored: () => StoredTitle;
}

/** What a query read; never more than the budget. */
export interface Spent {
  postings: number;
  bytes: number;
}

export interface SearchHits {
  asked: Asked | null;
  /** The nearest first. */
  hits: Hit[];
  /** Places of all titles that have every word, for counting; the hits alone when none has. */
  matching: number[];
  /** There may be more than `matching` tells. */
  atLeast: boolean;
  spent: Spent;
}

/** What one query may read, at any size of the catalogue. */
export const BUDGET: Readonly<Budget> = { postings: 15_000, bytes: 40_000 };

/** Of the budget: what is kept for the texts of candidates, and for a second look with single characters. */
const BYTES_OF_CANDIDATES = 16_000;
const SECOND_LOOK = 0.35;
const MOST_CANDIDATES = 200;
/** Titles read one by one where a filter or the newest are asked for; fewer when the bytes end. */
const MOST_FURTHER = 400;
/** A title that covers as much was meant, or nothing better is found by single characters. */
const GOOD_ENOUGH = 0.8;
/**
 * What is shown covers at least this share of what was typed, and has this share of the best one's points.
 */
const LEAST_COVERED = 0.5;
const LEAST_POINTS = 0.55;
const LEAST_WHOLE = 0.2;

/**
 * Finds titles in one index. Reads at most the budget; pure but for memory that is used again, so calls must
 * not be nested in each other.
 * @param gone places of titles that the caller knows to be changed or deleted since the index was made
 */
export function searchIndex(
  index: SearchIndex,
  { text, filters = {}, sort = 'relevance' }: Query,
  budget: Readonly<Budget> = BUDGET,
  gone?: ReadonlySet<number>,
): SearchHits {
  const asked = analyse(text);
  if (!asked) return { asked, hits: [], matching: [], atLeast: false, spent: { postings: 0, bytes: 0 } };
  const forTexts = Math.min(BYTES_OF_CANDIDATES, budget.bytes / 2);
  const texts: Budget = { postings: 0, bytes: forTexts };
  const lists: Budget = {
    postings: Math.floor(budget.postings * (1 - SECOND_LOOK)),
    bytes: Math.floor((budget.bytes - forTexts) * (1 - SECOND_LOOK)),
  };
  const saved = { postings: budget.postings - lists.postings, bytes: budget.bytes - forTexts - lists.bytes };

  const wanted = wantedBy(index, filters, gone);
  const gathered = gather(index, wanted);
  const prepared = asked.ways.map(prepare);
  const look = (): Ranked[] => rank(index, gathered.take(MOST_CANDIDATES), prepared, texts);

  gathered.add(termsAsked(asked), lists);
  const hits = [...identified(index, asked, wanted, lists), ...look()];
  let matching = gathered.complete();
  const characters = hits.some(({ covered }) => covered > GOOD_ENOUGH) ? [] : charactersAsked(asked);
  if (characters.length > 0) {
    lists.postings += saved.postings;
    lists.bytes += saved.bytes;
    saved.postings = saved.bytes = 0;
    gathered.add(characters, lists);
    hits.push(...look());
  }
  const filtered = Object.values(filters).some((value) => value !== undefined);
  const tooFew = filtered && matching.length < MOST_FURTHER;
  if (gathered.cutShort() && (tooFew || sort === 'newest')) {
    texts.bytes += lists.bytes + saved.bytes;
    lists.bytes = saved.bytes = 0;
    const known = new Set([...matching, ...hits.map(({ title }) => title)]);
    const further = unknownOf(furtherTitles(index, gathered, wanted, sort), known);
    hits.push(...rank(index, further, prepared, texts).filter(({ literal }) => literal));
  }
  if (gathered.cutShort()) matching = withLiteral(matching, hits);
  const shown = worthShowing(withoutRepeats(hits.sort(byPoints))).map((hit) => ({
    ...hit,
    id: index.id(hit.title),
    stored: () => index.stored(hit.title),
  }));
  if (matching.length === 0) matching = shown.map(({ title }) => title);
  return {
    asked,
    hits: shown,
    matching,
    atLeast: gathered.cutShort(),
    spent: {
      postings: budget.postings - lists.postings - saved.postings,
      bytes: budget.bytes - lists.bytes - saved.bytes - texts.bytes,
    },
  };
}

const LARGEST_RECORD = 600;
const MOST_IDENTIFIED = 100;
const BY_ISBN = 2000;
const BY_ISBN_NEAR = 1800;
const BY_CALL_NUMBER = 1500;
/** Below every title that has what was typed. */
const BY_CALL_CLASS = 500;

type Wanted = ReturnType<typeof wantedBy>;

/**
 * Titles with the very ISBN or call number. A term is 32 bits: the caller compares the ISBN of the document
 * it loads.
 */
function identified(index: SearchIndex, asked: Asked, wanted: Wanted, left: Budget): Ranked[] {
  const hits: Ranked[] = [];
  const add = (kind: TermKind, text: string | null, points: number): void => {
    const found = text === null ? null : index.find(hashOf(kind, text));
    if (!found) return;
    index.each(found, left, (title) => {
      if (hits.length >= MOST_IDENTIFIED || (wanted && !wanted(title))) return;
      hits.push({
        title,
        points,
        covered: 1,
        literal: points !== BY_ISBN_NEAR,
        sounding: false,
        whole: false,
      });
    });
  };
  add(TermKind.isbn, asked.isbn, BY_ISBN);
  if (hits.length === 0) for (const isbn of asked.isbnsNear) add(TermKind.isbn, isbn, BY_ISBN_NEAR);
  add(TermKind.callNumber, asked.callNumber, BY_CALL_NUMBER);
  if (hits.length === 0) add(TermKind.callNumber, asked.callClass, BY_CALL_CLASS);
  return hits;
}

const now: Score = { points: 0, covered: 0, literal: false, whole: false };

function rank(index: SearchIndex, titles: Iterable<number>, ways: Prepared[], left: Budget): Ranked[] {
  const ranked: Ranked[] = [];
  for (const title of titles) {
    if (left.bytes < LARGEST_RECORD) break;
    const candidate = readCandidate(index, title, left);
    const best: Ranked = { title, points: 0, covered: 0, literal: false, whole: false, sounding: false };
    for (const way of ways) {
      scoreInto(now, way, candidate);
      if (now.points <= best.points) continue;
      best.points = now.points;
      best.covered = now.covered;
      best.literal = now.literal;
      best.whole = now.whole;
      best.sounding = way.sounding;
    }
    ranked.push(best);
  }
  return ranked;
}

/** The first of the titles that were not looked at yet. */
function* unknownOf(titles: Iterable<number>, known: ReadonlySet<number>): Generator<number> {
  let left = MOST_FURTHER;
  for (const title of titles) {
    if (known.has(title)) continue;
    if (left-- === 0) return;
    yield title;
  }
}

/** What has every word although not every term of it was read to the end. */
function withLiteral(matching: number[], hits: Ranked[]): number[] {
  const all = new Set(matching);
  for (const { title, literal } of hits) if (literal) all.add(title);
  return [...all];
}

/** A title found by its call number may be found by its words too. */
function withoutRepeats(sorted: Ranked[]): Ranked[] {
  const seen = new Set<number>();
  return sorted.filter(({ title }) => !seen.has(title) && seen.add(title));
}

export const byPoints = (a: Ranked, b: Ranked): number => b.points - a.points;

function worthShowing(sorted: Ranked[]): Ranked[] {
  const best = sorted[0]?.points ?? 0;
  const near = sorted.filter(
    ({ points, covered }) => covered >= LEAST_COVERED && points >= best * LEAST_POINTS,
  );
  // 周期表 在线阅读: a whole title, and much beside it.
  return near.length > 0 ? near : sorted.filter(({ whole, covered }) => whole && covered >= LEAST_WHOLE);
}
