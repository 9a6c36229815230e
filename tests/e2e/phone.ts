import type { Browser, BrowserContext, ConsoleMessage, Page, Request } from 'playwright-core';
import { PATIENCE } from './browser';

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
  /**
   * Everything that went wrong so far: console errors, exceptions, requests that would have left this
   * machine.
   */
  trouble: string[];
  /** Takes messages that a test provokes on purpose out of the trouble. */
  forgive(expected: RegExp): void;
  /** Fails when something went wrong that no test forgave. */
  expectNoTrouble(): void;
  close(): Promise<void>;
}

/** A phone's page with the size of its screen; wiped, it can be given to the next person. */
interface Kept {
  page: Page;
  kind: string;
}

/**
 * The phones of one browser. Starting one costs a second of processor time, three times what it takes to open
 * the mini program on one that is there: a phone that was closed is wiped and given to whoever comes next
 * with a screen of the same kind.
 */
export interface Phones {
  open(url: string, query?: PreviewQuery): Promise<Phone>;
}

export const phonesOf = (browser: Browser): Phones => {
  const unused: Kept[] = [];
  const take = async (query: PreviewQuery): Promise<Kept> => {
    const kind = kindOf(query);
    const known = unused.findIndex((one) => one.kind === kind);
    const [again] = known < 0 ? [] : unused.splice(known, 1);
    return again ?? { kind, page: await (await contextOf(browser, query)).newPage() };
  };
  return {
    open: async (url, query = {}) => {
      if (query.context) return openPreview(browser, url, query);
      const set = await take(query);
      return openOn(set.page, url, query, async () => {
        // Two pages of one phone: it goes away with both.
        if (set.page.context().pages().length > 1 || set.page.isClosed()) return set.page.context().close();
        await wipe(set.page, url);
        unused.push(set);
      });
    },
  };
};

/** Opens the mini program in a bare phone of 390 × 844 of its own and waits until its first screen stands. */
export async function openPreview(browser: Browser, url: string, query: PreviewQuery = {}): Promise<Phone> {
  const context = query.context ?? (await contextOf(browser, query));
  const page = await context.newPage();
  return openOn(page, url, query, () => (query.context ? page.close() : context.close()));
}

const SCREEN = { width: 390, height: 844 };

const kindOf = ({ viewport = SCREEN, touch = false }: PreviewQuery): string =>
  `${viewport.width} × ${viewport.height}${touch ? ', touched' : ''}`;

async function contextOf(browser: Browser, query: PreviewQuery): Promise<BrowserContext> {
  const { viewport = SCREEN, touch = false } = query;
  const place = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };
  const context = await browser.newContext({ viewport, hasTouch: touch, ...place });
  context.setDefaultTimeout(PATIENCE);
  return context;
}

async function openOn(
  page: Page,
  url: string,
  query: PreviewQuery,
  putAway: () => Promise<void>,
): Promise<Phone> {
  const trouble: string[] = [];
  let isClosed = false;
  const follow = {
    request: (request: Request) => {
      const address = new URL(request.url());
      if (!isLocal(address)) trouble.push(`request left this machine: ${address.href}`);
    },
    console: (message: ConsoleMessage) => {
      if (message.type() === 'error') trouble.push(`console: ${message.text()} (${message.location().url})`);
    },
    pageerror: (error: Error) => trouble.push(`exception: ${error.message}`),
  };
  page.on('request', follow.request).on('console', follow.console).on('pageerror', follow.pageerror);

  await page.goto(addressOf(url, query));
  await page.waitForFunction(isReady, undefined, { timeout: PATIENCE });

  return {
    page,
    context: page.context(),
    trouble,
    forgive(expected) {
      trouble.splice(0, trouble.length, ...trouble.filter((one) => !expected.test(one)));
    },
    expectNoTrouble() {
      if (trouble.length > 0) throw new Error(`the preview reported trouble:\n${trouble.join('\n')}`);
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      page.off('request', follow.request).off('console', follow.console).off('pageerror', follow.pageerror);
      await putAway();
    },
  };
}

/** Nothing of who had it stays: the page is left first, so that nothing writes afterwards. */
async function wipe(page: Page, url: string): Promise<void> {
  await page.evaluate('sessionStorage.clear()');
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes: 'all' });
  await session.detach();
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
