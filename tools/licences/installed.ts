import { build } from 'esbuild';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { doors } from '../../build/functions';
import { neededBy, type Lock } from '../../build/locked';
import type { Installed } from './findings';

const root = resolve(__dirname, '..', '..');
const json = <T>(file: string): T => JSON.parse(readFileSync(join(root, file), 'utf8')) as T;
const PACKAGE = /node_modules\/((?:@[^/]+\/)?[^/]+)/;

/** Packages that stand in a bundle of the functions. */
const bundled = async (): Promise<Set<string>> => {
  const { metafile } = await build({
    entryPoints: doors.names.map((name) => join(doors.source, name, 'index.ts')),
    outdir: root,
    write: false,
    bundle: true,
    platform: 'node',
    external: ['wx-server-sdk'],
    metafile: true,
    logLevel: 'error',
  });
  const names = Object.keys(metafile.inputs).map((path) => PACKAGE.exec(path)?.[1]);
  return new Set(names.filter((name) => name !== undefined));
};

/** Some say their licence only in their own package.json, in one of the old ways. */
const saidBy = (place: string): string | undefined => {
  if (!existsSync(join(root, place, 'package.json'))) return undefined;
  const { license, licenses } = json<{ license?: string | { type: string }; licenses?: { type: string }[] }>(
    join(place, 'package.json'),
  );
  return typeof license === 'object' ? license.type : (license ?? licenses?.[0]?.type);
};

/** Every package of the lock file, and whether it reaches WeChat. */
export const installedPackages = async (): Promise<Installed[]> => {
  const lock = json<Lock>('package-lock.json');
  const { dependencies } = json<{ dependencies: Record<string, string> }>('package.json');
  const given = new Set(neededBy(lock, [...Object.keys(dependencies), 'wx-server-sdk']));
  const inBundles = await bundled();
  return Object.entries(lock.packages)
    .filter(([place]) => place !== '')
    .map(([place, locked]) => {
      const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const license = locked.license ?? saidBy(place);
      return {
        ...locked,
        name,
        ...(license !== undefined && { license }),
        ships: given.has(place) || inBundles.has(name),
      };
    });
};
