import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classKey, classShown } from './clc';

test.each([
  ['I247.5', 'I2475'],
  ['i247.57/12', 'I24757'],
  ['Ｋ８２５．６', 'K8256'],
  ['K825.6=6', 'K8256'],
  ['TP312JA', 'TP312'],
  ['TP391.4+1', 'TP3914'],
  ['TP3-43', 'TP3'],
  ['B-4', 'B'],
  ['O1-0', 'O1'],
  ['T', 'T'],
  ['T-0', 'T'],
  ['DF0', 'DF0'],
  ['D923.04', 'D92304'],
  ['B31/39', 'B31'],
  ['I3/7', 'I3'],
  ['K876.3(1)', 'K8763'],
  ['[B813]', 'B813'],
  ['{C960}', 'C960'],
  [' I 247.5 ', 'I2475'],
  ['Q949.751.9', 'Q9497519'],
  ['PL2262 M56', ''],
  ['L2', ''],
  ['591.3', ''],
  ['', ''],
])('the class of %s is %s', (notation, key) => expect(classKey(notation)).toBe(key));

test.each([
  ['I2475', 'I247.5'],
  ['I247', 'I247'],
  ['Q9497519', 'Q949.751.9'],
  ['TP312', 'TP312'],
  ['TP393092', 'TP393.092'],
  ['DF0', 'DF0'],
  ['', ''],
])('%s is printed %s', (key, shown) => expect(classShown(key)).toBe(shown));

const TABLE = join(__dirname, '..', '..', '..', 'shared', 'data', 'clc', 'clc_top3.csv');
const withTable = existsSync(TABLE) ? test : test.skip;

withTable('the class of every row of the published table lies in the main class of its row', () => {
  const codes = readFileSync(TABLE, 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[0]!)
    .filter(Boolean);
  expect(codes.length).toBeGreaterThan(2000);
  expect(codes.filter((code) => classKey(code)[0] !== code.replace(/[[{]/, '')[0])).toEqual([]);
});
