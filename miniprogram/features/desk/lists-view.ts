import type { DeskApi, FetchRow, LocalDate, ShelfRow } from '../../../typings/contract';
import { datesInWords, longDate, moment } from '../../lib/dates';

type LogRow = ReturnType<DeskApi['desk.log']>['list'][number];

export interface ShelfLine {
  holdId: string;
  /** "林知夏 0012": as the slip on the book says it. */
  who: string;
  title: string;
  barcode: string;
  until: string;
  expired: boolean;
}

export function shelfLine(row: ShelfRow, today: LocalDate): ShelfLine {
  const until = row.pickUpBy ? `保留到 ${longDate(row.pickUpBy, today)}` : '预约已取消或过期';
  return {
    holdId: row.holdId,
    who: row.expired ? '撤下' : `${row.readerName} ${row.cardTail}`,
    title: row.title.title,
    barcode: row.barcode,
    until,
    expired: row.expired,
  };
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
