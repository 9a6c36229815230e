import { Command } from 'commander';
import { runCommand } from '../command';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../tests/e2e/browser';
import { heard, LEAST_TARGET, tooSmall, type Finding } from './looking';
import { shots } from './all-shots';
import { atShot, modes, type Mode } from './camera';
import { inLibrary } from './in-library';
import type { Shot } from './shots';

/**
 * `npm run axe`: every page in light, dark and elder mode, heard by axe and measured for fingers. Totals
 * last; ends non-zero on a finding. `--all` looks at every picture of the screenshots, not only at the first
 * of each page.
 */

interface Options {
  mode: string[];
  only?: string;
  all?: boolean;
}

interface Found extends Finding {
  mode: Mode;
  page: string;
  shot: string;
}

const firstOfEach = (): Shot[] => [
  ...new Map([...shots].reverse().map((shot) => [shot.shows, shot])).values(),
];

async function lookAt(browser: Browser, url: string, mode: Mode, shot: Shot): Promise<Found[]> {
  const found = await atShot({ browser, url, mode }, shot, false, async ({ page }) => [
    ...(await heard(page)),
    ...(await tooSmall(page, LEAST_TARGET[mode])),
  ]);
  return found.map((one) => ({ ...one, mode, page: shot.shows, shot: shot.name }));
}

async function main({ mode: wanted, only, all }: Options): Promise<void> {
  const looked = (all ? [...shots] : firstOfEach()).filter(({ name }) => !only || name.includes(only));
  const found: Found[] = [];
  const browser = await launchBrowser();
  try {
    for (const mode of modes.filter((one) => wanted.includes(one)))
      await inLibrary(async (url) => {
        for (const shot of looked) found.push(...(await lookAt(browser, url, mode, shot)));
      });
  } finally {
    await browser.close();
  }
  for (const { mode, shot, rule, where } of found) console.log(`${mode} ${shot}: ${rule}: ${where}`);
  const pages = new Set(looked.map(({ shows }) => shows)).size;
  const serious = found.filter(({ rule }) => rule !== 'target').length;
  console.log(
    `${pages} pages, ${looked.length * wanted.length} looks: ${serious} serious or critical, ${found.length - serious} targets too small`,
  );
  process.exitCode = found.length > 0 ? 1 : 0;
}

runCommand(
  new Command('axe')
    .option('--mode <modes...>', 'light, dark, elder', [...modes])
    .option('--only <part>', 'only pictures whose name contains this')
    .option('--all', 'every picture, not only the first of each page')
    .action(main),
);
