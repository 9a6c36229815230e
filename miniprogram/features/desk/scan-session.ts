import { act, ask, type Input, type Outcome, type Output } from '../../lib/call';
import { clock } from '../../lib/dates';
import { newRequestId } from '../../lib/intent';
import type { Signal } from './feedback';
import type { RefusalLine } from '../../lib/refusals';

export type ScanAction = 'desk.checkOut' | 'desk.checkIn';
export type Tone = 'good' | 'accent' | 'soon' | 'urgent' | 'quiet';

/** How the outcome of one scan looks: word, icon and colour together, never colour alone. */
export interface Face {
  state: 'working' | 'done' | 'already' | 'refused' | 'lost' | 'failed';
  tone: Tone;
  icon: string;
  /** "已借出", "不能借", "放预约架": read from two metres away. */
  word: string;
  /** The one thing to know next: the due date, the shelf, the reader's name. */
  big: string;
  /** Smaller facts, one a line. */
  facts: string[];
  title: string;
  lines: RefusalLine[];
}

export interface ScanRow extends Face {
  /** The request id of this scan: kept over retries, so that nothing is done twice. */
  key: string;
  barcode: string;
  time: string;
}

/** A scanner that is held too long, or a hand that trembles, reads the same code again within this time. */
const REPEAT_MS = 2_000;
/** More than this many rows are not looked back at; the operation log has them all. */
const MOST_ROWS = 60;

export interface Scanning<A extends ScanAction> {
  action: A;
  input: (barcode: string) => Input<A>;
  face: (outcome: Outcome<Output<A>>, barcode: string) => Face;
  /** The list changed; `note` says what was ignored and why. */
  changed: (rows: ScanRow[], note: string) => void;
  settled: (outcome: Outcome<Output<A>>, row: ScanRow, signal: Signal) => void;
}

export interface ScanSession {
  scan: (code: string) => void;
  retry: (key: string) => void;
  /** Scans that have no answer yet. */
  open: () => number;
}

/**
 * Works off scanned copies one after another, in the order of the hand. Every scan has one request id: a retry after a
 * lost answer repeats it, and the library does nothing twice.
 */
export function scanSession<A extends ScanAction>(what: Scanning<A>, now = () => Date.now()): ScanSession {
  let rows: ScanRow[] = [];
  let last = { code: '', at: 0 };
  let line: Promise<void> = Promise.resolve();

  const show = (note = '') => what.changed(rows, note);
  const put = (key: string, face: Face) => {
    rows = rows.map((row) => (row.key === key ? { ...row, ...face } : row));
  };
  const send = (key: string) => {
    line = line.then(async () => {
      const row = rows.find((each) => each.key === key);
      if (!row) return;
      const outcome = await act(what.action, what.input(row.barcode), key);
      const face =
        outcome.kind === 'offline' || outcome.kind === 'failed'
          ? unsettled(outcome)
          : what.face(outcome, row.barcode);
      put(key, face);
      show();
      what.settled(outcome, { ...row, ...face }, signalOf(face));
      if ((face.state === 'refused' || face.state === 'already') && !face.title)
        await nameTitle(key, row.barcode);
    });
  };
  /** A refusal names no title; the copy is looked up, so that the hand knows which book it holds. */
  const nameTitle = async (key: string, barcode: string) => {
    const found = await ask('desk.item', { barcode });
    if (found.kind !== 'value') return;
    const { title } = found.value.title;
    rows = rows.map((row) => (row.key === key ? { ...row, title } : row));
    show();
  };
  const retry = (key: string) => {
    const row = rows.find((each) => each.key === key);
    if (!row || (row.state !== 'lost' && row.state !== 'failed')) return;
    put(key, working());
    show();
    send(key);
  };

  return {
    retry,
    open: () =>
      rows.filter(({ state }) => state === 'working' || state === 'lost' || state === 'failed').length,
    scan(code) {
      const barcode = cleanCode(code);
      if (!barcode) return;
      const at = now();
      const repeated = isRepeat(last, barcode, at);
      last = { code: barcode, at };
      if (repeated) return show(`刚刚扫过 ${barcode}，重复的一次已忽略。`);
      const known = rows.find(
        (row) => row.barcode === barcode && row.state !== 'done' && row.state !== 'already',
      );
      if (known?.state === 'working') return show(`${barcode} 正在办理，请稍候。`);
      // The same copy again after a lost answer means "try again", not "once more".
      if (known && known.state !== 'refused') return retry(known.key);
      const key = newRequestId(at);
      rows = [{ ...working(), key, barcode, time: clock(new Date(at).toISOString()) }, ...rows].slice(
        0,
        MOST_ROWS,
      );
      show();
      send(key);
    },
  };
}

/** The same code again so soon that it is one movement of the hand. */
export function isRepeat(last: { code: string; at: number }, code: string, at: number): boolean {
  return last.code === code && at - last.at < REPEAT_MS;
}

/** What scanners add: blanks and control characters. Start and stop letters are the library's business. */
export function cleanCode(code: string): string {
  return [...code].filter((character) => character > ' ' && character !== '\u007f').join('');
}

export function working(): Face {
  return {
    state: 'working',
    tone: 'quiet',
    icon: 'clock',
    word: '正在办理',
    big: '',
    facts: [],
    title: '',
    lines: [],
  };
}

/** No answer is not a no: it may have been done. The row keeps its request id and offers to ask again. */
export function unsettled(outcome: { kind: 'offline' } | { kind: 'failed'; requestId: string }): Face {
  const base = { tone: 'soon' as const, big: '', facts: [], title: '' };
  if (outcome.kind === 'offline') {
    const line = {
      code: 'offline',
      text: '没有收到回复，不知道是否已经办好。',
      next: '点“重试”即可，不会重复办理。',
    };
    return { ...base, state: 'lost', icon: 'cloud-off', word: '没有回复', lines: [line] };
  }
  const id = outcome.requestId ? `编号：${outcome.requestId}` : '';
  const line = {
    code: 'failed',
    text: `系统繁忙，这一册还没有办好。${id}`,
    next: '点“重试”即可，不会重复办理。',
  };
  return { ...base, state: 'failed', icon: 'alert', word: '系统繁忙', lines: [line] };
}

function signalOf(face: Face): Signal {
  if (face.state === 'done') return face.tone === 'good' ? 'done' : 'look';
  return face.state === 'already' ? 'look' : 'refused';
}
