import type {
  Application,
  ConflictRow,
  FetchRow,
  LocalDate,
  OverdueRow,
  ShelfRow,
  TransitRow,
} from '../../../typings/contract';
import { clock, daysBetween, localDateOf, longDate, moment, shortDate } from '../../lib/dates';
import type { RefusalLine } from '../../lib/refusals';
import { deskLines } from './desk-refusals';
import type { KeptScan } from './offline/line';

interface ShelfLine {
  /** "林知夏 0012": as the slip on the book says it. */
  who: string;
  title: string;
  barcode: string;
  until: string;
  /**
   * Has to leave the shelf: "urgent" nobody comes for it, "soon" it serves a reader elsewhere, "" it waits
   * here.
   */
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

interface FetchLine {
  barcode: string;
  shelf: string;
  callNumber: string;
  title: string;
  waiting: string;
}

export function fetchLine({ barcode, shelf, callNumber, title, waiting }: FetchRow): FetchLine {
  return { barcode, shelf, callNumber, title: title.title, waiting: `${waiting} 位读者在等` };
}

/**
 * Along the shelves: by shelf, then by call number, as numbers and not as text, so that K2/9 stands before
 * K2/10.
 */
export function inShelfOrder(rows: FetchLine[]): FetchLine[] {
  return [...rows].sort((a, b) => compare(a.shelf, b.shelf) || compare(a.callNumber, b.callNumber));
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'zh', { numeric: true });
}

/** On the road for longer than this, a copy is asked after. */
const LONG_ON_THE_ROAD = 3;

interface TransitLine {
  barcode: string;
  title: string;
  way: string;
  why: string;
  since: string;
  late: string;
}

export function transitLine(row: TransitRow, today: LocalDate): TransitLine {
  const days = daysBetween(localDateOf(row.since), today);
  return {
    barcode: row.barcode,
    title: row.title.title,
    way: `${row.fromBranchName} → ${row.toBranchName}`,
    why: row.why === 'hold' ? '有读者预约' : '送回所属馆',
    since: `${shortDate(localDateOf(row.since), today)} 发出`,
    late: days > LONG_ON_THE_ROAD ? `在途 ${days} 天` : '',
  };
}

export interface OverdueLine {
  readerId: string;
  who: string;
  phone: string;
  /** How late what they have had longest is. */
  longest: string;
  loans: { loanId: string; barcode: string; title: string; facts: string }[];
  /** Why nobody is reminded now; "": the button is there. */
  why: string;
}

export const overdueLine = (row: OverdueRow, today: LocalDate): OverdueLine => ({
  readerId: row.readerId,
  who: row.readerName,
  phone: row.phone,
  longest: row.loans.length > 1 ? `最久${row.loans[0]?.late ?? ''}` : (row.loans[0]?.late ?? ''),
  loans: row.loans.map(({ loanId, barcode, title, dueOn, claimedReturned }) => ({
    ...{ loanId, barcode, title: title.title },
    facts: `${longDate(dueOn, today)} 到期${claimedReturned ? ' · 读者称已还' : ''}`,
  })),
  why: whyNotReminded(row),
});

export const whyNotReminded = ({ because }: Pick<OverdueRow, 'because'>): string =>
  because.some(({ code }) => code === 'nothing_overdue')
    ? '读者都称已还，先到架上找'
    : deskLines(because)
        .map(({ text }) => text)
        .join('');

export interface ConflictLine {
  conflictId: string;
  what: string;
  barcode: string;
  title: string;
  reader: string;
  when: string;
  staff: string;
  lines: RefusalLine[];
}

export function conflictLine(row: ConflictRow, today: LocalDate): ConflictLine {
  return {
    conflictId: row.conflictId,
    what: row.action === 'checkOut' ? '离线借书' : '离线还书',
    barcode: row.barcode,
    title: row.titleName || `条码 ${row.barcode}`,
    reader: row.readerName,
    when: `${moment(row.scannedAt, today)} 扫码，${moment(row.arrivedAt, today)} 上传`,
    staff: row.staffName,
    lines: deskLines(row.because, today),
  };
}

export interface WaitingLine {
  number: number;
  barcode: string;
  text: string;
}

/** A scan that waits on this device. */
export function waitingLine({ number, action, barcode, card, scannedAt }: KeptScan): WaitingLine {
  const what = action === 'checkOut' ? `借书 ${card ?? ''}` : '还书';
  return { number, barcode, text: `${clock(scannedAt)} ${what}` };
}

export interface ApplicationLine {
  readerId: string;
  name: string;
  facts: string;
  phone: string;
  guardian: string;
  when: string;
}

export function applicationLine(row: Application, today: LocalDate): ApplicationLine {
  return {
    readerId: row.readerId,
    name: row.name,
    facts: `${row.categoryName} · ${row.birthDate} 出生`,
    phone: row.phone,
    guardian: row.guardianName ? `监护人 ${row.guardianName}` : '',
    when: `${moment(row.appliedAt, today)} 申请`,
  };
}
