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

export type ScanAction = 'desk.checkOut' | 'desk.checkIn';

/** More than this many rows are not looked back at; the operation log has them all. */
const MOST_ROWS = 60;

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

/**
 * Works off scanned copies one after another, in the order of the hand. Every scan has one request id: a
 * retry after a lost answer repeats it, and the library does nothing twice. Without a network a scan is kept
 * on the device.
 */
export function scanSession<A extends ScanAction>(what: Scanning<A>, now = () => Date.now()): ScanSession {
  let rows: ScanRow[] = [];
  let last = { code: '', at: 0 };
  let line: Promise<unknown> = Promise.resolve();

  const show = (note = '') => what.changed(rows, note);
  const rowOf = (key: string) => rows.find((each) => each.key === key);
  const put = (key: string, change: Partial<ScanRow>) => {
    rows = rows.map((row) => (row.key === key ? { ...row, ...change } : row));
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = line.then(work);
    line = turn.catch(() => undefined);
    return turn;
  };

  const send = (key: string) => inTurn(() => sendNow(key));
  const sendNow = async (key: string) => {
    const row = rowOf(key);
    if (!row) return;
    const at = now();
    const input = what.input(row.barcode);
    if (!input || !(await what.line.isClear())) return keep(row);
    const sent = { requestId: row.requestId, at, action: what.action, input } as SentScan;
    if (row.number) what.line.noteSent(row.number, sent);
    const outcome = await act(what.action, input, row.requestId);
    if (outcome.kind === 'offline') {
      // It may have been done: it waits with its own id, so that asking again changes nothing.
      what.line.noteDown();
      return keep(row);
    }
    if (outcome.kind !== 'failed' && row.number) what.line.noteAnswered(row.number);
    await answered(key, outcome);
  };
  const keep = ({ key, number, barcode }: ScanRow) => {
    const kept = number || (what.line.writeDown({ barcode, at: now() })?.number ?? 0);
    if (kept) what.line.leaveWaiting(kept);
    const face = kept ? pending() : notKept();
    put(key, { ...face, number: kept });
    show();
    const row = rowOf(key);
    if (row) what.settled({ kind: 'offline' }, row, signalOf(face));
  };
  const answered = async (key: string, outcome: Outcome<Output<A>>) => {
    const row = rowOf(key);
    if (!row) return;
    const face = outcome.kind === 'failed' ? failed(outcome.requestId) : what.face(outcome, row.barcode);
    put(key, { ...face, title: face.title || row.title });
    show();
    what.settled(outcome, { ...row, ...face }, signalOf(face));
    if ((face.state === 'refused' || face.state === 'already') && !face.title && !row.title)
      await nameTitle(key, row.barcode);
  };
  /** A refusal names no title; the copy is looked up, so that the hand knows which book it holds. */
  const nameTitle = async (key: string, barcode: string) => {
    const found = await ask('desk.item', { barcode });
    if (found.kind !== 'value') return;
    put(key, { title: found.value.title.title });
    show();
  };
  const retry = (key: string) => {
    const row = rowOf(key);
    if (!row || (row.state !== 'lost' && row.state !== 'failed')) return;
    put(key, working());
    show();
    void send(key);
  };

  return {
    retry,
    open: () => rows.filter(({ state }) => ['working', 'lost', 'failed', 'undoing'].includes(state)).length,
    scan(code) {
      const barcode = cleanCode(code);
      if (!barcode) return;
      const at = now();
      const repeated = isRepeat(last, barcode, at);
      last = { code: barcode, at };
      if (repeated) return show(`刚刚扫过 ${barcode}，重复的一次已忽略。`);
      const known = rows.find((row) => row.barcode === barcode);
      if (known?.state === 'working') return show(`${barcode} 正在办理，请稍候。`);
      // The same copy again after a lost answer means "try again", not "once more".
      if (known?.state === 'lost' || known?.state === 'failed') return retry(known.key);
      const key = newRequestId(at);
      const time = clock(new Date(at).toISOString());
      const number = what.line.writeDown({ barcode, at })?.number ?? 0;
      rows = [{ ...working(), key, requestId: key, number, barcode, time }, ...rows].slice(0, MOST_ROWS);
      show();
      void send(key);
    },
    override(key, override) {
      return inTurn(async () => {
        const row = rowOf(key);
        const input = row && what.input(row.barcode, override);
        if (!row || !input) return { kind: 'offline' as const };
        // Another request than the one that was refused; the same one again until it is answered.
        const requestId = row.requestId === row.key ? newRequestId(now()) : row.requestId;
        put(key, { requestId });
        const outcome = await act(what.action, input, requestId);
        if (outcome.kind === 'value' || outcome.kind === 'refused') {
          await answered(key, outcome);
          if (outcome.kind === 'refused') put(key, { requestId: key });
        }
        return outcome;
      });
    },
    async undo(key) {
      const row = rowOf(key);
      if (!row || (row.state !== 'done' && row.state !== 'pending')) return;
      if (row.state === 'pending') {
        if (!what.line.takeBack(row.number)) return show('这条记录正在上传，请等它办完再撤销。');
        put(key, undone('没有办理', row.title));
        return show();
      }
      put(key, { state: 'undoing' });
      show();
      await inTurn(async () => {
        const outcome = await act('desk.undo', { requestId: row.requestId });
        if (outcome.kind === 'value') {
          put(key, undone(outcome.value.outcome, row.title));
          show();
          return what.undone?.(row);
        }
        const lines =
          outcome.kind === 'refused'
            ? what.undoLines(outcome.refusals)
            : [{ code: 'undo', text: '还没有撤销：没有收到回复。', next: '可以再点一次“撤销”，不会重复。' }];
        put(key, { state: 'done', lines: [...row.lines.filter(({ code }) => code !== 'undo'), ...lines] });
        show();
      });
    },
    leave() {
      for (const { number, state } of rows) {
        if (number && (state === 'working' || state === 'failed')) what.line.leaveWaiting(number);
      }
    },
    arrived(scan, face) {
      const row = rows.find(({ number, state }) => number === scan.number && state === 'pending');
      if (!row) return false;
      const requestId = scan.sent ? row.requestId : replayId(scan);
      put(row.key, { ...face, requestId, title: face.title || row.title });
      show();
      return true;
    },
  };
}
