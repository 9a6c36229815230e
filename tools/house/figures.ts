import { castsIn } from './casts';
import { circlesIn } from './circles';
import { wideComments } from './comments';
import { ownExports, type Export } from './exports';
import { bySize, filesBySize, functionsBySize, type Sized } from './largest';
import { linksIn } from './links';
import { repeatedPairs, type Pair } from './repeats';
import { isPage, readSheets, readTree, roomOf, type Sheet, type Source } from './sources';
import { repeatedStyles, type RepeatedStyle } from './styles';

export interface Room {
  name: string;
  files: number;
  lines: number;
  /** Lines of its tests. */
  testLines: number;
  casts: number;
}

/** All that is measured of a tree. */
export interface Figures {
  rooms: Room[];
  pages: number;
  pageLines: number;
  /** Files with casts, most first. */
  castsByFile: Sized[];
  pairs: Pair[];
  circles: string[][];
  ownExports: Export[];
  /** `path:line` */
  wideComments: string[];
  repeatedStyles: RepeatedStyle[];
  /** From the longest down, whole. */
  pagesBySize: Sized[];
  /** From the longest down, tables left out of files. */
  functions: Sized[];
  files: Sized[];
}

export const figuresOf = (root: string): Figures => measured(readTree(root), readSheets(root));

export function measured(sources: Source[], sheets: Sheet[] = []): Figures {
  const product = sources.filter(({ isTest }) => !isTest);
  const pages = product.filter(({ path }) => isPage(path));
  const links = linksIn(sources);
  return {
    rooms: roomsOf(sources),
    pages: pages.length,
    pageLines: linesOf(pages),
    castsByFile: castsByFile(product),
    pairs: repeatedPairs(product),
    circles: circlesIn(links),
    ownExports: ownExports(sources, links),
    wideComments: sources.flatMap((source) => wideComments(source).map((line) => `${source.path}:${line}`)),
    repeatedStyles: repeatedStyles(sheets),
    pagesBySize: pages.map(({ path, lines }) => ({ what: path, lines: lines.length })).sort(bySize),
    functions: functionsBySize(product),
    files: filesBySize(product),
  };
}

const castsByFile = (sources: Source[]): Sized[] =>
  sources
    .map((source) => ({ what: source.path, lines: castsIn(source).length }))
    .filter(({ lines }) => lines > 0)
    .sort((a, b) => b.lines - a.lines);

function roomsOf(sources: Source[]): Room[] {
  const names = [...new Set(sources.map(({ path }) => roomOf(path)))].sort();
  return names.map((name) => {
    const inside = sources.filter(({ path }) => roomOf(path) === name);
    const product = inside.filter(({ isTest }) => !isTest);
    return {
      name,
      files: product.length,
      lines: linesOf(product),
      testLines: linesOf(inside.filter(({ isTest }) => isTest)),
      casts: product.reduce((sum, source) => sum + castsIn(source).length, 0),
    };
  });
}

const linesOf = (sources: Source[]): number => sources.reduce((sum, { lines }) => sum + lines.length, 0);
