import type { TitleFacts } from '../../../typings/contract';
import { fromQuery, routes } from '../../lib/routes';

/**
 * A page opened from 朋友圈 is a single page without a WeChat identity: the cloud cannot be asked. So the
 * shared link carries what the cover needs, and the page shows that until the reader enters the mini program
 * by the bar that WeChat puts below.
 */
const SINGLE_PAGE = 1154;
/** A link has room for so much of a name. */
const LONGEST = 60;

export function isSinglePage(): boolean {
  return wx.getLaunchOptionsSync().scene === SINGLE_PAGE;
}

interface Shared {
  title: string;
  path: string;
}

export function messageOf(book: TitleFacts | null, titleId: string, libraryLine: string): Shared {
  const title = book ? `《${shortened(book.title, 30)}》${libraryLine}` : '书香';
  return { title, path: routes.title(titleId) };
}

export function timelineOf(book: TitleFacts | null, titleId: string): { title: string; query: string } {
  const facts: Record<string, string> = {
    titleId,
    ...(book && {
      t: shortened(book.title, LONGEST),
      a: shortened(book.authors, LONGEST),
      p: shortened(book.publisher, LONGEST),
      y: String(book.year),
      c: book.clc,
    }),
  };
  const query = Object.entries(facts).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return { title: book ? `《${shortened(book.title, 40)}》` : '书香', query: query.join('&') };
}

/** What a shared link tells of the title; null when it was opened in another way. */
export function bookInLink(query: Record<string, string | undefined>): TitleFacts | null {
  const title = fromQuery(query, 't');
  if (!title) return null;
  return {
    titleId: fromQuery(query, 'titleId'),
    title,
    authors: fromQuery(query, 'a'),
    publisher: fromQuery(query, 'p'),
    year: Number(fromQuery(query, 'y')) || 0,
    clc: fromQuery(query, 'c'),
  };
}

const shortened = (text: string, most: number): string => {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
};
