import { packMiniProgram } from './sizes/pack';
import { MAIN_LIMIT, PACKAGE_LIMIT, packageSizes } from './sizes';

const files = packMiniProgram();

it('packs what the pages reach of the npm packages and nothing of their tests and types', () => {
  const paths = files.map(({ path }) => path);
  expect(paths).toContain('miniprogram_npm/tdesign-miniprogram/button/button.js');
  expect(paths).toContain('pages/home/index.ts');
  expect(paths.filter((path) => path.includes('/chat-') || path.endsWith('.d.ts'))).toEqual([]);
  expect(paths.filter((path) => path.endsWith('.test.ts'))).toEqual([]);
});

it('counts no sheet that is emptied when npm is packed', () => {
  const icons = files.find(({ path }) => path === 'miniprogram_npm/tdesign-miniprogram/icon/icon.wxss');
  expect(icons?.bytes).toBe(0);
});

it('keeps the main package under 1 MB', () => {
  const [main] = packageSizes(files);
  expect(main).toMatchObject({ name: 'main' });
  expect(main?.bytes).toBeGreaterThan(50 * 1024);
  expect(main?.bytes).toBeLessThanOrEqual(MAIN_LIMIT);
});

it.each(packageSizes(files).slice(1))('keeps $name under 2 MB', ({ bytes }) => {
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(PACKAGE_LIMIT);
});

it('finds a package that is over its limit', () => {
  const [main] = packageSizes([...files, { path: 'assets/planted.png', bytes: MAIN_LIMIT }]);
  expect(main?.bytes).toBeGreaterThan(MAIN_LIMIT);
});
