import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/**
 * Where Debian, other Linuxes, macOS and Windows keep Chromium or Chrome; CHROMIUM names another place. First
 * the one without windows of its own: it takes a fifth less of the processor for the same journeys.
 */
const PLACES = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium-headless-shell',
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
  // No name but the machine's own is looked up; a page that asks for another one is told of in its trouble.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
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
 * `describe` for what needs a browser. Without one the tests are skipped and the reason is printed; on CI
 * they fail, because there nothing may be left out.
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
