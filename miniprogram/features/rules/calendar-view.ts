import type { CalendarDay, ClosureRow, LocalDate } from '../../../typings/contract';
import { longDate, moment, shortDate } from '../../lib/dates';

export interface DayCell {
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

export interface MonthView {
  name: string;
  /** Empty cells before the first day; the week begins on Monday. */
  blanks: number[];
  cells: DayCell[];
}

/** "9–21" of "09:00–21:00": all that fits into a cell. */
export function briefHours(hours: string): string {
  return hours
    .split('–')
    .map((time) => time.replace(/^0/, '').replace(/:00$/, ''))
    .join('–');
}

export function monthName(month: string): string {
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
  const state = hours === '' ? '闭馆' : `开放 ${hours}`;
  return {
    date,
    day: Number(date.slice(8)),
    tone,
    past: date < today,
    today: date === today,
    word: hours === '' ? '闭馆' : briefHours(hours),
    holiday,
    label: [longDate(date, today), state, why].filter(Boolean).join('，'),
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

export function closureLine(closure: ClosureRow, today: LocalDate): ClosureLine {
  const { from, to, status, loansMoved, holdsMoved } = closure;
  const days = from === to ? longDate(from, today) : `${shortDate(from, today)} 至 ${shortDate(to, today)}`;
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
    canUndo: (status === 'moving' || status === 'moved') && to >= today,
  };
}
