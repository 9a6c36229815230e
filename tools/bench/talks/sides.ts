import { setTimeout as pause } from 'node:timers/promises';
import type { Caller } from './caller';
import type { Bell } from './bell';
import { emptyTranscript, noteSeen, type Transcript } from './transcripts';

/** How both sides of a talk behave: they look as the pages do, and write after a while. */

const QUICKEST_MS = 3_000;
const SLOWEST_MS = 15_000;
const SLOWER = 1.4;
/** A phone that hears asks again this seldom. */
const HEARING_MS = 25_000;

export interface Play {
  caller: Caller;
  random: () => number;
  /** Moment at which everybody stops writing, ms of `performance.now()`. */
  until: number;
  transcripts: Map<string, Transcript>;
  /** Begins to hear somebody's bell. */
  hear: (openid: string) => Bell;
}

const between = (random: () => number, from: number, to: number): number => from + random() * (to - from);

/** Lines of one reader in one talk. */
const MOST_WORDS = 6;

/** A reader asks, looks, answers a few times and closes; then asks anew until time is up. */
export const playReader = async (play: Play, openid: string): Promise<void> => {
  const { caller, random, transcripts } = play;
  await pause(between(random, 0, 20_000));
  for (let turn = 1; performance.now() < play.until; turn++) {
    const text = `${openid} 第 ${turn} 问`;
    const at = performance.now();
    const talk = await caller.ask(openid, 'talks.open', { text, skill: 'general' });
    if (!talk) {
      await pause(5000);
      continue;
    }
    const transcript: Transcript = { ...emptyTranscript(), sent: [{ from: 'reader', text, at }] };
    transcripts.set(talk.talkId, transcript);
    const bell = play.hear(openid);
    await readerTalks(play, openid, talk.talkId, transcript, bell);
    bell.close();
  }
};

const readerTalks = async (
  { caller, random, until }: Play,
  openid: string,
  talkId: string,
  transcript: Transcript,
  bell: Bell,
): Promise<void> => {
  let after = 0;
  let wait = QUICKEST_MS;
  for (let words = 1; ;) {
    const hears = !bell.isDeaf();
    if (hears) await bell.wait(HEARING_MS);
    else await pause(wait);
    const shown = await caller.ask(openid, 'talks.show', { talkId, after });
    const fresh = shown?.lines ?? [];
    noteSeen(
      transcript,
      'reader',
      fresh.map(({ text }) => text),
      performance.now(),
      hears,
    );
    after = Math.max(after, ...fresh.map(({ number }) => number));
    wait = fresh.length > 0 ? QUICKEST_MS : Math.min(SLOWEST_MS, wait * SLOWER);
    const isOver = performance.now() > until || words > MOST_WORDS;
    if (isOver) return void (await caller.ask(openid, 'talks.close', { talkId }));
    if (!fresh.some(({ from }) => from === 'staff')) continue;
    await pause(between(random, 500, 4000));
    const text = `${openid} ${talkId} 说 ${words++}`;
    const sent = { from: 'reader' as const, text, at: performance.now() };
    transcript.sent.push(sent);
    const said = await caller.ask(openid, 'talks.say', { talkId, text });
    // The talk had ended meanwhile: nothing was said.
    if (!said) transcript.sent.splice(transcript.sent.indexOf(sent), 1);
  }
};

/** A librarian looks at the queue, takes what may be taken, and answers whoever waits for a word. */
export const playLibrarian = async (play: Play, openid: string, limit: number): Promise<void> => {
  const { caller, random, until } = play;
  await caller.ask(openid, 'talkDesk.come', { here: true, limit });
  const read = new Map<string, number>();
  for (let round = 0; performance.now() < until; round++) {
    const queue = await caller.ask(openid, 'talkDesk.queue', {});
    const own = queue?.talking.filter(({ mine }) => mine) ?? [];
    // Not all of them reach for the first.
    const next = queue?.waiting[Math.floor(random() * Math.min(5, queue.waiting.length))];
    if (next && own.length < limit) await caller.ask(openid, 'talkDesk.take', { talkId: next.talkId });
    for (const { talkId, unanswered } of own) {
      if (!unanswered) continue;
      await answer(play, openid, talkId, read);
    }
    await pause(between(random, 500, 1500));
  }
};

const answer = async (
  { caller, transcripts }: Play,
  openid: string,
  talkId: string,
  read: Map<string, number>,
): Promise<void> => {
  const transcript = transcripts.get(talkId);
  const key = `${openid} ${talkId}`;
  const shown = await caller.ask(openid, 'talkDesk.show', { talkId, after: read.get(key) ?? 0 });
  if (!shown || !transcript) return;
  read.set(key, Math.max(read.get(key) ?? 0, ...shown.lines.map(({ number }) => number)));
  const texts = shown.lines.map(({ text }) => text).filter((text) => !transcript.seen.staff.includes(text));
  noteSeen(transcript, 'staff', texts, performance.now());
  if (!shown.talk.mine) return;
  const text = `${openid} ${talkId} 答 ${transcript.sent.length}`;
  const sent = { from: 'staff' as const, text, at: performance.now() };
  transcript.sent.push(sent);
  const said = await caller.ask(openid, 'talkDesk.say', { talkId, text });
  // The talk was closed or had gone to somebody else meanwhile: nothing was said.
  if (!said) transcript.sent.splice(transcript.sent.indexOf(sent), 1);
};
