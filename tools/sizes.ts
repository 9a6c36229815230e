import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { packMiniProgram, type PackedFile } from './sizes/pack';
import { table } from './table';

/** Ours for the main package; WeChat's own limit for any package is 2 MB. */
export const MAIN_LIMIT = 1024 * 1024;
export const PACKAGE_LIMIT = 2 * 1024 * 1024;

interface PackageSize {
  name: string;
  bytes: number;
  limit: number;
  files: PackedFile[];
}

/** The main package first, then every subpackage of app.json. */
export function packageSizes(files: PackedFile[] = packMiniProgram()): PackageSize[] {
  const app = JSON.parse(readFileSync(resolve(__dirname, '..', 'miniprogram', 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[];
  };
  const roots = (app.subPackages ?? []).map((one) => one.root);
  const sizeOf = (name: string, limit: number, own: PackedFile[]): PackageSize => ({
    name,
    limit,
    files: own,
    bytes: own.reduce((sum, { bytes }) => sum + bytes, 0),
  });
  const inside = (root: string, { path }: PackedFile): boolean => path.startsWith(`${root}/`);
  return [
    sizeOf(
      'main',
      MAIN_LIMIT,
      files.filter((file) => !roots.some((root) => inside(root, file))),
    ),
    ...roots.map((root) =>
      sizeOf(
        root,
        PACKAGE_LIMIT,
        files.filter((file) => inside(root, file)),
      ),
    ),
  ];
}

/** What takes most of the room: a component of a package, a feature, a folder of the main package. */
function biggest(files: PackedFile[], count = 10): { name: string; bytes: number }[] {
  const groups = new Map<string, number>();
  for (const { path, bytes } of files) {
    const parts = path.split('/');
    const name = parts.slice(0, Math.min(parts.length - 1, parts[0] === 'miniprogram_npm' ? 3 : 2)).join('/');
    groups.set(name || path, (groups.get(name || path) ?? 0) + bytes);
  }
  return [...groups]
    .map(([name, bytes]) => ({ name, bytes }))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, count);
}

const kb = (bytes: number): string => (bytes / 1024).toFixed(1);

/** Prints the sizes; false when a package is over its limit. */
export function printSizes(): boolean {
  const files = packMiniProgram();
  const packages = packageSizes(files);
  const within = ({ bytes, limit }: PackageSize): boolean => bytes <= limit;
  console.log(
    table(
      ['package', 'files', 'KB', 'limit KB', ''],
      packages.map((one) => [
        one.name,
        one.files.length,
        kb(one.bytes),
        one.limit / 1024,
        within(one) ? 'pass' : 'FAIL',
      ]),
    ),
  );
  console.log(`all together ${kb(packages.reduce((sum, { bytes }) => sum + bytes, 0))} KB\n`);
  console.log(
    table(
      ['biggest', 'KB'],
      biggest(files).map(({ name, bytes }) => [name, kb(bytes)]),
    ),
  );
  return packages.every(within);
}

if (require.main === module && !printSizes()) process.exitCode = 1;
