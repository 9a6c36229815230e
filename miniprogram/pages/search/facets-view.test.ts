import type { SearchFacets } from '../../../typings/contract';
import {
  filtersOf,
  howMany,
  keptForNext,
  nothingChosen,
  toggled,
  valueName,
  type Chosen,
  type Group,
} from './chosen';
import { chips, groupViews, questionsWithout, seeText, shelfCount, shelfNote } from './facets-view';

const classes = ['I', 'K', 'B', 'J', 'T', 'F', 'G', 'H', 'D'];
const facets: SearchFacets = {
  classes: classes.map((clc, n) => ({ clc, titles: 90 - n })),
  years: [
    { year: 2026, titles: 10 },
    { year: 2011, titles: 400 },
  ],
  languages: [{ language: 'chi', titles: 410 }],
  kinds: [
    { kind: 'book', titles: 400 },
    { kind: 'audio', titles: 10 },
  ],
  branches: [
    { branchId: 'b1', branchName: '总馆', titles: 410 },
    { branchId: 'b2', branchName: '城西分馆', titles: 120 },
  ],
};
const branches = { b1: '总馆', b2: '城西分馆' };
const context = { branches, thisYear: 2026, open: [] as Group[] };
const chose = (some: Partial<Chosen>): Chosen => ({ ...nothingChosen, ...some });
const names = (views: ReturnType<typeof groupViews>) =>
  views.map(({ name, choices, rest }) => `${name} ${choices.length}+${rest}`);

describe('what is chosen', () => {
  test('only that is asked for', () => {
    expect(filtersOf(nothingChosen)).toEqual({});
    expect(
      filtersOf({
        onShelfOnly: true,
        branchId: 'b1',
        clc: 'I',
        years: '2010-2016',
        language: 'chi',
        kind: 'book',
      }),
    ).toEqual({
      onShelfOnly: true,
      branchId: 'b1',
      clc: 'I',
      fromYear: 2010,
      toYear: 2016,
      language: 'chi',
      kind: 'book',
    });
    expect(filtersOf(chose({ years: '2024-' }))).toEqual({ fromYear: 2024 });
    expect(filtersOf(chose({ years: '-1989' }))).toEqual({ toYear: 1989 });
  });

  test('the same value again takes it back, another one takes its place', () => {
    const once = toggled(nothingChosen, 'clc', 'I');
    expect(once.clc).toBe('I');
    expect(toggled(once, 'clc', 'K').clc).toBe('K');
    expect(toggled(once, 'clc', 'I')).toEqual(nothingChosen);
    expect(toggled(nothingChosen, 'onShelfOnly', '').onShelfOnly).toBe(true);
    expect(howMany(toggled(once, 'onShelfOnly', ''))).toBe(2);
  });

  test('the next search keeps the branch and the shelf, and nothing of the answer before', () => {
    const all: Chosen = {
      onShelfOnly: true,
      branchId: 'b2',
      clc: 'I',
      years: '2024-',
      language: 'eng',
      kind: 'book',
    };
    expect(keptForNext(all)).toEqual(chose({ onShelfOnly: true, branchId: 'b2' }));
  });

  test('codes are told in words', () => {
    const word = (group: Group, value: string) => valueName(group, value, branches, 2026);
    expect(word('branchId', 'b2')).toBe('城西分馆');
    expect(word('language', 'eng')).toBe('英文');
    expect(word('language', 'und')).toBe('语种不明');
    expect(word('kind', 'audio')).toMatch(/有声/);
    expect(word('clc', 'K')).toBe('历史地理');
    expect(word('years', '2024-')).toBe('近三年');
  });
});

describe('the sheet', () => {
  test('shows groups that leave a choice, the long ones folded', () => {
    expect(names(groupViews(facets, {}, nothingChosen, context))).toEqual([
      '分馆 2+0',
      '分类 6+3',
      '出版年份 2+0',
      '类型 2+0',
    ]);
    expect(names(groupViews(facets, {}, nothingChosen, { ...context, open: ['clc'] }))[1]).toBe('分类 9+0');
  });

  test('of a narrowed group the other values come from the question without it', () => {
    const narrowed = { ...facets, classes: [{ clc: 'K', titles: 89 }] };
    const [, group] = groupViews(narrowed, { clc: facets }, chose({ clc: 'K' }), context);
    expect(group?.choices.slice(0, 2)).toEqual([
      { value: 'I', name: '文学', count: '90', on: false },
      { value: 'K', name: '历史地理', count: '89', on: true },
    ]);
  });

  test('a chosen value is always seen: behind the fold, and when nothing has it any more', () => {
    const on = (view: ReturnType<typeof groupViews>, group: Group) =>
      view.find((one) => one.group === group)?.choices.find((choice) => choice.on);
    expect(on(groupViews(facets, {}, chose({ clc: 'D' }), context), 'clc')?.name).toBe('政治法律');
    expect(on(groupViews(facets, {}, chose({ language: 'jpn' }), context), 'language')).toEqual({
      value: 'jpn',
      name: '日文',
      count: '0',
      on: true,
    });
  });

  test('each narrowed group is asked about once more, without itself', () => {
    expect(questionsWithout(chose({ clc: 'I', branchId: 'b1' }))).toEqual([
      { group: 'branchId', filters: { clc: 'I' } },
      { group: 'clc', filters: { branchId: 'b1' } },
    ]);
    expect(questionsWithout(chose({ onShelfOnly: true }))).toEqual([]);
  });

  test('the button says what comes', () => {
    expect(seeText({ total: 12, totalIsAtLeast: false })).toBe('看 12 种结果');
    expect(seeText({ total: 600, totalIsAtLeast: true })).toBe('看 600 种以上结果');
    expect(seeText({ total: 0, totalIsAtLeast: false })).toBe('没有符合的书');
    expect(seeText('counting')).toBe('正在计数…');
    expect(seeText('unknown')).toBe('看结果');
  });
});

describe('the row above the results', () => {
  const row = { branches, thisYear: 2026, total: 410 };
  const words = (list: ReturnType<typeof chips>) =>
    list.map(({ name, count, on }) => `${on ? '×' : ''}${name}${count ? ` ${count}` : ''}`);

  test('offers what narrows: a value that all of them have is not there', () => {
    expect(words(chips(facets, nothingChosen, '35', row))).toEqual([
      '现在在架 35',
      '城西分馆 120',
      '文学 90',
      '历史地理 89',
      '哲学心理 88',
      '今年 10',
    ]);
  });

  test('what is chosen stands first, and its group offers nothing more', () => {
    expect(words(chips(facets, chose({ clc: 'I', language: 'eng' }), '', row)).slice(0, 4)).toEqual([
      '×文学',
      '×英文',
      '现在在架',
      '城西分馆 120',
    ]);
  });

  test('with the shelf chosen nothing else is counted', () => {
    expect(words(chips(facets, chose({ onShelfOnly: true }), '', row)).slice(0, 3)).toEqual([
      '×现在在架',
      '城西分馆',
      '文学',
    ]);
  });

  test('before the first answer there is the shelf alone', () => {
    expect(words(chips(null, nothingChosen, '', row))).toEqual(['现在在架']);
  });
});

test('the shelf is counted among the first: of more it is a lower bound, and said so', () => {
  const shelf = { of: 200, onShelf: 35, branches: [] };
  expect(shelfCount(shelf, 200)).toBe('35');
  expect(shelfCount(shelf, 640)).toBe('35+');
  expect(shelfNote(shelf, 640)).toBe('前 200 种里有 35 种');
  expect(shelfNote(shelf, 200)).toBe('35 种');
  expect(shelfCount(null, 10)).toBe('');
});
