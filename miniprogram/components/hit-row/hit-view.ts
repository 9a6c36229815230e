import type { LocalDate, Mark, SearchHit, TitleFacts } from '../../../typings/contract';
import { availabilityLine, type AvailabilityLine } from '../../lib/availability';

export interface HitRow {
  titleId: string;
  book: TitleFacts;
  line: AvailabilityLine;
  callNumber: string;
  /** Absent where nothing of the shown texts answered. */
  marks?: { title: Mark[]; authors: Mark[] };
}

/** A found title as the list shows it: only what is drawn goes through setData. */
export function hitRow(hit: SearchHit, today: LocalDate): HitRow {
  const { titleId, title, authors, publisher, year, clc, marks } = hit;
  return {
    titleId,
    book: { titleId, title, authors, publisher, year, clc },
    line: availabilityLine(hit.availability, today),
    callNumber: hit.callNumber,
    ...(marks.title.length + marks.authors.length > 0 ? { marks } : {}),
  };
}
