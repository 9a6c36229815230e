import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Plays the beginning of the tune that 送别 is sung to (J. P. Ordway, 1868) on a music box of nothing but
 * sines, for an article of the demo library. Run `npx tsx tools/demo/play-tune.ts`.
 */
const RATE = 8000;
const BEAT = 0.46;

/** Degrees of the scale of C, a dot below or above as an octave; beats. */
const TUNE: readonly (readonly [degree: number, beats: number])[] = [
  ...([
    [5, 1],
    [3, 0.5],
    [5, 0.5],
    [8, 2],
    [6, 1],
    [8, 1],
    [5, 2],
  ] as const),
  ...([
    [5, 1],
    [1, 0.5],
    [2, 0.5],
    [3, 1],
    [2, 0.5],
    [1, 0.5],
    [2, 4],
  ] as const),
  ...([
    [5, 1],
    [3, 0.5],
    [5, 0.5],
    [8, 1.5],
    [7, 0.5],
    [6, 1],
    [8, 1],
    [5, 2],
  ] as const),
  ...([
    [5, 1],
    [2, 0.5],
    [3, 0.5],
    [4, 1.5],
    [0, 0.5],
    [1, 4],
  ] as const),
];
const SEMITONES = [-1, 0, 2, 4, 5, 7, 9, 11, 12];
const pitch = (degree: number): number => 523.25 * 2 ** ((SEMITONES[degree] ?? 0) / 12);

const length = TUNE.reduce((sum, [, beats]) => sum + beats * BEAT, 1);
const samples = new Float64Array(Math.ceil(length * RATE));
let start = 0;
for (const [degree, beats] of TUNE) {
  for (let n = 0; n < 1.6 * RATE; n += 1) {
    const at = Math.floor(start * RATE) + n;
    if (at >= samples.length) break;
    const seconds = n / RATE;
    const wave =
      Math.sin(2 * Math.PI * pitch(degree) * seconds) + 0.3 * Math.sin(6 * Math.PI * pitch(degree) * seconds);
    samples[at] = (samples[at] ?? 0) + wave * Math.exp(-3.2 * seconds);
  }
  start += beats * BEAT;
}

const header = Buffer.alloc(44);
header.write('RIFF', 0);
header.writeUInt32LE(36 + samples.length, 4);
header.write('WAVEfmt ', 8);
header.writeUInt32LE(16, 16);
header.writeUInt16LE(1, 20);
header.writeUInt16LE(1, 22);
header.writeUInt32LE(RATE, 24);
header.writeUInt32LE(RATE, 28);
header.writeUInt16LE(1, 32);
header.writeUInt16LE(8, 34);
header.write('data', 36);
header.writeUInt32LE(samples.length, 40);
const body = Buffer.from(samples.map((value) => 128 + Math.max(-120, Math.min(120, value * 46))));
writeFileSync(join(__dirname, '../../demo/data/articles/farewell.wav'), Buffer.concat([header, body]));
