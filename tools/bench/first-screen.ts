import { mountPreview } from '../../local/preview/index';
import { launchBrowser } from '../../tests/e2e/browser';
import { openPreview } from '../../tests/e2e/phone';
import { root, startDemoLibrary } from './demo-library';
import { table } from '../table';

const BYTES_LIMIT = 64 * 1024;
const CALLS_LIMIT = 1;

interface Diagnostics {
  firstScreen: { page: string; bytes: number; calls: number; milliseconds: number } | null;
  calls: { action: string; bytes: number }[];
}

/**
 * What the home page sends to its view before it stands still: at most 64 KB, from one call. False when it is
 * more.
 */
export async function benchFirstScreen(): Promise<boolean> {
  const cloud = await startDemoLibrary({ warm: 1 });
  const preview = await mountPreview({ root, port: cloud.port });
  cloud.setFallback((request, response) => preview.handle(request, response));
  const browser = await launchBrowser();
  try {
    const rows: (string | number)[][] = [];
    let good = true;
    for (const as of ['visitor', 'reader', 'ready', 'limit', 'librarian']) {
      const phone = await openPreview(browser, cloud.url, { as });
      const { firstScreen, calls } = (await phone.page.evaluate(
        '({ firstScreen: window.__preview.firstScreen, calls: window.__preview.calls })',
      )) as Diagnostics;
      await phone.close();
      if (!firstScreen) throw new Error(`the preview measured no first screen as ${as}`);
      const within = firstScreen.bytes <= BYTES_LIMIT && calls.length === CALLS_LIMIT;
      good &&= within;
      const answer = calls.reduce((sum, { bytes }) => sum + bytes, 0);
      rows.push([
        as,
        calls.length,
        (answer / 1024).toFixed(1),
        firstScreen.calls,
        (firstScreen.bytes / 1024).toFixed(1),
        firstScreen.milliseconds,
        within ? 'pass' : 'FAIL',
      ]);
    }
    console.log('\nFirst screen (home; at most 64 KB of setData, from one call)');
    console.log(
      table(['identity', 'cloud calls', 'answer KB', 'setData calls', 'setData KB', 'ms', ''], rows),
    );
    return good;
  } finally {
    await browser.close();
    await preview.close();
    await cloud.close();
  }
}

if (require.main === module)
  benchFirstScreen().then(
    (good) => {
      if (!good) process.exitCode = 1;
    },
    (error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
