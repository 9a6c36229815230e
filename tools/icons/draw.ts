/**
 * Draws the icons: components/glyph/shapes.wxss (masks, coloured by currentColor) and the tab bar's PNGs,
 * 81×81 as the platform wants them, in Chromium. Run `npx tsx tools/icons/draw.ts` after a change in
 * shapes.ts; both are committed.
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { shapes } from './shapes';

const miniprogram = join(process.cwd(), 'miniprogram');
const TAB_SIZE = 81;
const TAB_LIMIT = 40 * 1024;
const tabs: Record<string, string> = { home: 'home', search: 'search', events: 'calendar', me: 'user' };

function svg(inside: string, stroke: string, width: number): string {
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='${stroke}' stroke-width='${width}' stroke-linecap='round' stroke-linejoin='round'>${inside}</svg>`;
}

function dataUri(text: string): string {
  return `data:image/svg+xml,${text.replace(/[#%<>"]/g, (c) => encodeURIComponent(c))}`;
}

function masks(): string {
  const rules = Object.entries(shapes).map(
    ([name, inside]) => `.icon--${name} {\n  --shape: url("${dataUri(svg(inside, 'black', 1.6))}");\n}`,
  );
  return `/* Made by tools/icons/draw.ts from shapes.ts. */\n${rules.join('\n')}\n`;
}

interface Theme {
  light: Record<string, string>;
  dark: Record<string, string>;
}

async function tabBar(): Promise<void> {
  const theme = JSON.parse(readFileSync(join(miniprogram, 'theme.json'), 'utf8')) as Theme;
  const folder = join(miniprogram, 'assets/tab');
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });
  const page = await browser.newPage({ viewport: { width: TAB_SIZE, height: TAB_SIZE } });
  for (const [file, shape] of Object.entries(tabs)) {
    for (const [mode, colors] of Object.entries(theme)) {
      for (const [suffix, color] of [
        ['', colors.tabColor],
        ['-on', colors.tabSelectedColor],
      ] as const) {
        const name = `${file}${suffix}${mode === 'dark' ? '-dark' : ''}.png`;
        await page.setContent(
          `<style>*{margin:0}svg{width:69px;height:69px;margin:6px;display:block}</style>${svg(shapes[shape] ?? '', String(color), suffix ? 1.9 : 1.5)}`,
        );
        await page.screenshot({ path: join(folder, name), omitBackground: true });
        const { size } = statSync(join(folder, name));
        if (size > TAB_LIMIT) throw new Error(`${name} has ${size} bytes, the platform allows ${TAB_LIMIT}`);
      }
    }
  }
  await browser.close();
}

mkdirSync(join(miniprogram, 'components/glyph'), { recursive: true });
writeFileSync(join(miniprogram, 'components/glyph/shapes.wxss'), masks());
void tabBar();
