import type { ImportFindings, ImportLook, ImportRun } from '../../../typings/contract';
import { sizeAfter } from './driving';
import { faultWords, fileFaultWords, warningWords } from './fault-words';
import { columnsWith, lookAnswer, lookView, settledInput } from './look-view';
import { findingRows, foundMore, goingText, rateText, runCard, runView, shownKind } from './run-view';

const TODAY = '2026-11-22';

const aRun = (changes: Partial<ImportRun> = {}): ImportRun => ({
  runId: 'r',
  fileName: '书.iso',
  isList: false,
  source: '书.iso',
  branchName: '总馆',
  status: 'finished',
  startedAt: '2026-11-22T02:00:00.000Z',
  startedBy: '许清',
  records: 100,
  done: 100,
  checking: false,
  busy: false,
  titles: { added: 90, changed: 0, unchanged: 8 },
  items: { added: 90, changed: 0, unchanged: 8 },
  merged: 0,
  totals: { broken: 2, warnings: 0, duplicates: 0, withdrawn: 0 },
  aside: true,
  ...changes,
});

describe('a run', () => {
  it('says what happened and leaves out what did not', () => {
    expect(runCard(aRun(), TODAY)).toMatchObject({
      status: '已完成',
      result: '新增 90 种\u3000未变 8 种',
      problems: '有误 2',
      who: '许清 今天 10:00',
      percent: 100,
    });
  });

  it('shows only the kinds of findings that there are', () => {
    expect(runView(aRun(), TODAY).kinds.map(({ id }) => id)).toEqual(['broken']);
  });

  it('that failed says why', () => {
    const view = runView(
      aRun({ status: 'failed', failure: { code: 'workbook_damaged', detail: 'x' } }),
      TODAY,
    );
    expect(view.failure[0]?.text).toMatch(/已损坏/);
  });
});

describe('findings', () => {
  const findings: ImportFindings = {
    broken: [{ number: 3, offset: 120, fault: { code: 'no_title' } }],
    warnings: [{ number: 4, offset: 5, warning: { code: 'wrong_isbn' } }],
    duplicates: [{ titleId: 'a', title: '甲', otherId: 'b', otherTitle: '甲', why: 'isbn' }],
    withdrawn: [{ titleId: 'c', title: '丙', copies: 2, why: 'deleted' }],
  };

  it('name the place by byte in MARC and by line in a list', () => {
    expect(findingRows(findings, false).broken[0]).toMatchObject({
      head: '第 3 条（第 120 字节）',
      text: '题名为空',
    });
    expect(findingRows(findings, true).broken[0]?.head).toBe('第 120 行（第 3 条）');
  });

  it('lead to the titles that they are about', () => {
    expect(findingRows(findings, false).duplicates[0]?.titles.map(({ titleId }) => titleId)).toEqual([
      'a',
      'b',
    ]);
    expect(findingRows(findings, false).withdrawn[0]).toMatchObject({
      head: '来源已删除',
      text: '馆藏 2 册',
    });
  });
});

test('the rate is told with what is left', () => {
  expect(rateText(45.4, 0)).toBe('每秒 45 条');
  expect(rateText(45, 900)).toBe('每秒 45 条，还要不到一分钟');
  expect(rateText(40, 6000)).toBe('每秒 40 条，还要约 3 分钟');
  expect(rateText(0.5, 60)).toBe('每分钟 30 条，还要约 2 分钟');
  expect(rateText(0, 60)).toBe('');
});

test('what is said of a run while it goes on is who drives it, what it does, or how fast', () => {
  const going = aRun({ status: 'running', done: 40 });
  expect(goingText(going, 45)).toBe('每秒 45 条，还要不到一分钟');
  expect(goingText({ ...going, checking: true }, 45)).toMatch(/核对来源已撤/);
  expect(goingText({ ...going, busy: true, checking: true }, 45)).toMatch(/另一台设备/);
  expect(goingText(aRun(), 45)).toBe('');
});

