import type { Page, Route } from 'playwright-core';

/**
 * What a shot may do with the phone before the picture is taken: what a finger does, and what a network does.
 */
export interface Stage {
  /** Taps what shows this text on the page on top. */
  tap(text: string): Promise<void>;
  /** Taps what a screen reader calls so. */
  tapNamed(name: string): Promise<void>;
  /** Types into the field with this placeholder; `enter` also confirms, as a scanner does. */
  type(placeholder: string, text: string, enter?: 'enter'): Promise<void>;
  /** Waits until no call is under way and nothing moves. */
  settle(): Promise<void>;
  /** Opens an address in place of everything. */
  go(url: string): Promise<void>;
  network(mode: 'fast' | 'slow' | 'offline'): Promise<void>;
  scrollBy(pixels: number): Promise<void>;
  route(): Promise<string>;
}

/** Several things done before a picture is taken, one after the other. */
export const inTurn =
  (...acts: ((stage: Stage) => Promise<void>)[]) =>
  async (stage: Stage): Promise<void> => {
    for (const act of acts) await act(stage);
  };

const QUIET_MS = 250;
const LONGEST_MS = 30_000;
const CALLS = '**/client/callFunction';

/** `restless`: the picture is of a page that is still loading, so nobody waits for it to rest. */
export function openStage(page: Page, restless = false): Stage {
  const calls = watchCalls(page);
  const settle = async (): Promise<void> => {
    // What was tapped has had time to begin.
    await page.waitForTimeout(restless ? 600 : 120);
    if (restless) return;
    const deadline = Date.now() + LONGEST_MS;
    while (Date.now() < deadline) {
      if (calls.quietFor() >= QUIET_MS && (await isStill(page))) return;
      await page.waitForTimeout(60);
    }
    throw new Error(`the page did not come to rest within ${LONGEST_MS / 1000} s`);
  };
  const top = page.locator('.layer.on-top .page-area');
  return {
    settle,
    async tap(text) {
      await top.getByText(text, { exact: true }).filter({ visible: true }).first().click();
      await settle();
    },
    async tapNamed(name) {
      await top.locator(`[aria-label*="${name}"]`).filter({ visible: true }).first().click();
      await settle();
    },
    async type(placeholder, text, enter) {
      const field = top
        .locator(`input[placeholder*="${placeholder}"], textarea[placeholder*="${placeholder}"]`)
        .first();
      await field.fill(text);
      if (enter) await field.press('Enter');
      await settle();
    },
    async go(url) {
      await page.evaluate(`window.__preview.go(${JSON.stringify(url)})`);
      await settle();
    },
    async network(mode) {
      await page.evaluate(`window.__preview.network(${JSON.stringify(mode)})`);
    },
    async scrollBy(pixels) {
      await page.evaluate(`document.querySelector('.layer.on-top .page-scroll').scrollBy(0, ${pixels})`);
      await settle();
    },
    route: () => page.evaluate('window.__preview.route') as Promise<string>,
  };
}

/**
 * Every call of a cloud function breaks as the doors break: with the failure that the mini program must show.
 */
export async function breakTheCloud(page: Page): Promise<void> {
  await page.route(CALLS, (route: Route) =>
    route.fulfill({
      json: {
        result: { ok: false, failure: { requestId: '7f3a9c21' } },
        requestID: '7f3a9c21',
        errMsg: 'ok',
      },
    }),
  );
}

function watchCalls(page: Page): { quietFor(): number } {
  let open = 0;
  let last = Date.now();
  const isCall = (url: string): boolean => url.endsWith('/client/callFunction');
  const ended = (url: string): void => {
    if (!isCall(url)) return;
    open -= 1;
    last = Date.now();
  };
  page.on('request', (request) => {
    if (isCall(request.url())) open += 1;
  });
  page.on('requestfinished', (request) => ended(request.url()));
  page.on('requestfailed', (request) => ended(request.url()));
  return { quietFor: () => (open > 0 ? 0 : Date.now() - last) };
}

/**
 * Motion that ends has ended, and every picture is there. What turns for ever (a skeleton's shimmer) does not
 * count.
 */
function isStill(page: Page): Promise<boolean> {
  return page.evaluate(`
    document.getAnimations().every((one) =>
      one.playState !== 'running' || one.effect?.getComputedTiming().endTime === Infinity) &&
    [...document.images].every((one) => one.complete)
  `) as Promise<boolean>;
}
