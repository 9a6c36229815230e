import { cpus } from 'node:os';
import { browserPath } from '../../tests/e2e/browser';
import { printSizes } from '../sizes';
import { benchCost } from './cost';
import { benchDoors } from './doors';
import { benchFirstScreen } from './first-screen';
import { benchStartUp } from './start-up';

/** Every benchmark, one after another; exits non-zero when a limit that was set is broken. */
async function all(): Promise<void> {
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, node ${process.version}`);
  await benchDoors();
  await benchCost();
  await benchStartUp();
  let good = true;
  if (browserPath()) good = await benchFirstScreen();
  else console.log('\nNOT RUN: the first screen; there is no Chromium on this computer.');
  console.log('\nSizes, as they would be packed');
  if (!printSizes() || !good) process.exitCode = 1;
}

all().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
