import { bigrams, fold, squeeze, stretches } from './fold';
import type { Query, TermQuery } from './query';
import { callNumberTerm } from './terms';

export interface Rankable {
  title: string;
  subtitle: string;
  contributors: { name: string }[];
  callNumber: string;
  popularity: number;
  year: number;
}

/**
 * Best first: the title itself, works of that author, titles that begin so, titles that contain it, then by how much of
 * the query a record covers. Equals are ordered by popularity, then the newer edition, then as they came.
 */
export function rank<T extends Rankable>(candidates: T[], query: Query): T[] {
  if (query.kind !== 'terms') return [...candidates].sort(byPopularity);
  const asked = prepare(query);
  return candidates
    .map((candidate) => ({ candidate, score: score(candidate, asked) }))
    .sort((a, b) => b.score - a.score || byPopularity(a.candidate, b.candidate))
    .map(({ candidate }) => candidate);
}

/** Share of the query that a record covers, 0 to 1: for the looser second try, to leave out what hardly matches. */
export function coverage(candidate: Rankable, query: TermQuery): number {
  return coverageOf(candidate, prepare(query));
}

interface Asked {
  squeezed: string;
  words: string[];
  pieces: string[];
  callNumber: string | null;
}

function prepare(query: TermQuery): Asked {
  const pieces = stretches(query.folded).flatMap(({ script, text }) =>
    script === 'word' || [...text].length === 1 ? [text] : bigrams(text),
  );
  return {
    squeezed: query.folded.replaceAll(' ', ''),
    words: query.words,
    pieces: [...new Set(pieces)],
    callNumber: query.callNumber,
  };
}

function score(candidate: Rankable, asked: Asked): number {
  if (asked.callNumber && callNumberTerm(candidate.callNumber) === asked.callNumber) return 1100;
  const title = squeeze(candidate.title);
  const whole = title + squeeze(candidate.subtitle);
  const names = candidate.contributors.map((contributor) => squeeze(contributor.name));
  return (
    titleScore(title, whole, asked.squeezed, names) +
    100 * coverageOf(candidate, asked) +
    titleAndAuthor(title, names, asked)
  );
}

function titleScore(title: string, whole: string, text: string, names: string[]): number {
  if (title === text || whole === text) return 1000;
  const author = names.indexOf(text);
  if (author === 0) return 820;
  if (author > 0) return 810;
  // The shorter the rest, the nearer: 三体 before 三体全集 before 三体中的物理学.
  if (title.startsWith(text)) return 700 + 100 * (text.length / title.length);
  if (title.includes(text)) return 500 + 100 * (text.length / title.length);
  if (oneEditApart(title, text)) return 480;
  if (whole.includes(text)) return 450;
  if (names.some((name) => name.includes(text))) return 400;
  return 0;
}

/** One character wrong, missing or too many, in a text long enough that this is no chance. */
function oneEditApart(a: string, b: string): boolean {
  const [short, long] = [[...a], [...b]].sort((x, y) => x.length - y.length) as [string[], string[]];
  if (short.length < 3 || long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end]) end++;
  return long.length - start - end <= 1;
}

/** 曹雪芹 红楼梦: one word is the title, the other the author. */
function titleAndAuthor(title: string, names: string[], asked: Asked): number {
  if (asked.words.length < 2) return 0;
  const inTitle = asked.words.filter((word) => title.includes(word));
  const inNames = asked.words.filter((word) => names.some((name) => name.includes(word)));
  const all = asked.words.every((word) => inTitle.includes(word) || inNames.includes(word));
  if (!all) return 0;
  const titleLength = inTitle.filter((word) => !inNames.includes(word)).join('').length;
  return 300 + (inNames.length > 0 ? 200 : 0) + 200 * Math.min(1, titleLength / Math.max(1, title.length));
}

function coverageOf(candidate: Rankable, asked: Asked): number {
  if (asked.pieces.length === 0) return 0;
  const text = [
    candidate.title,
    candidate.subtitle,
    ...candidate.contributors.map((contributor) => contributor.name),
  ]
    .map(fold)
    .join(' ');
  const squeezed = text.replaceAll(' ', '');
  return asked.pieces.filter((piece) => squeezed.includes(piece)).length / asked.pieces.length;
}

function byPopularity(a: Rankable, b: Rankable): number {
  return b.popularity - a.popularity || b.year - a.year;
}
