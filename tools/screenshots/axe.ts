import { Command } from 'commander';
import { runCommand } from '../command';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../tests/e2e/browser';
import { heard, LEAST_TARGET, tooSmall, type Finding } from './looking';
import { shots } from './all-shots';
import { atShot, modes, type Mode } from './camera';
import { inLibrary } from './in-library';
import type { Shot } from './shots';
import { openStage } from './stage';

/**
 * `npm run axe`: every page in light, dark and elder mode, heard by axe and measured for fingers. A page is
 * opened once and changes its look in place; several are open at the same time. Totals last; ends non-zero on
 * a finding. `--all` looks at every picture of the screenshots, not only at the first of each page.
 */

interface Options {
  mode: string[];
  only?: string;
  all?: boolean;
  pages: string;
}

interface Found extends Finding {
  mode: Mode;
  page: string;
  shot: string;
}

const firstOfEach = (): Shot[] => [
  ...new Map([...shots].reverse().map((shot) => [shot.shows, shot])).values(),
];

/** One page in every look. */
async function lookAt(browser: Browser, url: string, wanted: readonly Mode[], shot: Shot): Promise<Found[]> {
  const [first = 'light', ...others] = wanted;
  return atShot({ browser, url, mode: first }, shot, false, async ({ page }) => {
    const found = await foundOn(page, first, shot);
    for (const mode of others) {
      await page.evaluate(`window.__preview.look(${mode === 'dark'}, ${mode === 'elder'})`);
      await openStage(page, shot.loading).settle();
      found.push(...(await foundOn(page, mode, shot)));
    }
    return found;
  });
}

const foundOn = async (page: Page, mode: Mode, shot: Shot): Promise<Found[]> =>
  [...(await heard(page)), ...(await tooSmall(page, LEAST_TARGET[mode]))].map((one) => ({
    ...{ ...one, mode, page: shot.shows, shot: shot.name },
  }));

/** Takes one after the other from the same list, so many at the same time. */
async function together<T>(list: readonly T[], most: number, work: (one: T) => Promise<void>): Promise<void> {
  const left = [...list];
  const worker = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: most }, worker));
}

async function main({ mode: wanted, only, all, pages }: Options): Promise<void> {
  const looked = (all ? [...shots] : firstOfEach()).filter(({ name }) => !only || name.includes(only));
  const found: Found[] = [];
  const browser = await launchBrowser();
  try {
    const looks = modes.filter((one) => wanted.includes(one));
    await inLibrary((url) =>
      together(looked, Number(pages), async (shot) => {
        found.push(...(await lookAt(browser, url, looks, shot)));
      }),
    );
  } finally {
    await browser.close();
  }
  for (const { mode, shot, rule, where } of found) console.log(`${mode} ${shot}: ${rule}: ${where}`);
  const seen = new Set(looked.map(({ shows }) => shows)).size;
  const serious = found.filter(({ rule }) => rule !== 'target').length;
  console.log(
    `${seen} pages, ${looked.length * wanted.length} looks: ${serious} serious or critical, ${found.length - serious} targets too small`,
  );
  process.exitCode = found.length > 0 ? 1 : 0;
}

runCommand(
  new Command('axe')
    .option('--mode <modes...>', 'light, dark, elder', [...modes])
    .option('--only <part>', 'only pictures whose name contains this')
    .option('--all', 'every picture, not only the first of each page')
    .option('--pages <number>', 'pages that are open at the same time', '3')
    .action(main),
);
