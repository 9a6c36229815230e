import { readFileSync, rmSync, unlinkSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import type { Browser } from 'playwright-core';
import { mountPreview } from '../local/preview/index';
import { launchBrowser } from '../tests/e2e/browser';
import { root, startDemoLibrary } from './bench/demo-library';
import { modes, takePicture, type Mode, type Picture } from './screenshots/camera';
import { makeContactSheets } from './screenshots/contact-sheet';
import { accountShots } from './screenshots/account-shots';
import { answersShots } from './screenshots/answers-shots';
import { deskShots } from './screenshots/desk-shots';
import { listsShots } from './screenshots/lists-shots';
import { makeReadmePicture } from './screenshots/readme-picture';
import { rulesShots } from './screenshots/rules-shots';
import { searchShots } from './screenshots/search-shots';
import { readerShots, type Shot } from './screenshots/shots';
import { notPictured, staffShots } from './screenshots/staff-shots';
import { talksShots } from './screenshots/talks-shots';
import { titleShots } from './screenshots/title-shots';

interface Options {
  out: string;
  mode: string[];
  only?: string;
  readme?: boolean;
}

const shots: Shot[] = [
  ...searchShots,
  ...readerShots,
  ...accountShots,
  ...deskShots,
  ...staffShots,
  ...rulesShots,
  ...listsShots,
  ...titleShots,
  ...talksShots,
  ...answersShots,
];

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

/** A cloud of its own with the demo library and the preview, on a free port. */
async function inLibrary<T>(work: (url: string) => Promise<T>): Promise<T> {
  const cloud = await startDemoLibrary({ warm: 1 });
  const preview = await mountPreview({ root, port: cloud.port });
  cloud.setFallback((request, response) => {
    // A page that reloads because somebody saved a file would spoil the picture: nobody is told of changes.
    if (request.url !== '/preview/changes') return preview.handle(request, response);
    response.writeHead(204).end();
    return Promise.resolve(true);
  });
  try {
    return await work(cloud.url);
  } finally {
    await preview.close();
    await cloud.close();
  }
}

interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
}

function pagesWithoutShot(): string[] {
  const app = JSON.parse(readFileSync(join(root, 'miniprogram', 'app.json'), 'utf8')) as AppJson;
  const inPackages = (app.subPackages ?? []).flatMap((one) => one.pages.map((page) => `${one.root}/${page}`));
  const shown = new Set(shots.map(({ shows }) => shows));
  return [...app.pages, ...inPackages].filter((page) => !shown.has(page) && !(page in notPictured));
}

const firstLines = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 3).join(' | ');

new Command('screenshots')
  .description('pictures of every page in light, dark and elder mode')
  .option('--out <folder>', 'where they go', join(root, '.shuxiang', 'screenshots'))
  .option('--mode <modes...>', 'light, dark, elder', [...modes])
  .option('--only <part>', 'only pictures whose name contains this')
  .option('--readme', 'only the picture at the head of the README')
  .action(main)
  .parseAsync()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
