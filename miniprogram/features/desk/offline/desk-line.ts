import { act } from '../../../lib/call';
import { newRequestId } from '../../../lib/intent';
import { refusalLines, type RefusalLine } from '../../../lib/refusals';
import { offlineLine, type KeptScan, type NewScan, type OfflineLine, type SentScan } from './line';
import { workOff, type Settled, type Stopped } from './replaying';

/** What the bar of the desk's pages shows. */
export interface LineState {
  /** No network, as WeChat says or as the last call found. */
  down: boolean;
  waiting: number;
  replaying: boolean;
  /** Why the line does not move although the network is there. */
  problem: RefusalLine[];
}

interface Listening {
  changed(state: LineState): void;
  settled?(scan: KeptScan, what: Settled): void;
}

/**
 * The network is tried again by itself after this long: WeChat does not tell of a router without a way out.
 */
const TRY_AGAIN_MS = 8_000;

let line: OfflineLine | undefined;
let state: LineState = { down: false, waiting: 0, replaying: false, problem: [] };
let work: Promise<void> | undefined;
/**
 * Scans of an open page that makes its calls itself: written down already, so that they outlive the mini
 * program.
 */
const live = new Set<number>();
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<Listening>();

/**
 * Pages of the desk listen while they are open. The first one opens the line and sends what waits from
 * before.
 */
export function listen(listener: Listening): () => void {
  listeners.add(listener);
  if (!line) start();
  listener.changed(state);
  return () => listeners.delete(listener);
}

export function lineState(): LineState {
  return state;
}

export function waitingScans(): KeptScan[] {
  return (line?.waiting() ?? []).filter(({ number }) => !live.has(number));
}

/** Writes a scan down before anything is asked; undefined when the phone has no room for it. */
export function writeDown(scan: NewScan): KeptScan | undefined {
  const kept = line?.add(scan);
  if (kept) live.add(kept.number);
  return kept;
}

/** The call for it is being made under this id. */
export function noteSent(number: number, sent: SentScan): void {
  line?.note(number, sent);
}

/** The library has answered its call. */
export function noteAnswered(number: number): void {
  if (!live.delete(number)) return;
  line?.drop(number);
}

/** Its page no longer waits for it: it goes with the others when there is a network. */
export function leaveWaiting(number: number): void {
  if (!live.delete(number)) return;
  put({ waiting: waitingScans().length });
  tryLater();
}

/** A call found no way out, whatever WeChat says about the network. */
export function noteDown(): void {
  put({ down: true });
  tryLater();
}

/** The hand takes back a scan that was not sent yet. A scan whose call is under way or was made stays. */
export function takeBack(number: number): boolean {
  const scan = waitingScans().find((each) => each.number === number);
  if (!scan || scan.sent || state.replaying) return false;
  line?.drop(number);
  put({ waiting: waitingScans().length });
  return true;
}

/**
 * Strikes a scan that the library cannot take: on the librarian's word, after they wrote it down elsewhere.
 */
export function strike(number: number): boolean {
  if (state.replaying) return false;
  line?.drop(number);
  put({ waiting: waitingScans().length, problem: [] });
  return true;
}

/**
 * True when a new scan may go straight to the library: there is a network and nothing older waits on this
 * device.
 */
export async function isClear(): Promise<boolean> {
  if (state.down) return false;
  if (waitingScans().length > 0) await replayNow();
  return !state.down && waitingScans().length === 0;
}

/** Sends what waits. One run at a time; asked again meanwhile it is the same run. */
export function replayNow(): Promise<void> {
  work ??= run().finally(() => {
    work = undefined;
  });
  return work;
}

async function run(): Promise<void> {
  if (!line || waitingScans().length === 0) return;
  put({ replaying: true, problem: [] });
  const waitingLine = { ...line, head: () => waitingScans()[0] };
  const stopped = await workOff(waitingLine, SENDING, (scan, what) => {
    put({ waiting: waitingScans().length, down: false });
    for (const listener of listeners) listener.settled?.(scan, what);
  });
  put({ replaying: false, waiting: waitingScans().length, ...after(stopped) });
  if (stopped.kind === 'offline' || stopped.kind === 'failed') tryLater();
}

function after(stopped: Stopped): Pick<LineState, 'down' | 'problem'> {
  switch (stopped.kind) {
    case 'empty':
      return { down: false, problem: [] };
    case 'offline':
      return { down: true, problem: [] };
    case 'failed':
      return { down: false, problem: [busy(stopped.requestId)] };
    case 'refused':
      return { down: false, problem: refusalLines(stopped.refusals) };
    case 'invalid':
      return {
        down: false,
        problem: [
          {
            code: 'invalid',
            text: `${stopped.scan.barcode}：${stopped.message}`,
            next: '这条记录传不上去：请抄下条码，到“离线冲突”把它划掉，后面的才能继续。',
          },
        ],
      };
  }
}

function busy(requestId: string): RefusalLine {
  return {
    code: 'failed',
    text: '系统繁忙，离线记录还没有全部办理。',
    next: requestId ? `稍后会自动再试。编号：${requestId}` : '稍后会自动再试。',
  };
}

const SENDING = {
  replay: (input: Parameters<typeof act<'desk.replay'>>[1], id: string) => act('desk.replay', input, id),
  checkOut: (input: Parameters<typeof act<'desk.checkOut'>>[1], id: string) =>
    act('desk.checkOut', input, id),
  checkIn: (input: Parameters<typeof act<'desk.checkIn'>>[1], id: string) => act('desk.checkIn', input, id),
  now: () => Date.now(),
};

function start(): void {
  line = offlineLine(
    {
      get: (key) => wx.getStorageSync<unknown>(key),
      set: (key, value) => wx.setStorageSync(key, value),
      remove: (key) => wx.removeStorageSync(key),
    },
    () => `D${newRequestId().replace(/[^a-z0-9]/g, '')}`.slice(0, 20),
  );
  put({ waiting: waitingScans().length });
  wx.getNetworkType({ success: ({ networkType }) => network(networkType !== 'none') });
  wx.onNetworkStatusChange(({ isConnected }) => network(isConnected));
}

function network(connected: boolean): void {
  put({ down: !connected });
  if (connected) void replayNow();
}

/** Only while something waits: an idle desk asks for nothing. */
function tryLater(): void {
  if (timer !== undefined) clearTimeout(timer);
  timer = setTimeout(() => {
    if (waitingScans().length > 0) void replayNow();
    else if (state.down)
      wx.getNetworkType({ success: ({ networkType }) => put({ down: networkType === 'none' }) });
  }, TRY_AGAIN_MS);
}

function put(change: Partial<LineState>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener.changed(state);
}
