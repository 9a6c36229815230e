import { Command } from 'commander';
import { runCommand } from '../../command';
import { putReaders } from '../bench-readers';
import type { Document } from '../../../bulk/target';
import { startDemoLibrary } from '../demo-library';
import { quantile } from '../load';
import { hearBell } from './bell';
import { overTheNetwork } from './caller';
import { plantFaults } from './faults';
import { playLibrarian, playReader, type Play } from './sides';
import { findingsOf, type Findings, type Transcript } from './transcripts';

/**
 * Many talks at once over a slow network that loses requests and answers, at a library whose instances die
 * and whose database refuses: nothing may be lost, doubled or out of order.
 * `npm run bench:talks -- --talks 200 --minutes 10`. Ends non-zero on a finding.
 */

interface Options {
  talks: number;
  minutes: number;
  librarians: number;
  seed: number;
  faultEvery: number;
}

/** A small generator of numbers: the same seed, the same play. */
const randomOf = (seed: number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const names = (kind: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `o-bench-${kind}-${n}`);

async function run({ talks, minutes, librarians, seed, faultEvery }: Options): Promise<void> {
  const cloud = await startDemoLibrary({ warm: 4 });
  const readers = names('reader', talks);
  const staff = names('staff', librarians);
  const put = (collection: string, rows: Document[]) => cloud.db.upsert(collection, rows);
  await putReaders(cloud, readers, '9');
  await put(
    'staff',
    staff.map((openid, n) => ({
      ...{ _id: openid, name: `馆员 ${n}`, branchId: 'main', roles: ['reference'], active: true },
    })),
  );
  const random = randomOf(seed);
  const caller = overTheNetwork(cloud, random);
  const until = performance.now() + minutes * 60_000;
  const hear = (openid: string) => hearBell(cloud.url, openid);
  const play: Play = { caller, random, until, transcripts: new Map(), hear };
  const faults = plantFaults(cloud, randomOf(seed + 1), faultEvery * 1000);
  const spoken = tellOfEachMinute(play);
  await Promise.all([
    ...readers.map((openid) => playReader(play, openid)),
    ...staff.map((openid) => playLibrarian(play, openid, 10)),
  ]);
  faults.stop();
  clearInterval(spoken);
  const lines = await cloud.db.find('talkLines', {});
  const struck = faults.count();
  await cloud.close();
  console.log(`faults at the library: ${struck}`);
  report(play, lines as unknown as Line[]);
}

/** A run of minutes says that it is alive. */
const tellOfEachMinute = ({ caller, transcripts, until }: Play): NodeJS.Timeout =>
  setInterval(() => {
    const left = Math.max(0, Math.round((until - performance.now()) / 60_000));
    const { calls, lost } = caller.counts;
    console.log(`${transcripts.size} talks, ${calls} calls, ${lost} lost on their way; ${left} minutes left`);
  }, 60_000);

interface Line {
  talkId: string;
  number: number;
  text: string;
}

const keptOf = (lines: readonly Line[]): Map<string, string[]> => {
  const kept = new Map<string, string[]>();
  for (const { talkId, text } of [...lines].sort((a, b) => a.number - b.number))
    kept.set(talkId, [...(kept.get(talkId) ?? []), text]);
  return kept;
};

const report = ({ caller, transcripts }: Play, lines: readonly Line[]): void => {
  const all: [string, Transcript][] = [...transcripts];
  const kept = keptOf(lines);
  const total: Findings = { lost: 0, doubled: 0, outOfOrder: 0 };
  for (const [talkId, transcript] of all) {
    const found = findingsOf(transcript, kept.get(talkId) ?? []);
    total.lost += found.lost;
    total.doubled += found.doubled;
    total.outOfOrder += found.outOfOrder;
  }
  const sent = all.reduce((sum, [, transcript]) => sum + transcript.sent.length, 0);
  const { calls, lost, again, noes } = caller.counts;
  const perTalk = (calls / Math.max(1, all.length)).toFixed(1);
  console.log(`${calls} calls, ${perTalk} a talk; ${lost} lost on their way, ${again} broke and went again`);
  console.log(`noes: ${[...noes].map(([code, count]) => `${code} ${count}`).join(', ') || 'none'}`);
  const told: [string, 'hearing' | 'asking' | 'staff'][] = [
    ['readers who hear', 'hearing'],
    ['readers who ask again', 'asking'],
    ['librarians', 'staff'],
  ];
  for (const [who, how] of told) {
    const delays = all.flatMap(([, transcript]) => transcript.delays[how]);
    const seconds = (part: number) => (quantile(delays, part) / 1000).toFixed(2);
    console.log(
      delays.length === 0
        ? `${who}: nothing seen`
        : `${who}, from sending to being seen: median ${seconds(0.5)} s, p95 ${seconds(0.95)} s, ${delays.length} lines`,
    );
  }
  console.log(
    `${all.length} talks, ${sent} lines: ${total.lost} lost, ${total.doubled} doubled, ${total.outOfOrder} out of order`,
  );
  const failures = noes.get('failure') ?? 0;
  if (total.lost + total.doubled + total.outOfOrder + failures > 0) process.exitCode = 1;
};

runCommand(
  new Command()
    .option('--talks <count>', 'readers who talk at once', Number, 200)
    .option('--minutes <minutes>', 'how long', Number, 10)
    .option('--librarians <count>', 'who answer', Number, 10)
    .option('--fault-every <seconds>', 'something goes wrong at the library', Number, 3)
    .option('--seed <seed>', 'of everything that is left to chance', Number, 1)
    .action((options: Options) => run(options)),
);
