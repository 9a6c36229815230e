import type { DeskApi, FetchRow, LocalDate, ShelfRow } from '../../../typings/contract';
import { datesInWords, longDate, moment } from '../../lib/dates';

type LogRow = ReturnType<DeskApi['desk.log']>['list'][number];

export interface ShelfLine {
  /** "林知夏 0012": as the slip on the book says it. */
  who: string;
  title: string;
  barcode: string;
  until: string;
  /** Has to leave the shelf: "urgent" nobody comes for it, "soon" it serves a reader elsewhere, "" it waits here. */
  leave: '' | 'soon' | 'urgent';
  tag: string;
}

export function shelfLine(row: ShelfRow, today: LocalDate): ShelfLine {
  const base = { title: row.title.title, barcode: row.barcode };
  if (row.expired) {
    return { ...base, who: '撤下', until: '预约已取消或过期，请扫码还回', leave: 'urgent', tag: '要撤下' };
  }
  const who = `${row.readerName} ${row.cardTail}`;
  // The hold of this copy has passed to a reader who picks up at another branch.
  if (!row.pickUpBy)
    return { ...base, who, until: '轮到这位读者，在别的分馆取；请扫码还回', leave: 'soon', tag: '要送走' };
  return { ...base, who, until: `保留到 ${longDate(row.pickUpBy, today)}`, leave: '', tag: '' };
}

export interface FetchLine {
  barcode: string;
  shelf: string;
  callNumber: string;
  title: string;
  waiting: string;
}

export function fetchLine({ barcode, shelf, callNumber, title, waiting }: FetchRow): FetchLine {
  return { barcode, shelf, callNumber, title: title.title, waiting: `${waiting} 位读者在等` };
}

/** Along the shelves: by shelf, then by call number, as numbers and not as text, so that K2/9 stands before K2/10. */
export function inShelfOrder(rows: FetchLine[]): FetchLine[] {
  return [...rows].sort((a, b) => compare(a.shelf, b.shelf) || compare(a.callNumber, b.callNumber));
}

/** The words of the operation log for what the log names by its action. */
const DONE: Record<string, string> = {
  'desk.checkOut': '借书',
  'desk.checkIn': '还书',
  'desk.renew': '续借',
};

export interface LogLine {
  key: string;
  at: string;
  name: string;
  outcome: string;
  title: string;
  detail: string;
}

export function logLine(row: LogRow, today: LocalDate): LogLine {
  return {
    key: `${row.at} ${row.barcode} ${row.action}`,
    at: moment(row.at, today),
    name: DONE[row.action] ?? '',
    outcome: datesInWords(row.outcome, today),
    title: row.titleName,
    detail: [row.barcode, row.staffName].filter(Boolean).join(' · '),
  };
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'zh', { numeric: true });
}
