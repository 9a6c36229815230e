import type { CalendarDay, ClosureRow, LocalDate } from '../../../typings/contract';
import type { Output } from '../../lib/call';
import { longDate, moment, shortDate } from '../../lib/dates';
import { refusalLines, type RefusalLine } from '../../lib/refusals';

interface DayCell {
  date: LocalDate;
  day: number;
  /** "closed", "open", "other" (hours of its own) or "past"; a mark and a word say the same as the colour. */
  tone: string;
  past: boolean;
  today: boolean;
  word: string;
  holiday: string;
  label: string;
}

interface MonthView {
  name: string;
  /** Empty cells before the first day; the week begins on Monday. */
  blanks: number[];
  cells: DayCell[];
}

/** "9–21" of "09:00–21:00", and of "09:00–12:00，14:00–21:00": all that fits into a cell. */
export function briefHours(hours: string): string {
  const { openFrom, openTo } = timesOf(hours);
  return [openFrom, openTo].map((time) => time.replace(/^0/, '').replace(/:00$/, '')).join('–');
}

function monthName(month: string): string {
  return `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`;
}

export function monthAfter(month: string, by: 1 | -1): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const n = year * 12 + number - 1 + by;
  return `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
}

export function monthView(month: string, days: CalendarDay[], today: LocalDate): MonthView {
  const [first] = days;
  const weekday = first ? (new Date(`${first.date}T00:00:00Z`).getUTCDay() + 6) % 7 : 0;
  return {
    name: monthName(month),
    blanks: Array.from({ length: weekday }, (_, n) => n),
    cells: days.map((day) => cellOf(day, today)),
  };
}

function cellOf({ date, hours, why, kind }: CalendarDay, today: LocalDate): DayCell {
  const tone = hours === '' ? 'closed' : kind === 'exception' ? 'other' : 'open';
  const holiday = kind === 'holiday' ? '假' : kind === 'workday' ? '班' : '';
  return {
    date,
    day: Number(date.slice(8)),
    tone,
    past: date < today,
    today: date === today,
    word: hours === '' ? '闭馆' : briefHours(hours),
    holiday,
    label: [longDate(date, today), stateOf(hours), why].filter(Boolean).join('，'),
  };
}

export interface ClosureLine {
  closureId: string;
  days: string;
  why: string;
  tone: 'good' | 'soon' | 'quiet';
  status: string;
  numbers: string;
  who: string;
  canUndo: boolean;
}

const STATUS: Record<ClosureRow['status'], { tone: ClosureLine['tone']; status: string }> = {
  moving: { tone: 'soon', status: '正在顺延' },
  moved: { tone: 'good', status: '已顺延' },
  undoing: { tone: 'soon', status: '正在恢复' },
  undone: { tone: 'quiet', status: '已撤销' },
};

function closureLine(closure: ClosureRow, today: LocalDate): ClosureLine {
  const { from, to, status, loansMoved, holdsMoved } = closure;
  const days = closure.weekly
    ? `${longDate(from, today)}起`
    : from === to
      ? longDate(from, today)
      : `${shortDate(from, today)} 至 ${shortDate(to, today)}`;
  return {
    closureId: closure.closureId,
    days,
    why: closure.why,
    ...STATUS[status],
    numbers:
      status === 'moving' && loansMoved + holdsMoved === 0
        ? '一两分钟后可以看到顺延了多少'
        : `顺延借阅 ${loansMoved} 册、预约 ${holdsMoved} 本`,
    who: `${closure.staffName} ${moment(closure.at, today)}`,
    canUndo: (status === 'moving' || status === 'moved') && closure.undoUntil >= today,
  };
}

export const noMonth: MonthView = { name: '', blanks: [], cells: [] };

/** The branch where staff work, or the first that there is. */
export function branchHere(branches: { id: string }[], here: string): string {
  return branches.some(({ id }) => id === here) ? here : (branches[0]?.id ?? '');
}

/** A day as its sheet shows it. */
export interface DaySheet {
  date: LocalDate;
  title: string;
  state: string;
  why: string;
  closed: boolean;
  /** It has hours of its own, which can be taken back. */
  own: boolean;
  past: boolean;
}

export function daySheet({ date, hours, why, kind }: CalendarDay, today: LocalDate): DaySheet {
  return {
    date,
    title: longDate(date, today),
    state: stateOf(hours),
    why,
    closed: hours === '',
    own: kind === 'exception',
    past: date < today,
  };
}

/** What the pickers begin with: the hours of the day, or usual ones where it is closed. */
export function timesOf(hours: string): { openFrom: string; openTo: string } {
  const times = hours ? hours.split(/[–，]/) : [];
  return { openFrom: times[0] ?? '10:00', openTo: times[times.length - 1] ?? '16:00' };
}

const stateOf = (hours: string): string => (hours === '' ? '闭馆' : `开放 ${hours}`);

/** Days from the first to the last; the last is never before the first. */
export function span(from: LocalDate, to: LocalDate): { from: LocalDate; to: LocalDate } {
  return { from, to: to < from ? from : to };
}

/** What a closure would move, and why the days cannot be closed. */
export function previewOf(
  { loans, holds, nextOpenDay, refusals }: Output<'rules.previewClosure'>,
  today: LocalDate,
): { preview: string; because: RefusalLine[] } {
  const moved = [
    loans > 0 && ` ${loans} 册借阅的到期日（多数到 ${longDate(nextOpenDay, today)}）`,
    holds > 0 && ` ${holds} 本待取预约的取书日`,
  ].filter(Boolean);
  return {
    preview:
      moved.length === 0
        ? '这几天没有到期的借阅，也没有待取的预约。'
        : `会顺延${moved.join('、')}，并给每位读者发一次通知。`,
    because: refusalLines(refusals),
  };
}

export function closureLines(closures: ClosureRow[], today: LocalDate): ClosureLine[] {
  return closures.map((closure) => closureLine(closure, today));
}

/** Dates are being moved or put back: what is shown is out of date soon. */
export function stillMoving(closures: ClosureRow[]): boolean {
  return closures.some(({ status }) => status === 'moving' || status === 'undoing');
}
