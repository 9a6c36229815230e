import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/**
 * Draws the pictures of the demo library's articles: ink and paper, made of nothing but shapes. Needs
 * Chromium; its results are in the repository, so nobody else does. Run `npx tsx
 * tools/demo/draw-pictures.ts`.
 */
const folder = join(__dirname, '../../demo/data/articles');
const WIDTH = 1080;
const HEIGHT = 720;

/** Numbers that look like chance and are always the same. */
const chance = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
};

/** The outline of a range of hills, from side to side. */
const hills = (seed: number, top: number, rough: number): string => {
  const next = chance(seed);
  const points: string[] = [];
  let y = top;
  for (let x = -20; x <= WIDTH + 20; x += 36) {
    y += (next() - 0.5) * rough;
    y += (top - y) * 0.12;
    points.push(`${x},${y.toFixed(1)}`);
  }
  return `M${points.join(' L')} L${WIDTH + 20},${HEIGHT} L-20,${HEIGHT} Z`;
};

const PAPER = `<filter id="paper" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.8" numOctaves="3" seed="4"/><feColorMatrix values="0 0 0 0 0.3  0 0 0 0 0.26  0 0 0 0 0.2  0 0 0 0.09 0"/></filter>`;
const INK = `<filter id="ink" x="-10%" y="-10%" width="120%" height="120%"><feTurbulence type="fractalNoise" baseFrequency="0.012 0.03" numOctaves="4" seed="7"/><feDisplacementMap in="SourceGraphic" scale="34"/><feGaussianBlur stdDeviation="1.6"/></filter>`;

