import { Command } from 'commander';
import type { Document } from '../../../bulk/target';
import { aReader } from '../../../tests/builders/documents';
import { startDemoLibrary } from '../demo-library';
import { quantile } from '../load';
import { overTheNetwork } from './caller';
import { playLibrarian, playReader, type Play } from './sides';
import { findingsOf, type Findings, type Transcript } from './transcripts';

/**
 * Many talks at once over a slow network that loses answers: nothing may be lost, doubled or out of order.
 * `npm run bench:talks -- --talks 200 --minutes 10`. Ends non-zero on a finding.
 */

interface Options {
  talks: number;
  minutes: number;
  librarians: number;
  seed: number;
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

async function run({ talks, minutes, librarians, seed }: Options): Promise<void> {
  const cloud = await startDemoLibrary({ warm: 4 });
  const readers = names('reader', talks);
  const staff = names('staff', librarians);
  const put = (collection: string, rows: Document[]) => cloud.db.upsert(collection, rows);
  await put(
    'readers',
    readers.map((openid, n) => ({ ...aReader({ _id: `r-${openid}`, cardNumber: `9${n}`, openid }) })),
  );
  await put(
    'identities',
    readers.map((openid) => ({
      ...{ _id: openid, readerId: `r-${openid}`, readerIds: [`r-${openid}`], linkedAt: '' },
    })),
  );
  await put(
    'staff',
    staff.map((openid, n) => ({
      ...{ _id: openid, name: `馆员 ${n}`, branchId: 'main', roles: ['reference'], active: true },
    })),
  );
  const random = randomOf(seed);
  const caller = overTheNetwork(cloud, random);
  const until = performance.now() + minutes * 60_000;
  const play: Play = { caller, random, until, transcripts: new Map() };
  await Promise.all([
    ...readers.map((openid) => playReader(play, openid)),
    ...staff.map((openid) => playLibrarian(play, openid, 10)),
  ]);
  const lines = await cloud.db.find('talkLines', {});
  await cloud.close();
  report(play, lines as unknown as Line[]);
}

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
  const { calls, lost, noes } = caller.counts;
  const both = all.flatMap(([, transcript]) => transcript.delays);
  console.log(`${calls} calls, ${(calls / all.length).toFixed(1)} a talk; ${lost} answers lost on their way`);
  console.log(`noes: ${[...noes].map(([code, count]) => `${code} ${count}`).join(', ') || 'none'}`);
  const seconds = (part: number) => (quantile(both, part) / 1000).toFixed(2);
  console.log(
    `from sending to being seen: median ${seconds(0.5)} s, p95 ${seconds(0.95)} s (by asking again)`,
  );
  console.log(
    `${all.length} talks, ${sent} lines: ${total.lost} lost, ${total.doubled} doubled, ${total.outOfOrder} out of order`,
  );
  const failures = noes.get('failure') ?? 0;
  if (total.lost + total.doubled + total.outOfOrder + failures > 0) process.exitCode = 1;
};

new Command()
  .option('--talks <count>', 'readers who talk at once', Number, 200)
  .option('--minutes <minutes>', 'how long', Number, 10)
  .option('--librarians <count>', 'who answer', Number, 10)
  .option('--seed <seed>', 'of everything that is left to chance', Number, 1)
  .action((options: Options) => run(options))
  .parseAsync()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