test('findings are asked for anew when there are more of them, and the kind that is shown stays', () => {
  const before = runView(aRun(), TODAY);
  const more = runView(aRun({ totals: { broken: 2, warnings: 1, duplicates: 0, withdrawn: 0 } }), TODAY);
  expect([foundMore(before, before), foundMore(before, more), foundMore(undefined, before)]).toEqual([
    false,
    true,
    true,
  ]);
  expect([shownKind(more.kinds, 'warnings'), shownKind(before.kinds, 'warnings'), shownKind([], '')]).toEqual(
    ['warnings', 'broken', ''],
  );
});

test('a step grows at most twofold, shrinks at once, and stays within its bounds', () => {
  expect(sizeAfter(40, 1000)).toBe(80);
  expect(sizeAfter(100, 4000)).toBe(100);
  expect(sizeAfter(200, 16_000)).toBe(50);
  expect(sizeAfter(400, 10)).toBe(400);
  expect(sizeAfter(20, 60_000)).toBe(20);
});

test('a code that a newer library knows is no broken page', () => {
  for (const words of [faultWords, warningWords, fileFaultWords])
    expect((words as (fault: { code: string }) => string)({ code: 'something_new' })).toBe('读不出来');
});

describe('a look', () => {
  const look: ImportLook = {
    format: 'csv',
    xml: false,
    encoding: 'gb18030',
    size: 10,
    records: 900,
    looked: 500,
    readable: 497,
    deleted: 1,
    broken: [{ number: 2, offset: 3, fault: { code: 'column_count', found: 3, header: 4 } }],
    samples: [
      {
        number: 1,
        title: '围城',
        subtitle: '',
        people: '钱锺书 著',
        publisher: '某社',
        year: 1991,
        isbns: [],
        clc: '',
        callNumber: '',
        kind: 'book',
        price: 2500,
        copies: 5,
        places: Array.from({ length: 5 }, (_, n) => ({ barcode: `B${n}`, branchName: '总馆', shelf: '' })),
        warnings: [],
      },
    ],
    columns: [{ header: '', example: '围城', holds: 'title' }],
    titleColumnMissing: false,
    strangeBranches: ['旧馆', '新馆'],
  };

  it('says how much of the file was read and how it came out', () => {
    expect(lookView(look).summary).toBe(
      '共 900 条。看了前 500 条：497 条可以导入，2 条有误，1 条来源已删除。',
    );
    expect(lookView(look)).toMatchObject({
      strange: '旧馆、新馆',
      columns: [{ header: '第 1 列', index: 1 }],
    });
    expect(lookView(look).samples[0]).toMatchObject({
      imprint: '某社，1991',
      copies: expect.stringMatching(/^5 册：.* 等$/),
    });
  });

  it('says what to settle when no title can be read, and why when the file cannot', () => {
    const answered = (changes: Partial<ImportLook>) => lookAnswer({ look: { ...look, ...changes } }).problem;
    expect(answered({})).toEqual([]);
    expect(answered({ titleColumnMissing: true })).toMatchObject([{ code: 'title' }]);
    expect(answered({ readable: 0 })).toMatchObject([{ code: 'nothing' }]);
    expect(lookAnswer({ fault: { code: 'empty' } })).toMatchObject({
      view: null,
      problem: [{ code: 'empty' }],
    });
  });

  it('gives a meaning to one column only', () => {
    const columns = [
      { at: 0, header: '书', example: '', index: 1 },
      { at: 1, header: '名', example: '', index: 0 },
    ];
    expect(columnsWith(columns, 1, 1)).toEqual(['', 'title']);
    expect(columnsWith(columns, 1, 0)).toEqual(['title', '']);
  });

  it('sends only what was settled by hand', () => {
    const nothing = { format: 0, encoding: 0, columns: null, branchId: '', copies: 1 };
    expect(settledInput(nothing)).toEqual({ copies: 1 });
    expect(
      settledInput({ ...nothing, format: 2, encoding: 2, columns: ['title'], branchId: 'main' }),
    ).toEqual({
      format: 'cnmarc',
      encoding: 'gb18030',
      columns: ['title'],
      branchId: 'main',
      copies: 1,
    });
  });
});
