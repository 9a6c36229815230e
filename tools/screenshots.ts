import { existsSync, rmSync, unlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { runCommand } from './command';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../tests/e2e/browser';
import { root } from './bench/demo-library';
import { pagesWithoutShot, shots } from './screenshots/all-shots';
import { modes, takePicture, type Mode, type Picture } from './screenshots/camera';
import { makeContactSheets } from './screenshots/contact-sheet';
import { makeReadmePicture } from './screenshots/readme-picture';
import { inLibrary } from './screenshots/in-library';

interface Options {
  out: string;
  mode: string[];
  only?: string;
  readme?: boolean;
}

/** Pictures of every page of the mini program in every state and mode, and sheets to look at them. */
async function main(options: Options): Promise<void> {
  const missing = pagesWithoutShot();
  if (missing.length > 0)
    throw new Error(`no picture shows ${missing.join(', ')}: add one to tools/screenshots/`);
  const browser = await launchBrowser();
  try {
    if (options.readme)
      await inLibrary((url) => makeReadmePicture(browser, url, join(root, 'docs', 'pictures')));
    else await takeAll(browser, options);
  } finally {
    await browser.close();
  }
}

async function takeAll(browser: Browser, { out, mode: wanted, only }: Options): Promise<void> {
  const folder = resolve(out);
  const failures: string[] = [];
  for (const mode of modes.filter((one) => wanted.includes(one))) {
    // Every mode begins with the library as it was: the pictures of the desk write.
    await inLibrary(async (url) => {
      const { pictures, failed } = await takeMode(browser, url, folder, mode, only);
      failures.push(...failed);
      const sheets = await makeContactSheets(browser, folder, mode, pictures);
      for (const sheet of sheets) console.log(sheet);
    });
  }
  const part = join(folder, 'part.html');
  if (existsSync(part)) unlinkSync(part);
  if (failures.length > 0) throw new Error(`${failures.length} pictures failed:\n${failures.join('\n')}`);
}

async function takeMode(
  browser: Browser,
  url: string,
  out: string,
  mode: Mode,
  only: string | undefined,
): Promise<{ pictures: Picture[]; failed: string[] }> {
  const folder = join(out, mode);
  if (!only) rmSync(folder, { recursive: true, force: true });
  const pictures: Picture[] = [];
  const failed: string[] = [];
  for (const shot of shots.filter(({ name }) => !only || name.includes(only))) {
    // The wide one first: what the phone's picture then does at the desk is done for good.
    for (const wide of shot.wide && mode !== 'elder' ? [true, false] : [false]) {
      const name = `${mode} ${shot.name}${wide ? ' (wide)' : ''}`;
      try {
        const picture = await takePicture({ browser, url, folder, mode }, shot, wide);
        pictures.push(picture);
        console.log(name);
        for (const trouble of picture.trouble) console.log(`  ! ${trouble}`);
      } catch (error) {
        failed.push(`${name}: ${firstLines(error)}`);
        console.log(`${name} FAILED: ${firstLines(error)}`);
      }
    }
  }
  return { pictures, failed };
}

const firstLines = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 3).join(' | ');

runCommand(
  new Command('screenshots')
    .description('pictures of every page in light, dark and elder mode')
    .option('--out <folder>', 'where they go', join(root, '.shuxiang', 'screenshots'))
    .option('--mode <modes...>', 'light, dark, elder', [...modes])
    .option('--only <part>', 'only pictures whose name contains this')
    .option('--readme', 'only the picture at the head of the README')
    .action(main),
);
