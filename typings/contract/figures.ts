import type { QuickReason } from './satisfaction';
import type { Instant, LocalDate } from './shapes';

/** What is counted of a day. */
export type Figure =
  | 'loans'
  | 'returns'
  | 'renewals'
  | 'holds'
  | 'holdsCancelled'
  | 'newCards'
  | 'registrations'
  | 'registrationsCancelled'
  | 'talks'
  | 'talksAnswered'
  | 'attendances'
  | 'eventsHeld'
  | 'deliveries'
  | 'deliveriesDone'
  | 'visitsAtDesk';

export interface Satisfied {
  answers: number;
  /** null: too few to say. */
  rate: { share: number; from: number; to: number } | null;
}

/** `answers` null: withheld, since it could tell of somebody. */
export interface SatisfiedPart {
  key: string;
  answers: number | null;
  rate: Satisfied['rate'];
}

/** Satisfaction by what it is of. */
export interface SatisfactionTold {
  /** That are over and can be told, the last first: "2026-3". */
  quarters: string[];
  /** The one that is told; "": none. */
  quarter: string;
  all: Satisfied;
  yearBefore: Satisfied;
  byService: SatisfiedPart[];
  byBranch: SatisfiedPart[];
  byCategory: SatisfiedPart[];
  /** What was tapped beside a face, null: too few answers to say. */
  reasons: { reason: QuickReason; times: number | null }[];
  /** Lately, in whole weeks that hold enough answers, the latest first. */
  weeks: { from: LocalDate; to: LocalDate; now: Satisfied }[];
}

/** A number beside those that it is compared with; what was before is told up to yesterday's place. */
export interface Compared {
  figure: Figure;
  today: number;
  /** The whole of the same weekday a week before. */
  sameWeekday: number;
  week: number;
  weekBefore: number;
  month: number;
  monthYearBefore: number;
  year: number;
  yearBefore: number;
}

export interface Indicator {
  name: string;
  /** As the standard names it. */
  standard: string;
  /** In words, with what was put in. */
  formula: string;
  value: number | null;
  unit: string;
}

/** A row of the yearly form; null: not counted here, `how` says why. Its parts sum to it. */
export interface FormRow {
  name: string;
  unit: string;
  value: number | null;
  how: string;
  parts: { name: string; value: number }[];
}

/** What a month came to, beside the month before and the same of the year before. */
export interface MonthReport {
  month: string;
  libraryName: string;
  /** The month is not over yet. */
  runs: boolean;
  rows: { figure: Figure; value: number; before: number; yearBefore: number }[];
  byBranch: FiguresPage['byBranch'];
  byCategory: FiguresPage['byCategory'];
  byClass: FiguresPage['byClass'];
  byHour: { hour: string; loans: number }[];
}

/** How the collection and the services are used. */
export interface ServicesPage {
  indicators: Indicator[];
  /** By main class: titles, those never lent, loans of the last twelve months; null: not worked out yet. */
  collection: { clc: string; titles: number; neverLent: number; loans: number }[] | null;
  /** Titles that most wait for, and how many copies would bring the queue to three a copy. */
  queues: { titleId: string; title: string; waiting: number; copies: number; buy: number }[];
  /** Days until holds were ready: half of them within, nine of ten within; null: none. */
  waits: { half: number; most: number; of: number } | null;
  /** Searches of this month that found nothing, by different readers of a minute. */
  emptySearches: number;
}

export interface FiguresPage {
  today: LocalDate;
  /** Counted up to here: some minutes behind. */
  upTo: Instant | '';
  compared: Compared[];
  /** The last five weeks and the same days (by weekday) a year before. */
  loansByDay: { day: LocalDate; loans: number; yearBefore: number }[];
  /** Loans by weekday (Monday first) and hour over the last five weeks. */
  hours: number[][];
  byBranch: { name: string; loans: number; returns: number }[];
  byCategory: { name: string; loans: number }[];
  byClass: { clc: string; loans: number }[];
  satisfaction: Satisfied & { yearBefore: Satisfied; quarter: string; byService: SatisfiedPart[] };
  indicators: Indicator[];
  openCases: number;
  lateCases: number;
}

/** Whether a service of the library lives: when something was last done in it. */
export interface Pulse {
  service: string;
  lastAt: Instant | '';
  /** Days since; null: never. */
  days: number | null;
  tone: 'good' | 'soon' | 'urgent';
  next: string;
}

export interface FigureDeskApi {
  /** The director's page, in six reads. */
  'figureDesk.page'(input: Record<string, never>): FiguresPage;
  /** What readers said in a quarter that is over (the last by default), and lately. */
  'figureDesk.satisfaction'(input: { quarter?: string }): SatisfactionTold;
  /** Zombie accounts: what has not been used or answered. */
  'figureDesk.health'(input: Record<string, never>): { pulses: Pulse[] };
  'figureDesk.services'(input: Record<string, never>): ServicesPage;
  'figureDesk.month'(input: { month: string }): MonthReport;
  /** 文旅基3表 of a year. */
  'figureDesk.form'(input: { year: string }): { year: string; rows: FormRow[] };
  /** All of a year as a workbook for spreadsheets, in base64. */
  'figureDesk.workbook'(input: { year: string }): { name: string; base64: string };
  /** The days of a range as rows, to be written into a file. */
  'figureDesk.rows'(input: { from: LocalDate; to: LocalDate }): {
    columns: { figure: string; name: string }[];
    rows: (string | number)[][];
    csv: string;
  };
}
