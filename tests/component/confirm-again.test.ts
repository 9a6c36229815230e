import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ASKS_AGAIN } from '../../cloudfunctions/features/safety/asking-again';

/** Every page from which a sensitive act is done can ask who is there. */

const root = join(__dirname, '../../miniprogram');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => !path.includes('miniprogram_npm') && /(?<!\.test)\.ts$/.test(path))
  .map((path) => join(root, path));
const textOf = new Map(files.map((path) => [path, readFileSync(path, 'utf8')]));

/** Files of the mini program that a file takes values from. */
const takenBy = (path: string): string[] =>
  [...(textOf.get(path) ?? '').matchAll(/^(?:import|export) (?!type)[^;]*? from '(\.[^']+)';/gms)].map(
    ([, from = '']) => join(path, '..', `${from}.ts`),
  );
const namesIt = (path: string, action: string): boolean =>
  (textOf.get(path) ?? '').includes(`act('${action}'`);
const pages = files.filter((path) => /pages\/[\w-]+\/index\.ts$/.test(path));
const pagesWith = (action: string): string[] =>
  pages.filter((page) => [page, ...takenBy(page)].some((path) => namesIt(path, action)));

it.each(ASKS_AGAIN)('%s is done on pages that can ask for the PIN', (action) => {
  const found = pagesWith(action);
  expect(found.length).toBeGreaterThan(0);
  const cannot = found.filter(
    (page) => !readFileSync(page.replace(/\.ts$/, '.wxml'), 'utf8').includes('<confirm-again'),
  );
  expect(cannot.map((page) => relative(root, page))).toEqual([]);
});

it('a page without it would be seen', () => {
  const mine = pages.filter((page) => page.includes('safety/pages/mine'));
  expect(mine).toHaveLength(1);
  expect(readFileSync(mine[0]!.replace(/\.ts$/, '.wxml'), 'utf8')).not.toContain('<confirm-again');
  expect(pagesWith('safety.setPin')).toEqual(mine);
});
