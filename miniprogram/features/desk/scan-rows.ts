import type { ScanRow } from './scan-row';

/** More than this many rows are not looked back at; the operation log has them all. */
const MOST_ROWS = 60;

export interface ScanRows {
  all(): readonly ScanRow[];
  of(key: string): ScanRow | undefined;
  add(row: ScanRow): void;
  put(key: string, change: Partial<ScanRow>): void;
  /** Has them drawn; `note` says what was ignored and why. */
  show(note?: string): void;
  /** Works when all that was asked for before is done. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}

/** The rows of a run of scans, newest first. */
export function scanRows(changed: (rows: ScanRow[], note: string) => void): ScanRows {
  let rows: ScanRow[] = [];
  let line: Promise<unknown> = Promise.resolve();
  return {
    all: () => rows,
    of: (key) => rows.find((row) => row.key === key),
    add(row) {
      rows = [row, ...rows].slice(0, MOST_ROWS);
    },
    put(key, change) {
      rows = rows.map((row) => (row.key === key ? { ...row, ...change } : row));
    },
    show: (note = '') => changed(rows, note),
    inTurn(work) {
      const turn = line.then(work);
      line = turn.catch(() => undefined);
      return turn;
    },
  };
}
