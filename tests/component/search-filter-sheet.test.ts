import type { SearchFacets } from '../../typings/contract';
import { stage, textOf, type Staged } from './stage';

const facets: SearchFacets = {
  classes: [
    { clc: 'I', titles: 30 },
    { clc: 'K', titles: 12 },
  ],
  years: [
    { year: 2026, titles: 4 },
    { year: 2012, titles: 38 },
  ],
  languages: [
    { language: 'chi', titles: 40 },
    { language: 'eng', titles: 2 },
  ],
  kinds: [{ kind: 'book', titles: 42 }],
  branches: [
    { branchId: 'b1', branchName: '总馆', titles: 41 },
    { branchId: 'b2', branchName: '城西分馆', titles: 20 },
  ],
};
const none: SearchFacets = { classes: [], years: [], languages: [], kinds: [], branches: [] };

interface Asked {
  clc?: string;
  branchId?: string;
}
const asked: Asked[] = [];
let answer: (input: Asked) => object = () => ({ list: [], total: 42, totalIsAtLeast: false, facets });
Object.assign(wx, {
  cloud: {
    callFunction: async ({ data }: { data: { input: Asked } }) => {
      asked.push(data.input);
      return { result: answer(data.input) };
    },
  },
});
const value = (result: object) => ({ ok: true, value: result });

const sheet = stage('filter-sheet', 'pages/search/components');
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Longer than the pause before counting. */
const counted = () => sleep(260);

const nothing = { onShelfOnly: false, branchId: '', clc: '', years: '', language: '', kind: '' };
const open = (more: object = {}): Staged => {
  const comp = sheet({
    visible: false,
    query: '史',
    chosen: nothing,
    facets,
    total: 42,
    totalIsAtLeast: false,
    shelf: '33 种',
    branches: { b1: '总馆', b2: '城西分馆' },
    thisYear: 2026,
    ...more,
  });
  comp.setData({ visible: true });
  return comp;
};
const tap = (comp: Staged, group: string, of: string) =>
  comp.instance?.choose({ currentTarget: { dataset: { group, value: of } } });
const chosen = (comp: Staged) =>
  Array.from(comp.dom?.querySelectorAll('[class*="choice--on"]') ?? []).map((one) =>
    (one.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );

beforeEach(() => {
  asked.splice(0);
  answer = () => value({ list: [], total: 42, totalIsAtLeast: false, facets });
});

test('opens at once with what the list knows, in words', () => {
  const text = textOf(open());
  expect(text).toContain('只看现在在架的33 种');
  expect(text).toContain('城西分馆20');
  expect(text).toContain('历史地理12');
  expect(text).toContain('今年4');
  expect(text).toContain('英文2');
  expect(text).toContain('看 42 种结果');
  // One kind is nothing to choose from.
  expect(text).not.toContain('类型');
});

test('a choice is marked at once and counted after; the other values of its group stay to choose from', async () => {
  const comp = open();
  await counted();
  asked.splice(0);
  answer = ({ clc }) =>
    value(
      clc
        ? {
            list: [],
            total: 12,
            totalIsAtLeast: false,
            facets: { ...none, classes: [{ clc: 'K', titles: 12 }] },
          }
        : { list: [], total: 42, totalIsAtLeast: false, facets },
    );
  tap(comp, 'clc', 'K');
  expect(chosen(comp)).toEqual(['历史地理12']);
  await counted();
  expect(asked).toEqual([{ query: '史', clc: 'K' }, { query: '史' }]);
  expect(textOf(comp)).toContain('看 12 种结果');
  expect(textOf(comp)).toContain('文学30');
});

test('several taps are counted once, and only the last choice', async () => {
  const comp = open();
  await counted();
  asked.splice(0);
  tap(comp, 'clc', 'K');
  tap(comp, 'clc', 'I');
  tap(comp, 'branchId', 'b1');
  await counted();
  expect(asked[0]).toEqual({ query: '史', branchId: 'b1', clc: 'I' });
  expect(asked).toHaveLength(3);
});

test('a second tap takes a choice back, and reset takes back all', async () => {
  const comp = open({ chosen: { ...nothing, clc: 'I', branchId: 'b1' } });
  await counted();
  expect(chosen(comp)).toEqual(['总馆41', '文学30']);
  tap(comp, 'clc', 'I');
  expect(chosen(comp)).toEqual(['总馆41']);
  comp.instance?.reset();
  expect(chosen(comp)).toEqual([]);
});

test('a choice that nothing answers to cannot be applied', async () => {
  const comp = open();
  const heard = jest.fn();
  comp.addEventListener('apply', ({ detail }) => heard(detail));
  answer = () => value({ list: [], total: 0, totalIsAtLeast: false, facets: none });
  tap(comp, 'language', 'eng');
  await counted();
  expect(textOf(comp)).toContain('没有符合的书');
  comp.instance?.apply();
  expect(heard).not.toHaveBeenCalled();
});

test('without an answer the choice can be applied uncounted', async () => {
  const comp = open();
  await counted();
  const heard = jest.fn();
  comp.addEventListener('apply', ({ detail }) => heard(detail));
  answer = () => ({ ok: false, failure: { requestId: 'r-1' } });
  tap(comp, 'clc', 'K');
  await counted();
  expect(textOf(comp)).toContain('看结果');
  comp.instance?.apply();
  expect(heard).toHaveBeenCalledWith({ chosen: { ...nothing, clc: 'K' } });
});

test('what is on the shelf counts live: beside it no other count is shown', async () => {
  const comp = open();
  await counted();
  comp.instance?.toggleShelf();
  expect(textOf(comp)).not.toContain('历史地理12');
  expect(textOf(comp)).toContain('历史地理');
});
