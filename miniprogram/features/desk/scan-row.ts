import type { RefusalLine } from '../../lib/refusals';
import type { Signal } from '../../lib/feedback';

type Tone = 'good' | 'accent' | 'soon' | 'urgent' | 'quiet';

/** How the outcome of one scan looks: word, icon and colour together, never colour alone. */
export interface Face {
  state:
    | 'working'
    | 'done'
    | 'replayed'
    | 'already'
    | 'refused'
    | 'lost'
    | 'failed'
    | 'pending'
    | 'conflict'
    | 'undone'
    | 'undoing';
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
  /** Every reason may be set aside with a comment. */
  overridable: boolean;
  /** Reader who owes for this copy now, and what the button says; '' when nobody does. */
  payer: string;
  payText: string;
}

export interface ScanRow extends Face {
  /** Stays the same over retries and overrides. */
  key: string;
  /** Under which the library knows what was done. */
  requestId: string;
  /** Its number in the line of this device; 0 when it could not be written down. */
  number: number;
  barcode: string;
  time: string;
}

const PLAIN = { big: '', facts: [], title: '', lines: [], overridable: false, payer: '', payText: '' };

export function face(change: Pick<Face, 'state' | 'tone' | 'icon' | 'word'> & Partial<Face>): Face {
  return { ...PLAIN, ...change };
}

/** A row with one line of words and what to do next. */
function saying(
  { state, tone, icon, word }: Pick<Face, 'state' | 'tone' | 'icon' | 'word'>,
  text: string,
  next: string,
): Face {
  return face({ state, tone, icon, word, lines: [{ code: state, text, next }] });
}

export function working(): Face {
  return face({ state: 'working', tone: 'quiet', icon: 'clock', word: '正在办理' });
}

/** Kept on the device: nothing was asked, so nothing is known. */
export function pending(): Face {
  return saying(
    { state: 'pending', tone: 'soon', icon: 'cloud-off', word: '已记下' },
    '已记在本机，还没有上传。',
    '没有核对借阅上限、停借和预约；连上后按先后自动办理。',
  );
}

/** The phone has no room: said loudly, as this copy is in nobody's books. */
export function notKept(): Face {
  return saying(
    { state: 'lost', tone: 'urgent', icon: 'alert', word: '没有记下' },
    '本机存不下更多离线记录，这一册没有记下。',
    '请记在纸上，连上网后再扫。',
  );
}

/** No answer is not a no: it may have been done. The row keeps its request id and offers to ask again. */
export function failed(requestId: string): Face {
  return saying(
    { state: 'failed', tone: 'soon', icon: 'alert', word: '系统繁忙' },
    `系统繁忙，这一册还没有办好。${requestId ? `编号：${requestId}` : ''}`,
    '点“重试”即可，不会重复办理。',
  );
}

export function undone(what: string, title: string): Face {
  return face({ state: 'undone', tone: 'quiet', icon: 'return', word: '已撤销', big: what, title });
}

/** What the hand hears: a copy that needs a look or a no is told apart from one that goes on. */
export function signalOf({ state, tone }: Face): Signal {
  if (state === 'done' || state === 'replayed') return tone === 'good' ? 'done' : 'look';
  return state === 'already' || state === 'pending' || state === 'undone' ? 'look' : 'refused';
}

/** The same code again so soon that it is one movement of the hand. */
export function isRepeat(last: { code: string; at: number }, code: string, at: number): boolean {
  return last.code === code && at - last.at < REPEAT_MS;
}

/** A scanner that is held too long, or a hand that trembles, reads the same code again within this time. */
const REPEAT_MS = 2_000;

/** What scanners add: blanks and control characters. Start and stop letters are the library's business. */
export function cleanCode(code: string): string {
  return [...code].filter((character) => character > ' ' && character !== '\u007f').join('');
}

/** What stands over the running list: how many are done, and how many wait on this device. */
export function countText(rows: ScanRow[], done: string): string {
  const count = (...states: Face['state'][]) => rows.filter(({ state }) => states.includes(state)).length;
  const kept = count('pending');
  return `本次${done} ${count('done', 'replayed')} 册${kept > 0 ? `，本机记下 ${kept} 册` : ''}`;
}
