import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import type { Mode, Picture } from './camera';

const PER_SHEET = 12;

/**
 * All pictures of a mode on one HTML page, and as PNG sheets of a dozen that can be looked at one after
 * another. Gives the PNG files.
 */
export async function makeContactSheets(
  browser: Browser,
  folder: string,
  mode: Mode,
  pictures: Picture[],
): Promise<string[]> {
  const html = join(folder, `${mode}.html`);
  writeFileSync(html, sheet(mode, pictures, 260));
  const files: string[] = [];
  const page = await browser.newPage({ viewport: { width: 1640, height: 1000 } });
  for (const wide of [false, true]) {
    const kind = pictures.filter((picture) => picture.wide === wide);
    for (let start = 0; start < kind.length; start += PER_SHEET) {
      const part = join(folder, 'part.html');
      writeFileSync(part, sheet(mode, kind.slice(start, start + PER_SHEET), wide ? 520 : 260));
      await page.goto(pathToFileURL(part).href);
      const file = join(folder, `sheet-${mode}${wide ? '-wide' : ''}-${start / PER_SHEET + 1}.png`);
      await page.screenshot({ path: file, fullPage: true });
      files.push(file);
    }
  }
  await page.close();
  return files;
}

function sheet(mode: Mode, pictures: Picture[], width: number): string {
  const figures = pictures.map(
    ({ shot, file, wide }) => `<figure style="width:${wide ? Math.max(width, 520) : width}px">
<img src="${mode}/${basename(file)}" alt="">
<figcaption>${shot.caption}${wide ? '（宽屏）' : ''}<small>${shot.name} · ${shot.as}</small></figcaption></figure>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>书香 · ${mode}</title>
<style>
body{margin:16px;background:#8b8b8b;font:14px/1.4 "Noto Sans CJK SC",sans-serif;display:flex;flex-wrap:wrap;gap:16px 10px}
figure{margin:0}img{width:100%;display:block;border-radius:10px}
figcaption{padding:4px 2px;color:#fff}small{display:block;opacity:.75}
</style>
${figures.join('\n')}
`;
}
