import type { TalkCardGiven } from '../../../typings/contract';
import { act, type Outcome } from '../../lib/call';
import { newRequestId } from '../../lib/intent';

/**
 * What was written and has not arrived: kept on the phone, sent one after the other, each under the request
 * id that it got when it was written. So it arrives once and in order, whatever happens to the network.
 */
interface Unsent {
  id: string;
  talkId: string;
  text: string;
  card?: TalkCardGiven;
  /** Why the library did not take it; "" while it waits. */
  no: string;
}

const KEY = 'talk-outbox';

function all(): Unsent[] {
  const stored: unknown = wx.getStorageSync(KEY);
  return Array.isArray(stored) ? (stored as Unsent[]) : [];
}

function store(list: Unsent[]): void {
  wx.setStorageSync(KEY, list);
}

/** What waits for this talk, in the order of writing. */
export function unsentOf(talkId: string): Unsent[] {
  return all().filter((line) => line.talkId === talkId);
}

export function write(line: Pick<Unsent, 'talkId' | 'text' | 'card'>): Unsent {
  const unsent = { ...line, id: newRequestId(), no: '' };
  store([...all(), unsent]);
  return unsent;
}

/** Takes one out: it has arrived, or its writer gives it up. */
export function forget(id: string): void {
  store(all().filter((line) => line.id !== id));
}

type Sent = Exclude<Outcome<{ number: number }>, { kind: 'value' }>;
let sending: Promise<void> = Promise.resolve();

/**
 * Sends what waits for a talk, in order; stops at the first that finds no network. `words`: a no in words.
 */
export function send(talkId: string, words: (outcome: Sent) => string): Promise<void> {
  sending = sending.then(() => sendAll(talkId, words));
  return sending;
}

async function sendAll(talkId: string, words: (outcome: Sent) => string): Promise<void> {
  for (const line of unsentOf(talkId)) {
    if (line.no) return;
    const { text, card } = line;
    const outcome = await act('talks.say', { talkId, text, ...(card && { card }) }, line.id);
    if (outcome.kind === 'value') forget(line.id);
    else if (outcome.kind === 'offline') return;
    else return refuse(line.id, words(outcome));
  }
}

/** What comes behind one that was refused waits: out of order it would mean something else. */
function refuse(id: string, no: string): void {
  store(all().map((line) => (line.id === id ? { ...line, no } : line)));
}
