import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { takePicture } from './camera';
import { deskShots } from './desk-shots';
import { readerShots } from './shots';

const CHOSEN = ['home-reader', 'title-available', 'check-out-copies'];

/** Three phones side by side: what a reader sees first, a book, and the desk. */
export async function makeReadmePicture(browser: Browser, url: string, out: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'shuxiang-pictures-'));
  try {
    const all = [...readerShots, ...deskShots];
    for (const name of CHOSEN) {
      const shot = all.find((one) => one.name === name);
      if (!shot) throw new Error(`there is no picture ${name}`);
      await takePicture({ browser, url, folder, mode: 'light' }, shot);
    }
    const html = join(folder, 'composition.html');
    writeFileSync(html, composition());
    const page = await browser.newPage({ viewport: { width: 1200, height: 860 }, deviceScaleFactor: 1 });
    await page.goto(pathToFileURL(html).href);
    mkdirSync(out, { recursive: true });
    const file = join(out, 'shuxiang.png');
    await page.screenshot({ path: file });
    await page.close();
    console.log(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function composition(): string {
  const phones = CHOSEN.map((name) => `<div class="phone"><img src="${name}.png" alt=""></div>`);
  return `<!doctype html><meta charset="utf-8"><style>
body{margin:0;height:860px;display:flex;justify-content:center;align-items:center;gap:36px;background:#efe9dd}
.phone{padding:9px;border-radius:44px;background:#20201f;box-shadow:0 18px 44px rgba(52,42,24,.28)}
.phone:nth-child(2){margin-top:-28px}.phone:nth-child(odd){margin-top:28px}
img{display:block;width:340px;height:736px;border-radius:36px}
</style>${phones.join('')}`;
}
