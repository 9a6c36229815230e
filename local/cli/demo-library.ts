import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BulkTarget } from '../cloud/bulk';
import type { Cloud } from '../cloud/index';

interface SeedModule {
  seedDemo(
    target: BulkTarget,
    files: { upload(cloudPath: string, bytes: Buffer): Promise<string> },
    now: Date,
  ): Promise<void>;
}

/** Fills an empty database with the demo library; false when there is something in it already. */
export async function seedDemoLibrary(cloud: Cloud, root: string): Promise<boolean> {
  const file = join(root, 'demo', 'seed.ts');
  if (!existsSync(file) || !(await isEmpty(cloud))) return false;
  const { seedDemo } = (await import(pathToFileURL(file).href)) as SeedModule;
  await seedDemo(cloud.db, cloud.files, new Date(cloud.clock.now()));
  return true;
}

async function isEmpty(cloud: Cloud): Promise<boolean> {
  const counts = await Promise.all(
    cloud.parts.database.catalog.list().map(({ name }) => cloud.db.count(name)),
  );
  return counts.every((count) => count === 0);
}
