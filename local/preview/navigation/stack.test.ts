import type { Move, Stack } from './stack';
import { parseUrl, planMove } from './stack';

const page = (route: string) => ({ route });
const isTab = (route: string): boolean => route.startsWith('tab');
const exists = (route: string): boolean => route !== 'nowhere';

function stackOf(...routes: string[]): Stack<{ route: string }> {
  const pages = routes.map(page);
  return { pages, tabs: new Map(pages.filter(({ route }) => isTab(route)).map((one) => [one.route, one])) };
}

function plan(stack: Stack<{ route: string }>, kind: Move['kind'], route = '', delta = 1) {
  return planMove(stack, { kind, route, delta }, isTab, exists);
}

const routes = (pages: { route: string }[] | undefined): string[] => (pages ?? []).map(({ route }) => route);

test('navigateTo keeps what is below', () => {
  const planned = plan(stackOf('tab1', 'a'), 'navigateTo', 'b');
  expect(planned).toMatchObject({ open: 'b', unload: [], show: null });
  expect(planned.refused === undefined && routes(planned.keep)).toEqual(['tab1', 'a']);
});

test('ten pages are the most', () => {
  const full = stackOf('tab1', ...Array.from({ length: 9 }, (_one, index) => `p${index}`));
  expect(plan(full, 'navigateTo', 'b')).toEqual({ refused: 'webview count limit exceed' });
});

test('navigateTo and redirectTo cannot reach a tab page', () => {
  expect(plan(stackOf('tab1'), 'navigateTo', 'tab2').refused).toContain('tabbar');
  expect(plan(stackOf('tab1'), 'redirectTo', 'tab2').refused).toContain('tabbar');
});

test('switchTab closes the pages above and keeps the tabs alive', () => {
  const stack = stackOf('tab1', 'a', 'b');
  const planned = plan(stack, 'switchTab', 'tab2');
  expect(planned.refused === undefined && routes(planned.unload)).toEqual(['b', 'a']);
  expect(planned).toMatchObject({ open: 'tab2', show: null });
  const back = plan(stack, 'switchTab', 'tab1');
  expect(back).toMatchObject({ open: null, show: { route: 'tab1' } });
});

test('switchTab reaches tab pages only', () => {
  expect(plan(stackOf('tab1'), 'switchTab', 'a').refused).toContain('no-tabBar');
});

test('navigateBack unloads from the top and stops at the first page', () => {
  const planned = plan(stackOf('tab1', 'a', 'b'), 'navigateBack', '', 9);
  expect(planned.refused === undefined && routes(planned.unload)).toEqual(['b', 'a']);
  expect(planned).toMatchObject({ show: { route: 'tab1' } });
  expect(plan(stackOf('tab1'), 'navigateBack').refused).toContain('first page');
});

test('redirectTo replaces the top', () => {
  const planned = plan(stackOf('tab1', 'a'), 'redirectTo', 'b');
  expect(planned).toMatchObject({ open: 'b', unload: [{ route: 'a' }] });
});

test('reLaunch unloads everything once, tabs too', () => {
  const stack = stackOf('tab1', 'a');
  stack.tabs.set('tab2', page('tab2'));
  const planned = plan(stack, 'reLaunch', 'tab1');
  expect(planned.refused === undefined && routes(planned.unload).sort()).toEqual(['a', 'tab1', 'tab2']);
});

test('a page that is not in app.json is refused by name', () => {
  expect(plan(stackOf('tab1'), 'navigateTo', 'nowhere').refused).toContain('"nowhere"');
});

test('a url is absolute or relative to the page, and its query stays as it was written', () => {
  expect(parseUrl('/a/b?x=1&y=%E4%B9%A6', 'pages/home/home')).toEqual({
    route: 'a/b',
    query: { x: '1', y: '%E4%B9%A6' },
  });
  expect(parseUrl('../b/b?q', 'pages/a/a')).toEqual({ route: 'pages/b/b', query: { q: '' } });
});
