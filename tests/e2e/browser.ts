import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** Where Debian, other Linuxes, macOS and Windows keep Chromium or Chrome; CHROMIUM names another place. */
const PLACES = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Generous: a busy machine of two cores renders a page in seconds, not in tenths. */
export const PATIENCE = 30_000;

/** The browser on this machine, or null when there is none. */
export function browserPath(): string | null {
  return PLACES.find((place) => place !== '' && existsSync(place)) ?? null;
}

/** Starts the machine's Chromium without a window. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = browserPath();
  if (!executablePath) throw new Error('no Chromium found: install it, or name it in the variable CHROMIUM');
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

/**
 * `describe` for what needs a browser. Without one the tests are skipped and the reason is printed; on CI they fail,
 * because there nothing may be left out.
 */
export function describeInBrowser(title: string, tests: () => void): void {
  if (browserPath() || process.env.CI) {
    describe(title, tests);
    return;
  }
  console.warn(
    `SKIPPED, no Chromium found: "${title}". Install Chromium, or name it in the variable CHROMIUM.`,
  );
  describe.skip(title, tests);
}

export interface PreviewQuery {
  /** Key of an identity of the demo library, an openid, or `visitor` for a stranger. */
  as?: string;
  elder?: boolean;
  dark?: boolean;
  network?: 'fast' | 'slow' | 'offline' | 'lost';
  /** WeChat's scene value: 1154 is a single page opened out of 朋友圈. */
  scene?: number;
  /** Path of the first page with its query, such as `features/loans/pages/mine/index`. */
  page?: string;
  /** Keeps cookies and storage of an earlier phone: open the new page in its context. */
  context?: BrowserContext;
  /** A finger instead of a mouse. */
  touch?: boolean;
  viewport?: { width: number; height: number };
  /** The whole preview with its side panel instead of the bare phone. */
  panel?: boolean;
}

export interface Phone {
  page: Page;
  context: BrowserContext;
  /** Everything that went wrong so far: console errors, exceptions, requests that would have left this machine. */
  trouble: string[];
  /** Takes messages that a test provokes on purpose out of the trouble. */
  forgive(expected: RegExp): void;
  /** Fails when something went wrong that no test forgave. */
  expectNoTrouble(): void;
  close(): Promise<void>;
}

/** Opens the mini program in a bare phone of 390 × 844 and waits until its first screen stands. */
export async function openPreview(browser: Browser, url: string, query: PreviewQuery = {}): Promise<Phone> {
  const { viewport = { width: 390, height: 844 }, touch = false } = query;
  const context =
    query.context ??
    (await browser.newContext({ viewport, hasTouch: touch, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' }));
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const trouble: string[] = [];
  await page.route('**/*', (route) => {
    const address = new URL(route.request().url());
    if (isLocal(address)) return route.continue();
    trouble.push(`request left this machine: ${address.href}`);
    return route.abort();
  });
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => trouble.push(`exception: ${error.message}`));

  await page.goto(addressOf(url, query));
  await page.waitForFunction(isReady, undefined, { timeout: PATIENCE });

  return {
    page,
    context,
    trouble,
    forgive(expected) {
      trouble.splice(0, trouble.length, ...trouble.filter((one) => !expected.test(one)));
    },
    expectNoTrouble() {
      if (trouble.length > 0) throw new Error(`the preview reported trouble:\n${trouble.join('\n')}`);
    },
    async close() {
      await (query.context ? page.close() : context.close());
    },
  };
}

function addressOf(url: string, { as, elder, dark, network, scene, page, panel }: PreviewQuery): string {
  const address = new URL(url);
  if (!panel) address.searchParams.set('bare', '1');
  if (as) address.searchParams.set('as', as);
  if (elder) address.searchParams.set('elder', '1');
  if (dark) address.searchParams.set('dark', '1');
  if (network) address.searchParams.set('network', network);
  if (scene) address.searchParams.set('scene', String(scene));
  if (page) address.searchParams.set('page', page);
  return address.href;
}

function isLocal({ protocol, hostname }: URL): boolean {
  return protocol === 'data:' || protocol === 'blob:' || hostname === '127.0.0.1' || hostname === 'localhost';
}

/** Runs in the browser. */
function isReady(): boolean {
  return (globalThis as unknown as { __preview?: { ready: boolean } }).__preview?.ready === true;
}

/** Asks again and again until something has come true at the library; false when it did not in good time. */
export async function until(isTrue: () => Promise<boolean>): Promise<boolean> {
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    if (await isTrue()) return true;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  return false;
}
