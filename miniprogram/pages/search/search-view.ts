import type { LocalDate, SearchHit, SearchResult, TitleFacts } from '../../../typings/contract';
import { availabilityLine, type AvailabilityLine } from '../../lib/availability';

export interface HitRow {
  titleId: string;
  book: TitleFacts;
  line: AvailabilityLine;
  callNumber: string;
}

/** A hit as the list shows it: only what is drawn goes through setData. */
export function hitRow(hit: SearchHit, today: LocalDate): HitRow {
  const { titleId, title, authors, publisher, year, clc } = hit;
  return {
    titleId,
    book: { titleId, title, authors, publisher, year, clc },
    line: availabilityLine(hit.availability, today),
    callNumber: hit.callNumber,
  };
}

/** "找到 12 种", "找到 200 种以上". */
export function totalText(result: SearchResult): string {
  return result.totalIsAtLeast ? `找到 ${result.total} 种以上` : `找到 ${result.total} 种`;
}

/** What to try when nothing was found, by what was asked. */
export function advice(query: string, filtered: boolean): string {
  if (filtered) return '试试放宽条件：去掉分馆、在架或分类的限制。';
  if (/^[\dXx-]{8,17}$/.test(query)) return '请核对 ISBN，或改用书名查找。';
  return '试试只输入书名中的几个字，或换成作者的姓名。';
}

/** What a scanned code asks for: an ISBN without its marks, anything else as it is. */
export function scannedQuery(code: string): string {
  const text = code.trim();
  return /^[\d-]{9,16}[\dXx]$/.test(text) ? text.replace(/-/g, '') : text;
}
