import type { LocalDate } from '../../../typings/contract';
import { longDate, shortDate } from '../../lib/dates';
import { yuan } from '../../lib/money';

interface LoanDay {
  date: LocalDate;
  open: boolean;
  fine: number;
  stopped: number;
}

interface PictureCell {
  date: LocalDate;
  day: string;
  /** "lent", "loan", "due", "late" or "out" of the loan; a closed day is struck besides. */
  tone: string;
  closed: boolean;
  /** Under the number: the month where one begins, what it is, what it costs. */
  word: string;
  label: string;
}

interface PictureWeek {
  key: string;
  cells: PictureCell[];
  /** So many weeks of the loan are left out before this one. */
  skipped: number;
}

/** Weeks that are shown whole at the start and at the end of a long loan. */
const FIRST_WEEKS = 2;
const LAST_WEEKS = 4;

/**
 * A loan as weeks from Monday on: the day it is lent, its days, closed ones, its last one, and what each day
 * after it costs. The middle of a long loan is left out.
 */
export function loanPicture(days: LoanDay[], dueOn: LocalDate, today: LocalDate): PictureWeek[] {
  const [first] = days;
  if (!first) return [];
  const blanks = (new Date(`${first.date}T00:00:00Z`).getUTCDay() + 6) % 7;
  const cells = [
    ...Array.from({ length: blanks }, (_, n) => blank(`before ${n}`)),
    ...days.map((day) => cellOf(day, { lentOn: first.date, dueOn, today })),
  ];
  while (cells.length % 7 > 0) cells.push(blank(`after ${cells.length}`));
  const weeks = Array.from({ length: cells.length / 7 }, (_, n) => cells.slice(n * 7, n * 7 + 7));
  const left = Math.max(0, weeks.length - FIRST_WEEKS - LAST_WEEKS);
  return weeks.flatMap((week, n) =>
    left > 1 && n >= FIRST_WEEKS && n < FIRST_WEEKS + left
      ? []
      : [
          {
            key: week[0]?.date ?? '',
            cells: week,
            skipped: left > 1 && n === FIRST_WEEKS + left ? left : 0,
          },
        ],
  );
}

function blank(date: string): PictureCell {
  return { date, day: '', tone: 'out', closed: false, word: '', label: '' };
}

function cellOf(
  { date, open, fine, stopped }: LoanDay,
  { lentOn, dueOn, today }: { lentOn: LocalDate; dueOn: LocalDate; today: LocalDate },
): PictureCell {
  const costs = [fine > 0 && yuan(fine), stopped > 0 && `停 ${stopped} 天`].filter(Boolean).join(' ');
  const tone = date === dueOn ? 'due' : date === lentOn ? 'lent' : date < dueOn ? 'loan' : 'late';
  const named = { due: '到期', lent: '借出', loan: '', late: costs }[tone];
  const beginsMonth = date.endsWith('-01') ? `${Number(date.slice(5, 7))} 月` : '';
  const state = [open ? '' : '闭馆', tone === 'late' ? `这天还：${costs || '不收费'}` : named];
  return {
    date,
    day: String(Number(date.slice(8))),
    tone,
    closed: !open,
    word: named || (open ? beginsMonth : '闭'),
    label: [longDate(date, today), ...state].filter(Boolean).join('，'),
  };
}

/** "11/22 至 12/22", for a line that says from when to when. */
export function fromTo(from: LocalDate, to: LocalDate, today: LocalDate): string {
  return `${shortDate(from, today)} 至 ${shortDate(to, today)}`;
}
