import type { ImportCounts, SameBook, WithdrawnTitle } from '../../typings/contract/imports';
import type { Format } from '../../cloudfunctions/exchange/read';

export type Counts = ImportCounts;

export interface Finding {
  file: string;
  /** Record of a MARC file, or row of a list after its header; 1 is the first. */
  number: number;
  /** Byte of a MARC file, or line of a list. */
  offset: number;
  reason: string;
}

export interface ImportReport {
  files: {
    file: string;
    format: Format | 'unknown';
    records: number;
    /** Where its broken records were put. */
    aside?: string;
  }[];
  titles: Counts;
  items: Counts;
  /** Copies made elsewhere (at a desk, from another file) that got the new facts of their title. */
  refreshed: number;
  /** Records of titles that were merged into others: their copies went there. */
  merged: number;
  broken: Finding[];
  /** Records that came in, but not with everything. */
  warnings: Finding[];
  duplicates: SameBook[];
  withdrawn: WithdrawnTitle[];
  /** How many there were of each: the lists hold the first thousand. */
  totals: { broken: number; warnings: number; duplicates: number; withdrawn: number };
  seconds: number;
  /** Resident memory of this process at its highest, in bytes. */
  memory: number;
}

type Listed = keyof ImportReport['totals'];

const MOST_LISTED = 1000;

export const emptyReport = (): ImportReport => ({
  files: [],
  titles: { added: 0, changed: 0, unchanged: 0 },
  items: { added: 0, changed: 0, unchanged: 0 },
  refreshed: 0,
  merged: 0,
  broken: [],
  warnings: [],
  duplicates: [],
  withdrawn: [],
  totals: { broken: 0, warnings: 0, duplicates: 0, withdrawn: 0 },
  seconds: 0,
  memory: 0,
});

/** Adds to a list of the report, which does not grow for ever. */
export function list<L extends Listed>(report: ImportReport, name: L, entry: ImportReport[L][number]): void {
  report.totals[name]++;
  const entries = report[name] as ImportReport[L][number][];
  if (entries.length < MOST_LISTED) entries.push(entry);
}

const LINES_SHOWN = 20;

const WHY_SAME: Record<SameBook['why'], string> = {
  isbn: 'same ISBN',
  isbn_and_title: 'same ISBN and title',
  title_author_year: 'same title, author and year',
};
const WHY_WITHDRAWN: Record<WithdrawnTitle['why'], string> = {
  deleted: 'deleted at its source',
  not_in_full_load: 'not in the full load',
};

/** The report as a person reads it. */
export function formatReport(report: ImportReport): string {
  const read = report.files.reduce((sum, { records }) => sum + records, 0);
  const rate = report.seconds > 0 ? `, ${Math.round(read / report.seconds)} a second` : '';
  const { totals } = report;
  const place = ({ file, number, offset, reason }: Finding) =>
    `  ${file} record ${number} at ${offset}: ${reason}`;
  return [
    ...report.files.map(({ file, format, records }) => `${file}: ${records} records (${format})`),
    `titles  ${countsLine(report.titles)}`,
    `copies  ${countsLine(report.items)}`,
    ...(report.refreshed > 0 ? [`copies of changed titles  ${report.refreshed}`] : []),
    ...(report.merged > 0 ? [`records of merged titles  ${report.merged}`] : []),
    `broken  ${totals.broken}`,
    ...lines(report.broken, totals.broken, place),
    ...report.files.flatMap(({ aside }) => (aside ? [`  put aside in ${aside}`] : [])),
    ...(totals.warnings > 0
      ? [`with a warning  ${totals.warnings}`, ...lines(report.warnings, totals.warnings, place)]
      : []),
    ...(totals.withdrawn > 0
      ? [
          `withdrawn  ${totals.withdrawn}, nothing was removed`,
          ...lines(
            report.withdrawn,
            totals.withdrawn,
            ({ titleId, title, copies, why }) =>
              `  ${titleId} ${title} (copies: ${copies}): ${WHY_WITHDRAWN[why]}`,
          ),
        ]
      : []),
    ...(totals.duplicates > 0
      ? [
          `one book twice?  ${totals.duplicates}, see the command merge`,
          ...lines(
            report.duplicates,
            totals.duplicates,
            ({ titleId, title, otherId, otherTitle, why }) =>
              `  ${titleId} ${title} = ${otherId} ${otherTitle}: ${WHY_SAME[why]}`,
          ),
        ]
      : []),
    `${read} records in ${report.seconds.toFixed(1)} s${rate}; memory ${Math.round(report.memory / 1e6)} MB at most`,
  ].join('\n');
}

const countsLine = ({ added, changed, unchanged }: Counts) =>
  `${added} added, ${changed} changed, ${unchanged} unchanged`;

function lines<T>(entries: T[], total: number, line: (entry: T) => string): string[] {
  const shown = entries.slice(0, LINES_SHOWN).map(line);
  const rest = total - shown.length;
  return rest > 0 ? [...shown, `  and ${rest} more`] : shown;
}
