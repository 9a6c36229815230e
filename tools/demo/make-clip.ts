import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chapters, CLIP_SECONDS } from '../../demo/lecture';

/**
 * Draws the replay of the demo lecture: a card of ink on paper for every chapter, and a soft tone that steps
 * up with each. Needs ffmpeg and a CJK font; its result is in the repository, so nobody else does. Run
 * `npx tsx tools/demo/make-clip.ts`.
 */
const target = join(__dirname, '../../demo/data/lecture.mp4');
const font = process.env.CLIP_FONT ?? '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc';
const length = CLIP_SECONDS / chapters.length;

const folder = mkdtempSync(join(tmpdir(), 'clip-'));
const text = (name: string, words: string) => {
  const file = join(folder, `${name}.txt`);
  writeFileSync(file, words);
  return file;
};
const write = (file: string, size: number, y: string, colour: string, from: number, to: number) =>
  `drawtext=fontfile=${font}:textfile=${file}:fontsize=${size}:fontcolor=${colour}:x=(w-text_w)/2:y=${y}:enable='gte(t,${from})*lt(t,${to})'`;

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const cards = chapters.flatMap(({ title, at }, n) => [
  write(text(`n${n}`, numerals[n]!), 40, '84', '0xa63d2f', at, at + length),
  write(text(`t${n}`, title), 26, '158', '0x2b2622', at, at + length),
]);
const always = write(text('name', '云溪讲坛 · 认识身边的一棵树'), 15, '40', '0x7a6f63', 0, CLIP_SECONDS);
const rule = 'drawbox=x=60:y=222:w=360:h=1:color=0xcdbfa9:t=fill';
const progress = Array.from(
  { length: CLIP_SECONDS },
  (_, second) =>
    `drawbox=x=60:y=221:w=${9 * (second + 1)}:h=3:color=0xa63d2f:t=fill:enable='gte(t,${second})*lt(t,${second + 1})'`,
);

execFileSync(
  'ffmpeg',
  [
    ...['-y', '-loglevel', 'error'],
    ...['-f', 'lavfi', '-i', `color=c=0xf6f0e4:s=480x270:r=5:d=${CLIP_SECONDS}`],
    ...[
      '-f',
      'lavfi',
      '-i',
      `aevalsrc='0.04*sin(2*PI*(196+33*floor(t/${length}))*t)*exp(-1.2*mod(t,${length}))':s=16000:d=${CLIP_SECONDS}`,
    ],
    ...['-vf', [always, rule, ...cards, ...progress].join(',')],
    ...[
      '-c:v',
      'libx264',
      '-profile:v',
      'baseline',
      '-level',
      '3.0',
      '-pix_fmt',
      'yuv420p',
      '-crf',
      '34',
      '-preset',
      'veryslow',
    ],
    ...[
      '-g',
      '40',
      '-c:a',
      'aac',
      '-b:a',
      '12k',
      '-ac',
      '1',
      '-movflags',
      '+faststart',
      '-map_metadata',
      '-1',
      target,
    ],
  ],
  { stdio: 'inherit' },
);
rmSync(folder, { recursive: true });
console.log(`${target}: ${statSync(target).size} bytes`);
