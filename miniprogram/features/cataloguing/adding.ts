import type { CataloguedCopy } from '../../../typings/contract';
import { act, type Outcome } from '../../lib/call';
import { newRequestId } from '../../lib/intent';
import { lines } from '../../lib/tell';
import { barcodeIn, wrongBarcode, type CopyTemplate } from './copy-template';

/** A scanner that reads the same code twice in one movement of the hand. */
const REPEAT_MS = 1200;
const MOST_ROWS = 40;

export interface AddedRow {
  /** The request id: a retry after a lost answer repeats it. */
  key: string;
  barcode: string;
  state: 'working' | 'done' | 'lost' | 'refused';
  text: string;
}

export interface Adding {
  scan(code: string): void;
  retry(key: string): void;
}

/**
 * Adds scanned copies to a title one after another; each is kept with what it was to be, so that a retry adds
 * nothing else.
 */
export function adding(
  titleId: string,
  template: () => CopyTemplate | undefined,
  changed: (rows: AddedRow[]) => void,
  settled: (row: AddedRow, outcome: Outcome<{ list: CataloguedCopy[] }> | undefined) => void,
  now = () => Date.now(),
): Adding {
  let rows: AddedRow[] = [];
  let last = { code: '', at: 0 };
  let line: Promise<void> = Promise.resolve();
  const asked = new Map<string, CopyTemplate>();

  const put = (row: AddedRow) => {
    rows = rows.map((each) => (each.key === row.key ? row : each));
    changed(rows);
  };
  const send = (row: AddedRow) => {
    const copy = asked.get(row.key);
    if (!copy) return;
    line = line.then(async () => {
      const input = { titleId, copies: [{ ...copy, barcode: row.barcode }] };
      const outcome = await act('cataloguing.addCopies', input, row.key);
      const shown = answeredRow(row, outcome);
      put(shown);
      settled(shown, outcome);
    });
  };
  return {
    scan(code) {
      const barcode = barcodeIn(code);
      const at = now();
      const repeated = last.code === barcode && at - last.at < REPEAT_MS;
      last = { code: barcode, at };
      const copy = template();
      if (!barcode || repeated || !copy) return;
      const wrong = wrongBarcode(barcode, []);
      const row: AddedRow = {
        key: newRequestId(at),
        barcode,
        state: wrong ? 'refused' : 'working',
        text: wrong || '正在加',
      };
      rows = [row, ...rows.filter((each) => each.barcode !== barcode || each.state === 'working')].slice(
        0,
        MOST_ROWS,
      );
      changed(rows);
      if (wrong) return settled(row, undefined);
      asked.set(row.key, copy);
      send(row);
    },
    retry(key) {
      const row = rows.find((each) => each.key === key);
      if (row?.state !== 'lost') return;
      const again: AddedRow = { ...row, state: 'working', text: '正在加' };
      put(again);
      send(again);
    },
  };
}

function answeredRow(row: AddedRow, outcome: Outcome<{ list: CataloguedCopy[] }>): AddedRow {
  if (outcome.kind === 'value') return { ...row, state: 'done', text: '已加' };
  const text = (lines(outcome) ?? []).map((each) => each.text + (each.next ?? '')).join('\n');
  const open = outcome.kind === 'offline' || outcome.kind === 'failed';
  return { ...row, state: open ? 'lost' : 'refused', text };
}
