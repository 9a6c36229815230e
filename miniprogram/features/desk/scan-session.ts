import type { Override, Refusal } from '../../../typings/contract';
import { act, ask, type Input, type Outcome, type Output } from '../../lib/call';
import { clock } from '../../lib/dates';
import { newRequestId } from '../../lib/intent';
import type { RefusalLine } from '../../lib/refusals';
import type { Signal } from '../../lib/feedback';
import { replayId, type KeptScan, type SentScan } from './offline/line';
import {
  cleanCode,
  failed,
  isRepeat,
  notKept,
  pending,
  signalOf,
  undone,
  working,
  type Face,
  type ScanRow,
} from './scan-row';
import { scanRows, type ScanRows } from './scan-rows';

export type ScanAction = 'desk.checkOut' | 'desk.checkIn';

interface Scanning<A extends ScanAction> {
  action: A;
  /**
   * undefined: the library cannot be asked (the reader was not found, as there was no network); the scan is
   * kept.
   */
  input: (barcode: string, override?: Override) => Input<A> | undefined;
  face: (outcome: Outcome<Output<A>>, barcode: string) => Face;
  /** The list changed; `note` says what was ignored and why. */
  changed: (rows: ScanRow[], note: string) => void;
  settled: (outcome: Outcome<Output<A>>, row: ScanRow, signal: Signal) => void;
  undone?: (row: ScanRow) => void;
  /** How an undo that was refused is said. */
  undoLines: (refusals: Refusal[]) => RefusalLine[];
  line: {
    /** Whether a scan may go straight to the library: there is a network and nothing older waits here. */
    isClear(): Promise<boolean>;
    /** Before anything is asked, so that the scan outlives the mini program; undefined: no room. */
    writeDown(scan: { barcode: string; at: number }): KeptScan | undefined;
    noteSent(number: number, sent: SentScan): void;
    noteAnswered(number: number): void;
    leaveWaiting(number: number): void;
    takeBack(number: number): boolean;
    noteDown(): void;
  };
}

export interface ScanSession {
  scan: (code: string) => void;
  retry: (key: string) => void;
  /** Lends after all, with a reason. Resolves when it is answered: true when it went through. */
  override: (key: string, override: Override) => Promise<Outcome<unknown>>;
  undo: (key: string) => Promise<void>;
  /** What became of a kept scan of this session. */
  arrived: (scan: KeptScan, face: Face) => boolean;
  /** The page closes: what has no answer yet goes with the scans that wait. */
  leave: () => void;
  /** Scans that have no answer yet and are not kept safe. */
  open: () => number;
}

/** What a run of scans goes by. */
interface Run<A extends ScanAction> {
  what: Scanning<A>;
  now: () => number;
  rows: ScanRows;
  last: { code: string; at: number };
}

/**
 * Works off scanned copies one after another, in the order of the hand. Every scan has one request id: a
 * retry after a lost answer repeats it, and the library does nothing twice. Without a network a scan is kept
 * on the device.
 */
export function scanSession<A extends ScanAction>(what: Scanning<A>, now = () => Date.now()): ScanSession {
  const rows = scanRows(what.changed);
  const run: Run<A> = { what, now, rows, last: { code: '', at: 0 } };
  return {
    scan: (code) => scan(run, code),
    retry: (key) => retry(run, key),
    override: (key, override) => rows.inTurn(() => overrideNow(run, key, override)),
    undo: (key) => undo(run, key),
    arrived: (kept, shown) => arrived(run, kept, shown),
    open: () => rows.all().filter(({ state }) => OPEN.includes(state)).length,
    leave() {
      for (const { number, state } of rows.all()) {
        if (number && (state === 'working' || state === 'failed')) what.line.leaveWaiting(number);
      }
    },
  };
}

const OPEN: readonly Face['state'][] = ['working', 'lost', 'failed', 'undoing'];

function scan<A extends ScanAction>(run: Run<A>, code: string): void {
  const { what, rows } = run;
  const barcode = cleanCode(code);
  if (!barcode) return;
  const at = run.now();
  const repeated = isRepeat(run.last, barcode, at);
  run.last = { code: barcode, at };
  if (repeated) return rows.show(`刚刚扫过 ${barcode}，重复的一次已忽略。`);
  const known = rows.all().find((row) => row.barcode === barcode);
  if (known?.state === 'working') return rows.show(`${barcode} 正在办理，请稍候。`);
  // The same copy again after a lost answer means "try again", not "once more".
  if (known?.state === 'lost' || known?.state === 'failed') return retry(run, known.key);
  const key = newRequestId(at);
  const time = clock(new Date(at).toISOString());
  const number = what.line.writeDown({ barcode, at })?.number ?? 0;
  rows.add({ ...working(), key, requestId: key, number, barcode, time });
  rows.show();
  void rows.inTurn(() => send(run, key));
}

