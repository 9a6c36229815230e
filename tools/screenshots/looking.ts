import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** What is wrong with one page for somebody who hears it, or whose finger is not small. */
export interface Finding {
  rule: string;
  /** Where, as a selector, and what stands there. */
  where: string;
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Points of a finger: WeChat's own guide says 7 to 9 mm; elder mode asks for more. */
export const LEAST_TARGET = { light: 44, dark: 44, elder: 48 } as const;

/** Findings of axe that are serious or critical. */
export async function heard(page: Page): Promise<Finding[]> {
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate(`axe.run(document, { resultTypes: ['violations'] })`)) as Pick<
    AxeResults,
    'violations'
  >;
  const found = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => ({ rule: id, target: target.join(' '), html })),
    );
  const said = (await page.evaluate(
    `(${SAID})(${JSON.stringify(found.map(({ target }) => target))})`,
  )) as boolean[];
  return found
    .filter(({ rule }, n) => rule !== 'label-content-name-mismatch' || !said[n])
    .map(({ rule, target, html }) => ({ rule, where: `${target} ${html.slice(0, 160)}` }));
}

/**
 * Runs in the page: whether a name says everything that is seen. axe wants it in one piece and in order,
 * which a day of a calendar (“24”, “9–21”) cannot give and still be understood.
 */
const SAID = `(targets) => {
  const plain = (text) => text.replace(/[\\s\\p{P}]/gu, '');
  const texts = (one) => {
    const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(plain(walker.currentNode.data));
    return found;
  };
  return targets.map((target) => {
    const one = document.querySelector(target);
    const name = plain(one?.getAttribute('aria-label') ?? '');
    return one !== null && texts(one).every((text) => name.includes(text));
  });
}`;

/** Runs in the page: everything tappable of the page on top that is seen and smaller than `least`. */
const MEASURED = `(least) => {
  const tappable = ['[role=button]', '[role=link]', '[role=switch]', '[role=radio]', '[role=checkbox]', '[role=tab]', 'button'];
  return [...document.querySelectorAll(tappable.map((each) => '.layer.on-top .page-area ' + each).join(','))]
    .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((one) => !one.closest('[aria-hidden=true]'))
    .filter((one) => !one.querySelector('[role=button],button') && getComputedStyle(one).display !== 'inline')
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    // Seven days of a week beside one another leave each 44 points, whatever the mode.
    .filter(({ box }) => box.width > 0 && (box.height < least - 0.5 || box.width < 43.5))
    .map(({ one, box }) => ({
      words: (one.getAttribute('aria-label') ?? one.innerText).trim().slice(0, 30),
      width: Math.round(box.width),
      height: Math.round(box.height),
    }));
}`;

interface Small {
  words: string;
  width: number;
  height: number;
}

/** What can be tapped and is smaller than a finger. Words within a sentence are as high as their line. */
export async function tooSmall(page: Page, least: number): Promise<Finding[]> {
  const small = (await page.evaluate(`(${MEASURED})(${least})`)) as Small[];
  return small.map(({ words, width, height }) => ({
    rule: 'target',
    where: `“${words}” is ${width} × ${height}, less than ${least}`,
  }));
}
