import { join, resolve } from 'node:path';
import { collections } from '../../cloudfunctions/collections';
import { seedDemo } from '../../demo/seed';
import { startCloud, type Cloud } from '../../local/cloud/index';
import { buildFunctions } from '../../build/functions';

export const root = resolve(__dirname, '..', '..');
/** A Tuesday, twenty past ten in the morning where the library stands: all branches are open. */
export const OPENING_MOMENT = '2026-11-24T02:20:00.000Z';

/**
 * The demo library at a fixed moment, on a cloud of its own in a temporary folder, behind the functions as
 * they are shipped.
 */
export async function startDemoLibrary({ warm = 2, now = OPENING_MOMENT } = {}): Promise<Cloud> {
  await buildFunctions();
  const cloud = await startCloud({
    collections,
    functions: join(root, 'dist', 'cloudfunctions'),
    warm,
    root,
  });
  await cloud.clock.move({ set: now });
  await seedDemo(cloud.db, cloud.files, new Date(now));
  await cloud.timer('indexer');
  return cloud;
}
