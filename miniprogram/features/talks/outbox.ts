import type { TalkCardGiven } from '../../../typings/contract';
import { act, type Outcome } from '../../lib/call';
import { newRequestId } from '../../lib/intent';
import { dropFromPhone, sendFile, type OwnFile } from '../../lib/media';

/** On which side of a talk something is written: a librarian may be a reader, too. */
export type Side = 'reader' | 'staff';

/**
 * What was written and has not arrived: kept on the phone, sent one after the other, each under the request
 * id that it got when it was written. So it arrives once and in order, whatever happens to the network.
 */
export interface Unsent {
  id: string;
  side: Side;
  talkId: string;
  text: string;
  card?: TalkCardGiven;
  /** A picture, a voice or a document of this phone. */
  file?: OwnFile;
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
export function unsentOf(talkId: string, side: Side): Unsent[] {
  return all().filter((line) => line.talkId === talkId && line.side === side);
}

export function write(line: Pick<Unsent, 'talkId' | 'side' | 'text' | 'card' | 'file'>): void {
  store([...all(), { ...line, id: newRequestId(), no: '' }]);
}

/** Takes one out: it has arrived, or its writer gives it up. */
export function forget(id: string): void {
  const gone = all().find((line) => line.id === id);
  if (gone?.file) dropFromPhone(gone.file.path);
  store(all().filter((line) => line.id !== id));
}

/** What was not taken is tried once more as it is, under the same id. */
export function tryAgain(id: string): void {
  store(all().map((line) => (line.id === id ? { ...line, no: '' } : line)));
}

type Sent = Outcome<unknown>;
type NotSent = Exclude<Sent, { kind: 'value' }>;
let sending: Promise<void> = Promise.resolve();

/**
 * Sends what waits for a talk, in order; stops at the first that finds no network. `words`: a no in words.
 * False: there was none.
 */
export function send(talkId: string, side: Side, words: (outcome: NotSent) => string): Promise<boolean> {
  const sent = sending.then(() => sendAll(talkId, side, words));
  sending = sent.then(
    () => undefined,
    () => undefined,
  );
  return sent;
}

async function sendAll(talkId: string, side: Side, words: (outcome: NotSent) => string): Promise<boolean> {
  for (const line of unsentOf(talkId, side)) {
    if (line.no) return true;
    const outcome = await sendOne(line);
    if (outcome.kind === 'value') forget(line.id);
    else if (outcome.kind === 'offline') return false;
    else {
      refuse(line.id, words(outcome));
      return true;
    }
  }
  return true;
}

/** A file first, then the line in which it stands: each may be repeated, and is done once. */
async function sendOne({ id, side, talkId, text, card, file }: Unsent): Promise<Sent> {
  const action = side === 'staff' ? 'talkDesk.say' : 'talks.say';
  if (!file) return act(action, { talkId, text, ...(card && { card }) }, id);
  const sent = await sendFile(file, { purpose: 'talk', id, asStaff: side === 'staff' });
  if (sent.kind !== 'value') return sent;
  const { mediaId } = sent.value;
  return act(action, { talkId, text, card: { kind: 'media', mediaId } }, id);
}

/** What comes behind one that was refused waits: out of order it would mean something else. */
function refuse(id: string, no: string): void {
  store(all().map((line) => (line.id === id ? { ...line, no } : line)));
}
