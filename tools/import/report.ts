export interface Counts {
  added: number;
  changed: number;
  unchanged: number;
}

export interface BrokenRecord {
  file: string;
  /** Record of an ISO 2709 file, or row of a list after its header; 1 is the first. */
  number: number;
  /** Byte of an ISO 2709 file, or line of a list. */
  offset: number;
  reason: string;
}

export interface ImportReport {
  files: { file: string; format: 'marc21' | 'cnmarc' | 'csv' | 'unknown'; records: number }[];
  titles: Counts;
  items: Counts;
  broken: BrokenRecord[];
  /** Records that came in, but not with everything. */
  warnings: BrokenRecord[];
  seconds: number;
}

const LINES_SHOWN = 20;

/** The report as a person reads it. */
export function formatReport(report: ImportReport): string {
  const records = report.files.reduce((sum, { records }) => sum + records, 0);
  const rate = report.seconds > 0 ? `, ${Math.round(records / report.seconds)} a second` : '';
  return [
    ...report.files.map(({ file, format, records }) => `${file}: ${records} records (${format})`),
    `titles  ${countsLine(report.titles)}`,
    `copies  ${countsLine(report.items)}`,
    `broken  ${report.broken.length}`,
    ...placesLines(report.broken),
    ...(report.warnings.length > 0
      ? [`with a warning  ${report.warnings.length}`, ...placesLines(report.warnings)]
      : []),
    `${records} records in ${report.seconds.toFixed(1)} s${rate}`,
  ].join('\n');
}

const countsLine = ({ added, changed, unchanged }: Counts) =>
  `${added} added, ${changed} changed, ${unchanged} unchanged`;

function placesLines(places: BrokenRecord[]): string[] {
  const shown = places
    .slice(0, LINES_SHOWN)
    .map(({ file, number, offset, reason }) => `  ${file} record ${number} at ${offset}: ${reason}`);
  const rest = places.length - shown.length;
  return rest > 0 ? [...shown, `  and ${rest} more`] : shown;
}