const sheet = (ground: string, inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><defs>${PAPER}${INK}<linearGradient id="mist" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${ground}" stop-opacity="0"/><stop offset="1" stop-color="${ground}" stop-opacity="0.92"/></linearGradient></defs><rect width="100%" height="100%" fill="${ground}"/>${inside}<rect width="100%" height="100%" filter="url(#paper)"/></svg>`;

const range = (seed: number, top: number, rough: number, colour: string): string =>
  `<g filter="url(#ink)"><path d="${hills(seed, top, rough)}" fill="${colour}"/></g><path d="${hills(seed, top + 60, rough)}" fill="url(#mist)"/>`;

const tree = (x: number, y: number, height: number, seed: number): string => {
  const next = chance(seed);
  const branch = (fromX: number, fromY: number, length: number, angle: number, width: number): string => {
    if (length < 9) return '';
    const toX = fromX + Math.cos(angle) * length;
    const toY = fromY + Math.sin(angle) * length;
    const further = [-0.5, 0.42].map((turn) =>
      branch(toX, toY, length * (0.66 + next() * 0.14), angle + turn + (next() - 0.5) * 0.4, width * 0.68),
    );
    return `<line x1="${fromX}" y1="${fromY}" x2="${toX}" y2="${toY}" stroke="#2b2a28" stroke-width="${width}" stroke-linecap="round"/>${further.join('')}`;
  };
  return branch(x, y, height, -Math.PI / 2, height / 12);
};

const snowflakes = (
  count: number,
  [left, top, width, height]: [number, number, number, number],
  colour: string,
): string => {
  const next = chance(count);
  const flake = () =>
    `<circle cx="${left + next() * width}" cy="${top + next() * height}" r="${1 + next() * 2.4}" fill="${colour}" opacity="${0.4 + next() * 0.5}"/>`;
  return Array.from({ length: count }, flake).join('');
};

const seasons = {
  spring: ['#f3eee0', ['#b9c8b0', '#8fae93', '#5f8a72']],
  summer: ['#eef0e4', ['#8fb3a4', '#4f8274', '#23514b']],
  autumn: ['#f5ead6', ['#d8b27c', '#b57f45', '#7f4f2a']],
  winter: ['#eef0f1', ['#c4cbd0', '#8f9aa2', '#4f5a63']],
} as const;

const season = (name: keyof typeof seasons, seed: number): string => {
  const [ground, [far, middle, near]] = seasons[name];
  const snow = name === 'winter' ? snowflakes(90, [0, 0, WIDTH, HEIGHT], '#fff') : '';
  return sheet(
    ground,
    `<circle cx="820" cy="150" r="52" fill="${name === 'winter' ? '#fff' : '#c65a3c'}" opacity="${name === 'winter' ? 0.8 : 0.75}"/>${range(seed, 300, 120, far)}${range(seed + 3, 420, 110, middle)}${range(seed + 8, 560, 70, near)}${tree(190, 690, 92, seed + 1)}${tree(262, 700, 58, seed + 2)}${snow}`,
  );
};

const camel = (x: number, y: number, size: number): string =>
  `<g transform="translate(${x} ${y}) scale(${size})" fill="#3a2a1c"><path d="M0 60 C6 40 14 30 24 34 C30 8 44 8 50 32 C54 36 58 36 62 32 C68 8 84 8 90 34 C104 36 108 46 108 58 C118 54 120 36 122 22 C122 14 130 8 140 10 L150 16 C154 20 152 25 146 25 L134 25 C132 44 128 70 108 78 L106 128 L98 128 L96 84 L88 84 L86 128 L78 128 L76 86 L36 86 L34 128 L26 128 L24 86 L16 84 L14 128 L6 128 Z"/></g>`;

const camels = sheet(
  '#f2dcb6',
  `<circle cx="300" cy="250" r="120" fill="#e8894a" opacity="0.75"/><circle cx="300" cy="250" r="190" fill="#f0b070" opacity="0.28"/>${range(31, 420, 60, '#cda06a')}<g filter="url(#ink)"><path d="M-20 470 H1100 V560 H-20 Z" fill="#a87446"/><path d="M560 300 h420 v180 h-420z" fill="#8a5a36"/><path d="M540 300 h460 l-30 -34 h-400z" fill="#6d4428"/><path d="M720 360 a50 60 0 0 1 100 0 v120 h-100z" fill="#4a2d1a"/></g>${camel(60, 470, 1.15)}${camel(280, 486, 1)}${camel(470, 500, 0.86)}<path d="M-20 600 H1100 V720 H-20 Z" fill="#8d5f38" opacity="0.55"/>`,
);

const book = (x: number, y: number, width: number, height: number, colour: string, tilt = 0): string =>
  `<g transform="rotate(${tilt} ${x + width / 2} ${y + height})"><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3" fill="${colour}"/><rect x="${x + width * 0.2}" y="${y + 22}" width="${width * 0.6}" height="4" fill="#f6ecd8" opacity="0.8"/><rect x="${x + width * 0.2}" y="${y + height - 34}" width="${width * 0.6}" height="4" fill="#f6ecd8" opacity="0.5"/></g>`;

const lamp = sheet(
  '#22302f',
  `<radialGradient id="light" cx="0.66" cy="0.5" r="0.6"><stop offset="0" stop-color="#f6d79a" stop-opacity="0.95"/><stop offset="0.5" stop-color="#d9a45c" stop-opacity="0.35"/><stop offset="1" stop-color="#22302f" stop-opacity="0"/></radialGradient><rect x="90" y="70" width="400" height="380" rx="6" fill="#131d26"/>${snowflakes(60, [96, 76, 388, 368], '#dfe8ee')}<g stroke="#3d4b48" stroke-width="10" fill="none"><rect x="90" y="70" width="400" height="380" rx="6"/><path d="M290 70 V450 M90 260 H490"/></g><rect width="1080" height="720" fill="url(#light)"/><rect x="0" y="560" width="1080" height="160" fill="#5b3d28"/><rect x="0" y="560" width="1080" height="8" fill="#7a5438"/><path d="M700 300 h150 l40 110 h-230z" fill="#f3e2b8"/><rect x="768" y="410" width="14" height="130" fill="#3a2a1e"/><ellipse cx="775" cy="552" rx="70" ry="14" fill="#3a2a1e"/>${book(150, 360, 52, 200, '#8a3b2e')}${book(204, 390, 44, 170, '#2f5a58')}${book(250, 372, 58, 188, '#a8813f')}${book(312, 402, 40, 158, '#4c4a6a', 7)}<g transform="translate(430 500)"><path d="M0 60 C60 36 110 36 150 56 C190 36 240 36 300 60 L300 70 C240 48 190 50 150 68 C110 50 60 48 0 70Z" fill="#f6ecd8"/><path d="M150 56 V68" stroke="#b7a98a" stroke-width="3"/></g>`,
);

const pictures: Record<string, string> = {
  spring: season('spring', 12),
  summer: season('summer', 27),
  autumn: season('autumn', 44),
  winter: season('winter', 63),
  camels,
  lamp,
};

const draw = async (): Promise<void> => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
  });
  const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
  for (const [name, svg] of Object.entries(pictures)) {
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
    writeFileSync(join(folder, `${name}.jpg`), await page.screenshot({ type: 'jpeg', quality: 62 }));
  }
  await browser.close();
};

void draw();
