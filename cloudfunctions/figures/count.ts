import type { Figure } from '../../typings/contract/figures';
import type { FigureDocument, OperationDocument } from '../documents';
import { localDateOf, localTimeOf } from '../kernel/local-date';

/** What of a line of the log is counted. Names are gone from it after a month; none of this is. */
export type CountedLine = Pick<OperationDocument, 'at' | 'action' | 'branchId' | 'counts' | 'undid'>;
export const COUNTED_FIELDS = ['at', 'action', 'branchId', 'counts', 'undid'] as const;

/** Which acts count as what, where their line does not say it itself. */
const COUNTS: Readonly<Record<string, readonly Figure[] | undefined>> = {
  // Lines of before: since then they say it themselves.
  'desk.checkOut': ['loans', 'visitsAtDesk'],
  'desk.checkIn': ['returns', 'visitsAtDesk'],
  'loans.transfer': ['loans'],
  'loans.renew': ['renewals'],
  'desk.renew': ['renewals'],
  'holds.place': ['holds'],
  'desk.placeHold': ['holds'],
  'holds.cancel': ['holdsCancelled'],
  'account.apply': ['newCards'],
  'desk.newCard': ['newCards'],
  'events.register': ['registrations'],
  'events.cancel': ['registrationsCancelled'],
  'eventDesk.close': ['eventsHeld'],
  'deliveries.ask': ['deliveries'],
  'deliveryDesk.deliver': ['deliveriesDone'],
  'talks.open': ['talks'],
  'talkDesk.finish': ['talksAnswered'],
};

/** The whole library beside its branches. */
export const ALL = 'all';

const emptyFigures = (kind: FigureDocument['kind'], span: string, branchId: string): FigureDocument => ({
  _id: `${span}_${branchId}`,
  span,
  kind,
  branchId,
  counts: {},
  byCategory: {},
  byClass: {},
  byHour: {},
});

/**
 * What lines add: to their day and month, at their branch and in all. What was undone is taken off its own
 * day.
 */
export function figuresOf(lines: readonly CountedLine[]): Map<string, FigureDocument> {
  const all = new Map<string, FigureDocument>();
  for (const line of lines) {
    if (line.undid) count(all, { ...line.undid, branchId: line.branchId }, -1);
    else count(all, line, 1);
  }
  return all;
}

const onceEach = (figures: readonly Figure[]): Figures =>
  Object.fromEntries(figures.map((figure) => [figure, 1]));
const timesBy = (figures: Figures, by: 1 | -1): Figures =>
  Object.fromEntries(Object.entries(figures).map(([figure, times]) => [figure, times * by]));
type Figures = Partial<Record<Figure, number>>;

type Counted = Omit<CountedLine, 'undid'>;

function count(all: Map<string, FigureDocument>, line: Counted, by: 1 | -1): void {
  const figures = line.counts?.figures ?? onceEach(COUNTS[line.action] ?? []);
  if (Object.keys(figures).length === 0) return;
  const day = localDateOf(line.at);
  const branches = line.branchId ? [line.branchId, ALL] : [ALL];
  for (const branchId of branches)
    for (const [kind, span] of [
      ['day', day],
      ['month', day.slice(0, 7)],
    ] as const) {
      const id = `${span}_${branchId}`;
      const into = all.get(id) ?? emptyFigures(kind, span, branchId);
      all.set(id, into);
      into.counts = sums(into.counts, timesBy(figures, by));
      if (figures.loans) countLoan(into, line, by);
      const { event } = line.counts ?? {};
      if (event && figures.attendances)
        into.byEvent = sums(into.byEvent ?? {}, { [event]: figures.attendances * by });
    }
}

function countLoan(into: FigureDocument, { at, counts: of }: Counted, by: number): void {
  const add = (counts: Record<string, number>, key: string): void => {
    counts[key] = (counts[key] ?? 0) + by;
  };
  add(into.byHour, localTimeOf(at).slice(0, 2));
  if (of?.category) add(into.byCategory, of.category);
  add(into.byClass, of?.clc?.slice(0, 1) || '?');
}

/** Two documents of one place and span as one. */
export const added = (a: FigureDocument | null, b: FigureDocument): FigureDocument =>
  a
    ? {
        ...a,
        counts: sums(a.counts, b.counts),
        byCategory: sums(a.byCategory, b.byCategory),
        byClass: sums(a.byClass, b.byClass),
        byHour: sums(a.byHour, b.byHour),
        ...((a.byEvent || b.byEvent) && { byEvent: sums(a.byEvent ?? {}, b.byEvent ?? {}) }),
      }
    : b;

/** Without what came to nothing: a day on which all was undone is like one on which nothing was done. */
const sums = <K extends string>(
  a: Partial<Record<K, number>>,
  b: Partial<Record<K, number>>,
): Record<K, number> => {
  const keys = Object.keys({ ...a, ...b }) as K[];
  const entries = keys.map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== 0)) as Record<K, number>;
};
