import type { ShelfStretch, ShelfTitle } from '../../../typings/contract';

/** Titles drawn at once: a cover is a dozen nodes, and a page has room for a thousand. */
const DRAWN = 30;
/** Titles that one tap adds at an end. */
const STEP = 10;

export interface ShelfRow {
  titleId: string;
  book: Pick<ShelfTitle, 'titleId' | 'title' | 'authors' | 'publisher' | 'year' | 'clc'>;
  callNumber: string;
  place: string;
  standing: string;
  good: boolean;
  here: boolean;
}

export type Way = 'left' | 'right';

/** Which of the known titles are drawn: `from` inclusive, `to` exclusive. */
interface Window {
  from: number;
  to: number;
}

/** The title in the middle. */
export function around(list: ShelfTitle[], titleId: string): Window {
  const here = Math.max(
    0,
    list.findIndex((title) => title.titleId === titleId),
  );
  const from = Math.max(0, here - STEP);
  return { from, to: Math.min(list.length, from + 2 * STEP + 1) };
}

/** Further to one side; what is far away at the other side is no longer drawn. */
export function moved({ from, to }: Window, way: Way, known: number): Window {
  if (way === 'right') {
    const end = Math.min(known, to + STEP);
    return { from: Math.max(from, end - DRAWN), to: end };
  }
  const start = Math.max(0, from - STEP);
  return { from: start, to: Math.min(to, start + DRAWN) };
}

/**
 * Known titles with a further stretch at one end; a title that stood at the edge of both stays where it was.
 */
function joined(known: ShelfTitle[], further: ShelfTitle[], way: Way): ShelfTitle[] {
  const ids = new Set(known.map(({ titleId }) => titleId));
  const fresh = further.filter(({ titleId }) => !ids.has(titleId));
  return way === 'left' ? [...fresh, ...known] : [...known, ...fresh];
}

/**
 * What is known of a shelf: its titles, where the next stretch to each side begins, and what of it is drawn.
 */
export interface Shelf {
  known: ShelfTitle[];
  ends: Partial<Record<Way, string>>;
  drawn: Window;
}

export function begun({ list, left, right }: ShelfStretch, titleId: string): Shelf {
  const ends = { ...(left && { left }), ...(right && { right }) };
  return { known: list, ends, drawn: around(list, titleId) };
}

/** With the next stretch to one side; what is drawn stays the same titles. */
export function grown({ known, ends, drawn }: Shelf, stretch: ShelfStretch, way: Way): Shelf {
  const all = joined(known, stretch.list, way);
  const added = way === 'left' ? all.length - known.length : 0;
  const { [way]: _ended, ...rest } = ends;
  const next = stretch[way];
  return {
    known: all,
    ends: { ...rest, ...(next !== undefined && { [way]: next }) },
    drawn: { from: drawn.from + added, to: drawn.to + added },
  };
}

export function shelfView({ known, ends, drawn }: Shelf, titleId: string) {
  return {
    rows: known.slice(drawn.from, drawn.to).map((title) => shelfRow(title, titleId)),
    hasLeft: drawn.from > 0 || ends.left !== undefined,
    hasRight: drawn.to < known.length || ends.right !== undefined,
  };
}

function shelfRow(title: ShelfTitle, here: string): ShelfRow {
  const { titleId, authors, publisher, year, clc, callNumber, shelf, onShelf, copies } = title;
  return {
    titleId,
    book: { titleId, title: title.title, authors, publisher, year, clc },
    callNumber,
    place: shelf,
    standing: onShelf > 0 ? `在架 ${onShelf} 册` : `不在架，共 ${copies} 册`,
    good: onShelf > 0,
    here: titleId === here,
  };
}
