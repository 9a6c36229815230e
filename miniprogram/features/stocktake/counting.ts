import type { FindingRow } from '../../../typings/contract';
import { act, type Outcome } from '../../lib/call';
import { newRequestId } from '../../lib/intent';
import { scannedRow, workingRow, type ScanRow } from './stocktake-view';

/** A scanner that reads the same code twice in one movement of the hand. */
const REPEAT_MS = 1200;
/** The list on the screen; the report has them all. */
const MOST_ROWS = 60;

export interface Counting {
  scan(code: string): void;
  retry(key: string): void;
}

/**
 * Works off scanned copies one after another; each has one request id, so that a retry counts nothing twice.
 */
export function counting(
  stocktakeId: string,
  changed: (rows: ScanRow[]) => void,
  settled: (row: ScanRow, outcome: Outcome<FindingRow>) => void,
  now = () => Date.now(),
): Counting {
  let rows: ScanRow[] = [];
  let last = { code: '', at: 0 };
  let line: Promise<void> = Promise.resolve();

  const put = (row: ScanRow) => {
    rows = rows.map((each) => (each.key === row.key ? row : each));
    changed(rows);
  };
  const send = (row: ScanRow) => {
    line = line.then(async () => {
      const outcome = await act('stocktake.scan', { stocktakeId, barcode: row.barcode }, row.key);
      const shown = scannedRow(row, outcome);
      put(shown);
      settled(shown, outcome);
    });
  };
  return {
    scan(code) {
      const barcode = [...code].filter((character) => character > ' ' && character !== '\u007f').join('');
      const at = now();
      const repeated = last.code === barcode && at - last.at < REPEAT_MS;
      last = { code: barcode, at };
      if (!barcode || repeated) return;
      const row = workingRow(newRequestId(at), barcode);
      rows = [row, ...rows.filter((each) => each.barcode !== barcode || each.state === 'working')].slice(
        0,
        MOST_ROWS,
      );
      changed(rows);
      send(row);
    },
    retry(key) {
      const row = rows.find((each) => each.key === key);
      if (row?.state !== 'lost') return;
      const again = workingRow(key, row.barcode);
      put(again);
      send(again);
    },
  };
}
