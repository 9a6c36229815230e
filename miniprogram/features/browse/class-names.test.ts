import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import titles from '../../../demo/data/titles.json';
import { className } from './class-names';
import { names } from './class-table';
import { classView, crumbsOf, headingOf } from './class-view';
import { pathOf } from './notation';

test('a class and those above it, the main class first', () => {
  expect(pathOf('I247.5')).toEqual(['I', 'I2', 'I24', 'I247', 'I247.5']);
  expect(pathOf('TP312')).toEqual(['T', 'TP', 'TP3', 'TP31', 'TP312']);
  expect(pathOf('K825.616')).toEqual(['K', 'K8', 'K82', 'K825', 'K825.6', 'K825.61', 'K825.616']);
  expect(pathOf('DF')).toEqual(['D', 'DF']);
  expect(pathOf('I')).toEqual(['I']);
  expect(pathOf('')).toEqual([]);
});

test('the classes that readers ask for have their names', () => {
  const expected: Record<string, string> = {
    I2: '中国文学',
    I24: '小说',
    I247: '当代小说',
    TP3: '计算机技术',
    K82: '中国人物传记',
    'K825.6': '文学人物',
    B84: '心理学',
    R161: '保健与养生',
  };
  for (const [clc, name] of Object.entries(expected)) expect([clc, className(clc)]).toEqual([clc, name]);
});

test('names under countries are made: literature by kind and time, history by time', () => {
  expect(className('I3')).toBe('亚洲文学');
  expect(className('I313')).toBe('日本文学');
  expect(className('I313.4')).toBe('日本小说');
  expect(className('I313.45')).toBe('日本小说（现代）');
  expect(className('I712.45')).toBe('美国小说（现代）');
  expect(className('K565.4')).toBe('法国近代史');
  expect(className('K837.12')).toBe('美国人物传记');
  expect(className('D771.2')).toBe('美国政治');
  expect(className('B516')).toBe('德国哲学');
  expect(className('K931.3')).toBe('日本地理');
});

test('what is not known stands without a name, never with a wrong one', () => {
  expect(className('I299.9')).toBe('');
  expect(className('K313.99')).toBe('');
  expect(className('Y1')).toBe('');
  expect(className('')).toBe('');
});

test('every line of the table is a number and a short name, each number once', () => {
  const table = /`\n([^`]*)\n`/.exec(readFileSync(join(__dirname, 'class-table.ts'), 'utf8'))?.[1] ?? '';
  const lines = table.split('\n');
  expect(lines.length).toBeGreaterThan(700);
  expect(lines.filter((line) => !/^[A-Z]{1,2}\d* \S{1,18}$/.test(line))).toEqual([]);
  expect(Object.keys(names)).toHaveLength(lines.length);
});

test('of every class of the demo library the first three levels have a name', () => {
  const used = new Set(titles.flatMap(({ clc }) => pathOf(clc.replace(/[^A-Z0-9.].*$/, '')).slice(0, 3)));
  expect(used.size).toBeGreaterThan(100);
  expect([...used].filter((clc) => !className(clc))).toEqual([]);
});

const published = join(__dirname, '../../../../shared/data/clc/clc_top3.csv');
(existsSync(published) ? test : test.skip)('the whole second level of the published table has names', () => {
  const rows = readFileSync(published, 'utf8').split('\n').slice(1);
  const second = rows.map((row) => row.split(',')).filter(([, , level]) => level === '2');
  // "I3/7" is a row of countries, and "Q-0" names no class of its own in the tree.
  const codes = second.map(([code = '']) => code.replace(/[[\]]/g, '')).filter((code) => !/[-/]/.test(code));
  expect(codes.length).toBeGreaterThan(200);
  expect(codes.filter((code) => !className(code))).toEqual([]);
});

test('the way down is shown with the way back up', () => {
  expect(crumbsOf('I24')).toEqual([
    { clc: '', name: '全部分类' },
    { clc: 'I', name: '文学' },
    { clc: 'I2', name: '中国文学' },
  ]);
  expect(crumbsOf('')).toEqual([]);
  expect(headingOf('')).toBe('分类浏览');
  expect(headingOf('I247')).toBe('当代小说');
  expect(headingOf('I299.9')).toBe('I299.9');
});

test('at the top it is told how many titles stand in no class', () => {
  const list = [{ clc: 'I', titles: 7, below: true }];
  expect(classView('', { titles: 9, list }).note).toBe('另有 2 种没有分类号');
  expect(classView('', { titles: 7, list }).note).toBe('');
  // Below the top they are titles of the class itself.
  expect(classView('I', { titles: 9, list: [{ clc: 'I2', titles: 7, below: true }] })).toMatchObject({
    note: '',
    total: '9 种',
    rows: [{ clc: 'I2', name: '中国文学', titles: 7 }],
  });
});
