import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Contrast by WCAG 2.1, for every pair that the screens use, in every theme. */
const text = readFileSync(join(__dirname, 'tokens.wxss'), 'utf8');

function tokensOf(selector: string): Record<string, string> {
  const start = text.indexOf(`\n${selector} {`);
  if (start < 0) throw new Error(`no ${selector} in tokens.wxss`);
  const block = text.slice(start, text.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, color]) => [name, color]),
  );
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, two: string): number {
  const [low, high] = [luminance(one), luminance(two)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const light = tokensOf('.screen.light');
const dark = tokensOf('.screen.dark');
const themes = {
  light,
  dark,
  'light elder': { ...light, ...tokensOf('.screen.elder') },
  'dark elder': { ...dark, ...tokensOf('.screen.elder.dark') },
};
const pairs: [string, string, number][] = [
  ...['--paper', '--raised', '--sunken'].flatMap((ground): [string, string, number][] => [
    ['--ink', ground, 7],
    ['--ink-2', ground, 4.5],
    ['--ink-3', ground, 4.5],
    ['--accent', ground, 4.5],
  ]),
  ['--seal', '--raised', 4.5],
  ['--amber', '--raised', 4.5],
  ['--moss', '--raised', 4.5],
  ['--on-accent', '--accent', 4.5],
  ['--accent', '--accent-soft', 4.5],
  ['--seal', '--seal-soft', 4.5],
  ['--amber', '--amber-soft', 4.5],
  ['--moss', '--moss-soft', 4.5],
  ['--ink', '--amber-soft', 4.5],
  ['--ink-2', '--amber-soft', 4.5],
  ['--ink', '--mark', 7],
  ['--ink-2', '--mark', 4.5],
  ['--rule-strong', '--raised', 3],
];

describe.each(Object.entries(themes))('%s', (_name, tokens) => {
  test.each(pairs)('%s on %s', (front, back, least) => {
    expect(contrast(tokens[front]!, tokens[back]!)).toBeGreaterThanOrEqual(least);
  });
});

test('the system theme and the classes say the same', () => {
  expect(tokensOf('page,\n.screen')).toEqual(light);
  const media = text.slice(
    text.indexOf('@media (prefers-color-scheme: dark)'),
    text.indexOf('.screen.light'),
  );
  for (const [name, color] of Object.entries(dark)) expect(media).toContain(`${name}: ${color}`);
});
