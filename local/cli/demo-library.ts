import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BulkTarget } from '../../bulk/target';
import type { Cloud } from '../cloud/index';

interface SeedModule {
  seedDemo(
    target: BulkTarget,
    files: { upload(cloudPath: string, bytes: Buffer): Promise<string> },
    now: Date,
    grant: (openid: string, templateId: string, count: number) => void,
  ): Promise<void>;
}

/** Fills an empty library with the demo library, where the repository has one. */
export async function seedDemoLibrary(
  cloud: Pick<Cloud, 'db' | 'files' | 'clock' | 'grant'>,
  root: string,
): Promise<void> {
  const file = join(root, 'demo', 'seed.ts');
  if (!existsSync(file)) return;
  const { seedDemo } = (await import(pathToFileURL(file).href)) as SeedModule;
  await seedDemo(cloud.db, cloud.files, new Date(cloud.clock.now()), cloud.grant);
}
