import { Command } from 'commander';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../tests/e2e/browser';
import { runCommand } from '../command';
import { table } from '../table';
import { shots } from './all-shots';
import { atShot } from './camera';
import { inLibrary } from './in-library';
import type { Shot } from './shots';
import { openStage } from './stage';

/**
 * `npm run wechat:nodes`: every page in the preview, its elements counted as WeChat's 体验评分 does, as it
 * opens and once its bottom was reached. Totals last; ends non-zero where a page is over a limit as it
 * opens.
 */

/** 体验评分: fewer than 1,000 elements, fewer than 30 levels, at most 60 children of one element. */
const LIMITS = { nodes: 999, depth: 29, children: 60 } as const;

interface Counted {
  nodes: number;
  depth: number;
  children: number;
}

/** Runs in the page: the elements of WXML on the page on top; what the preview draws in them is its own. */
const COUNTED = `() => {
  const isOurs = (one) => one.localName.startsWith('wx-');
  const own = (one) => [...one.children].flatMap((child) => (isOurs(child) ? [child] : own(child)));
  const count = (one) => {
    const children = own(one);
    const below = children.map(count);
    return {
      nodes: 1 + below.reduce((sum, { nodes }) => sum + nodes, 0),
      depth: 1 + Math.max(0, ...below.map(({ depth }) => depth)),
      children: Math.max(children.length, ...below.map((each) => each.children)),
    };
  };
  const area = document.querySelector('.layer.on-top .page-area');
  const [page] = area ? own(area) : [];
  return page ? count(page) : { nodes: 0, depth: 0, children: 0 };
}`;

const TO_THE_BOTTOM = `() => {
  for (const one of document.querySelectorAll('.layer.on-top .page-area, .layer.on-top .page-area *'))
    if (one.scrollHeight > one.clientHeight + 40) one.scrollTop = one.scrollHeight;
}`;

const counted = async (page: Page): Promise<Counted> => (await page.evaluate(`(${COUNTED})()`)) as Counted;

const overOf = (one: Counted): string[] =>
  (['nodes', 'depth', 'children'] as const).filter((what) => one[what] > LIMITS[what]);

const look = (browser: Browser, url: string, shot: Shot): Promise<{ opened: Counted; below: Counted }> =>
  atShot({ browser, url, mode: 'light' }, shot, false, async ({ page }) => {
    const opened = await counted(page);
    await page.evaluate(`(${TO_THE_BOTTOM})()`);
    await openStage(page, shot.loading).settle();
    return { opened, below: await counted(page) };
  });

const main = async ({ only = '' }: { only?: string }): Promise<void> => {
  const each = new Map([...shots].reverse().map((shot) => [shot.shows, shot] as const));
  const looked = [...each.values()].filter(({ name, shows }) => name.includes(only) || shows.includes(only));
  const rows: { page: string; opened: Counted; below: Counted }[] = [];
  const browser = await launchBrowser();
  try {
    await inLibrary(async (url) => {
      for (const shot of looked) rows.push({ page: shot.shows, ...(await look(browser, url, shot)) });
    });
  } finally {
    await browser.close();
  }
  rows.sort((a, b) => b.below.nodes - a.below.nodes);
  console.log(
    table(
      ['page', 'nodes', 'at its bottom', 'depth', 'children', 'over'],
      rows.map(({ page, opened, below }) => [
        ...[page, opened.nodes, below.nodes, below.depth, below.children],
        [...overOf(opened), ...overOf(below).map((what) => `${what} at its bottom`)].join(', '),
      ]),
    ),
  );
  const over = rows.filter(({ opened }) => overOf(opened).length > 0).length;
  const later = rows.filter(({ below }) => overOf(below).length > 0).length;
  console.log(
    `\n${rows.length} pages, ${over} over a limit as they open, ${later} once their bottom was reached`,
  );
  process.exitCode = over === 0 ? 0 : 1;
};

runCommand(
  new Command('wechat:nodes').option('--only <part>', 'only pages whose name contains this').action(main),
);