function retry<A extends ScanAction>(run: Run<A>, key: string): void {
  const { rows } = run;
  const row = rows.of(key);
  if (!row || (row.state !== 'lost' && row.state !== 'failed')) return;
  rows.put(key, working());
  rows.show();
  void rows.inTurn(() => send(run, key));
}

async function send<A extends ScanAction>(run: Run<A>, key: string): Promise<void> {
  const { what, rows } = run;
  const row = rows.of(key);
  if (!row) return;
  const at = run.now();
  const input = what.input(row.barcode);
  if (!input || !(await what.line.isClear())) return keep(run, row);
  const sent = { requestId: row.requestId, at, action: what.action, input } as SentScan;
  if (row.number) what.line.noteSent(row.number, sent);
  const outcome = await act(what.action, input, row.requestId);
  if (outcome.kind === 'offline') {
    // It may have been done: it waits with its own id, so that asking again changes nothing.
    what.line.noteDown();
    return keep(run, row);
  }
  if (outcome.kind !== 'failed' && row.number) what.line.noteAnswered(row.number);
  await answered(run, key, outcome);
}

function keep<A extends ScanAction>({ what, rows, now }: Run<A>, { key, number, barcode }: ScanRow): void {
  const kept = number || (what.line.writeDown({ barcode, at: now() })?.number ?? 0);
  if (kept) what.line.leaveWaiting(kept);
  const shown = kept ? pending() : notKept();
  rows.put(key, { ...shown, number: kept });
  rows.show();
  const row = rows.of(key);
  if (row) what.settled({ kind: 'offline' }, row, signalOf(shown));
}

async function answered<A extends ScanAction>(
  { what, rows }: Run<A>,
  key: string,
  outcome: Outcome<Output<A>>,
): Promise<void> {
  const row = rows.of(key);
  if (!row) return;
  const shown = outcome.kind === 'failed' ? failed(outcome.requestId) : what.face(outcome, row.barcode);
  rows.put(key, { ...shown, title: shown.title || row.title });
  rows.show();
  what.settled(outcome, { ...row, ...shown }, signalOf(shown));
  const refused = shown.state === 'refused' || shown.state === 'already';
  if (refused && !shown.title && !row.title) await nameTitle(rows, row);
}

/** A refusal names no title; the copy is looked up, so that the hand knows which book it holds. */
async function nameTitle(rows: ScanRows, { key, barcode }: ScanRow): Promise<void> {
  const found = await ask('desk.item', { barcode });
  if (found.kind !== 'value') return;
  rows.put(key, { title: found.value.title.title });
  rows.show();
}

async function overrideNow<A extends ScanAction>(
  run: Run<A>,
  key: string,
  override: Override,
): Promise<Outcome<unknown>> {
  const { what, rows } = run;
  const row = rows.of(key);
  const input = row && what.input(row.barcode, override);
  if (!row || !input) return { kind: 'offline' };
  // Another request than the one that was refused; the same one again until it is answered.
  const requestId = row.requestId === row.key ? newRequestId(run.now()) : row.requestId;
  rows.put(key, { requestId });
  const outcome = await act(what.action, input, requestId);
  if (outcome.kind === 'value' || outcome.kind === 'refused') {
    await answered(run, key, outcome);
    if (outcome.kind === 'refused') rows.put(key, { requestId: key });
  }
  return outcome;
}

async function undo<A extends ScanAction>({ what, rows }: Run<A>, key: string): Promise<void> {
  const row = rows.of(key);
  if (!row || (row.state !== 'done' && row.state !== 'pending')) return;
  if (row.state === 'pending') {
    if (!what.line.takeBack(row.number)) return rows.show('这条记录正在上传，请等它办完再撤销。');
    rows.put(key, undone('没有办理', row.title));
    return rows.show();
  }
  rows.put(key, { state: 'undoing' });
  rows.show();
  await rows.inTurn(async () => {
    const outcome = await act('desk.undo', { requestId: row.requestId });
    if (outcome.kind === 'value') {
      rows.put(key, undone(outcome.value.outcome, row.title));
      rows.show();
      return what.undone?.(row);
    }
    const lines = outcome.kind === 'refused' ? what.undoLines(outcome.refusals) : [NOT_UNDONE];
    rows.put(key, { state: 'done', lines: [...row.lines.filter(({ code }) => code !== 'undo'), ...lines] });
    rows.show();
  });
}

const NOT_UNDONE: RefusalLine = {
  code: 'undo',
  text: '还没有撤销：没有收到回复。',
  next: '可以再点一次“撤销”，不会重复。',
};

function arrived<A extends ScanAction>({ rows }: Run<A>, kept: KeptScan, shown: Face): boolean {
  const row = rows.all().find(({ number, state }) => number === kept.number && state === 'pending');
  if (!row) return false;
  const requestId = kept.sent ? row.requestId : replayId(kept);
  rows.put(row.key, { ...shown, requestId, title: shown.title || row.title });
  rows.show();
  return true;
}
