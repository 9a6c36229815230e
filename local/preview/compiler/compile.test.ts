import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Compiled, Compiler } from './compile';
import { openCompiler } from './compile';

const PAGE = {
  'pages/a/a.wxml': '<view>{{x}}</view>',
  'pages/a/a.ts': 'Page({ data: { x: 1 } });',
  'pages/a/a.json': '{}',
};
const APP = { 'app.json': '{ "pages": ["pages/a/a"] }', 'app.ts': 'App({});' };

let folder: string;
let compiler: Compiler;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'preview-'));
  compiler = openCompiler(folder);
});

afterEach(async () => {
  await compiler.close();
  rmSync(folder, { recursive: true });
});

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, 'miniprogram', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

async function compiled(files: Record<string, string>): Promise<Compiled> {
  write(files);
  return compiler.compile();
}

test('a sound mini program compiles without a problem', async () => {
  const { problems, app, scripts } = await compiled({ ...APP, ...PAGE });
  expect(problems).toEqual([]);
  expect(app).toContain('pages/a/a');
  expect(scripts).toContain('__host.enter("pages/a/a")');
});

test('pages of subpackages are pages', async () => {
  const { app } = await compiled({
    ...APP,
    ...PAGE,
    'app.json': '{ "pages": ["pages/a/a"], "subpackages": [{ "root": "more/", "pages": ["b/b"] }] }',
    'more/b/b.wxml': '<view/>',
    'more/b/b.ts': 'Page({});',
  });
  expect(app).toContain('"pages":["pages/a/a","more/b/b"]');
});

test('an unknown tag is told with file, line and column', async () => {
  const { problems } = await compiled({ ...APP, ...PAGE, 'pages/a/a.wxml': '<view>\n  <nobody/>\n</view>' });
  expect(problems).toEqual([
    expect.objectContaining({ severity: 'error', file: 'pages/a/a.wxml', line: 2, column: 3 }),
  ]);
  expect(problems[0]?.message).toContain('<nobody>');
});

test('an unclosed tag is an error, as in WeChat', async () => {
  const { problems } = await compiled({ ...APP, ...PAGE, 'pages/a/a.wxml': '<view><text>x</view>' });
  expect(problems.some(({ severity, line }) => severity === 'error' && line === 1)).toBe(true);
});

test('a broken expression is an error with its place', async () => {
  const { problems } = await compiled({ ...APP, ...PAGE, 'pages/a/a.wxml': '<view>{{ a + }}</view>' });
  expect(problems[0]).toMatchObject({ severity: 'error', file: 'pages/a/a.wxml', line: 1 });
});

test('a component that does not exist is told with its name', async () => {
  const { problems } = await compiled({
    ...APP,
    ...PAGE,
    'pages/a/a.json': '{ "usingComponents": { "lost": "/components/lost/lost" } }',
  });
  expect(problems[0]).toMatchObject({ severity: 'error', file: 'pages/a/a.json' });
  expect(problems[0]?.message).toContain('"lost"');
});

test('a page named in app.json that is not there is told', async () => {
  const { problems } = await compiled({
    ...APP,
    ...PAGE,
    'app.json': '{ "pages": ["pages/a/a", "pages/z/z"] }',
  });
  expect(problems[0]?.message).toContain('pages/z/z');
});

test('a script that does not parse is told with its place', async () => {
  const { problems } = await compiled({ ...APP, ...PAGE, 'pages/a/a.ts': 'Page({\n  data: {,\n});' });
  expect(problems[0]).toMatchObject({ severity: 'error', file: 'pages/a/a.ts', line: 2 });
});

test('a missing import of a stylesheet is told', async () => {
  const { problems } = await compiled({ ...APP, ...PAGE, 'pages/a/a.wxss': '@import "./gone.wxss";' });
  expect(problems[0]).toMatchObject({ severity: 'error', file: 'pages/a/gone.wxss' });
});

test('imported templates and scripts come along', async () => {
  const { problems, app } = await compiled({
    ...APP,
    ...PAGE,
    'pages/a/a.wxml':
      '<import src="./row.wxml"/><wxs module="m" src="./m.wxs"/><template is="row" data="{{n: m.f(2)}}"/>',
    'pages/a/row.wxml': '<template name="row"><text>{{n}}</text></template>',
    'pages/a/m.wxs': "var g = require('./g.wxs'); module.exports = { f: g.f };",
    'pages/a/g.wxs': 'module.exports = { f: function (x) { return x * 21; } };',
  });
  expect(problems).toEqual([]);
  expect(app).toContain('x * 21');
});

test('a change is compiled again, and fast', async () => {
  await compiled({ ...APP, ...PAGE });
  const again = await compiled({
    'pages/a/a.ts': 'Page({ data: { x: 4711 } });',
    'pages/a/a.wxml': '<text>neu</text>',
  });
  expect(again.scripts).toContain('4711');
  expect(again.app).toContain('neu');
  expect(again.problems).toEqual([]);
});

test('a custom tab bar and Skyline are refused out loud', async () => {
  const app = '{ "pages": ["pages/a/a"], "renderer": "skyline", "tabBar": { "custom": true, "list": [] } }';
  const { problems } = await compiled({ ...APP, ...PAGE, 'app.json': app });
  expect(problems.map(({ message }) => message.split(':')[0])).toEqual(['tabBar.custom', 'renderer']);
});
