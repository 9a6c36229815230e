import type { ArticleCard, ArticlePage, Block, LocalDate, TitleFacts } from '../../../typings/contract';
import { eventRow, type EventRow } from '../../components/event-row/event-view';
import { availabilityLine, type AvailabilityLine } from '../../lib/availability';
import { localDateOf, longDate } from '../../lib/dates';

interface ArticleRow {
  articleId: string;
  title: string;
  lead: string;
  cover: string;
  column: string;
  /** "光影 · 6 分钟 · 11月20日 周五". */
  facts: string;
}

export function articleRow(card: ArticleCard, today: LocalDate): ArticleRow {
  const { articleId, title, lead, cover, columnName, minutes, publishedAt } = card;
  const day = publishedAt ? longDate(localDateOf(publishedAt), today) : '';
  return {
    ...{ articleId, title, lead, cover, column: columnName },
    facts: [columnName, `${minutes} 分钟`, day].filter(Boolean).join(' · '),
  };
}

interface Picture {
  fileId: string;
  caption: string;
  alt: string;
}

/** One part of the page, by what it is drawn as. `key` tells it from the others. */
type Part = { key: string } & (
  | { kind: 'heading'; text: string }
  | { kind: 'text'; lines: string[] }
  | { kind: 'quote'; lines: string[]; from: string }
  | { kind: 'pictures'; pictures: Picture[] }
  | { kind: 'clip' | 'audio'; fileId: string; title: string }
  | { kind: 'book'; book: TitleFacts; line: AvailabilityLine }
  | { kind: 'event'; event: EventRow }
);

export interface ArticleView extends ArticleRow {
  author: string;
  columnId: string;
  columnAbout: string;
  parts: Part[];
  /** Every picture in its order, to be looked at one after the other. */
  pictures: string[];
}

const linesOf = (text: string): string[] => text.split('\n').filter(Boolean);

/** A book or an event that is gone, and a kind of part that this version does not know, is left out. */
function partsOf(page: ArticlePage, today: LocalDate, now: number): Part[] {
  return page.blocks.flatMap((block, n) => {
    const part = partOf(block, page, today, now);
    return part ? [{ key: String(n), ...part }] : [];
  });
}

type Drawn = Part extends infer P ? (P extends Part ? Omit<P, 'key'> : never) : never;

function partOf(block: Block, page: ArticlePage, today: LocalDate, now: number): Drawn | undefined {
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', text: block.text };
    case 'text':
      return { kind: 'text', lines: linesOf(block.text) };
    case 'quote':
      return { kind: 'quote', lines: linesOf(block.text), from: block.from };
    case 'picture':
      return block.fileId ? { kind: 'pictures', pictures: [block] } : undefined;
    case 'gallery':
      return { kind: 'pictures', pictures: block.pictures.filter(({ fileId }) => fileId) };
    case 'clip':
    case 'audio':
      return block.fileId ? { kind: block.kind, fileId: block.fileId, title: block.title } : undefined;
    case 'book':
      return bookPart(page, block.titleId, today);
    case 'event':
      return eventPart(page, block.eventId, today, now);
    default:
      return undefined;
  }
}

function bookPart({ books }: ArticlePage, titleId: string, today: LocalDate): Drawn | undefined {
  const found = books.find((book) => book.titleId === titleId);
  if (!found) return undefined;
  const { availability, ...book } = found;
  return { kind: 'book', book, line: availabilityLine(availability, today) };
}

function eventPart(
  { events }: ArticlePage,
  eventId: string,
  today: LocalDate,
  now: number,
): Drawn | undefined {
  const found = events.find((event) => event.eventId === eventId);
  return found && { kind: 'event', event: eventRow(found, today, now) };
}

export function articleView(page: ArticlePage, today: LocalDate, now: number): ArticleView {
  const parts = partsOf(page, today, now);
  return {
    ...articleRow(page, today),
    author: page.author,
    columnId: page.column.columnId,
    columnAbout: page.column.about,
    parts,
    pictures: parts.flatMap((part) =>
      part.kind === 'pictures' ? part.pictures.map(({ fileId }) => fileId) : [],
    ),
  };
}
