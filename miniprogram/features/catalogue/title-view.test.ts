import type { Me, TitlePage } from '../../../typings/contract';
import { branchRows, opened, pageOfBranch } from './holdings-view';
import { honestWords, primaryOf } from './primary';
import { titleView } from './title-view';

const today = '2026-11-22';
const item = (n: number) => ({
  barcode: `B${n}`,
  status: 'available' as const,
  use: 'loan' as const,
  callNumber: 'I242.4/1',
  shelf: '3F-A12',
});

function aTitle(change: Partial<TitlePage> = {}): TitlePage {
  return {
    titleId: 't1',
    title: '红楼梦',
    authors: '曹雪芹 高鹗',
    publisher: '人民文学出版社',
    year: 1982,
    clc: 'I242.4',
    subtitle: '',
    isbns: [],
    language: 'chi',
    kind: 'book',
    callNumber: 'I242.4/1',
    subjects: [],
    summary: '',
    contributors: [],
    availability: { onShelf: 1, items: 2, onShelfAt: ['中心馆'] },
    branches: [{ branchId: 'b1', branchName: '中心馆', onShelf: 1, total: 1, items: [item(1)] }],
    queue: { waiting: 0, ready: 0 },
    addedAt: '2026-01-01T00:00:00.000Z',
    ...change,
  };
}
const out = { onShelf: 0, items: 2, onShelfAt: [], nextDueOn: '2026-11-26' };
const hold = {
  holdId: 'h',
  pickUpBranchId: 'b1',
  pickUpBranchName: '中心馆',
  position: 3,
  onItsWay: false,
};

test('own hold, own loan and no copies each have their action', () => {
  const primary = (change: Partial<TitlePage>) => primaryOf(aTitle(change), undefined, today);
  expect(primary({}).kind).toBe('place');
  expect(primary({ myHold: { ...hold, status: 'waiting' } })).toMatchObject({
    kind: 'cancel',
    note: '已预约 · 第 3 位，在中心馆取书',
  });
  expect(
    primary({ myHold: { ...hold, status: 'ready', position: 0, pickUpBy: '2026-11-25' } }),
  ).toMatchObject({
    kind: 'ready',
    note: '已到馆，请在 11月25日 周三前到中心馆取书',
  });
  expect(primary({ noHold: [{ code: 'card_expired', expiredOn: '2026-01-01' }] })).toMatchObject({
    kind: 'refused',
    text: '暂不能预约，查看原因',
  });
  expect(primary({ myLoan: { loanId: 'l', dueOn: '2026-11-30' } }).kind).toBe('borrowed');
  expect(primary({ availability: { onShelf: 0, items: 0, onShelfAt: [] } }).kind).toBe('none');
});

test('a visitor learns before the tap that a card is needed', () => {
  const visitor: Me = { reader: null, unreadNotices: 0 };
  expect(primaryOf(aTitle(), visitor, today).note).toBe('预约需要读者证，当场就能办');
});

test('the words before placing a hold promise nothing that may not happen', () => {
  expect(honestWords(aTitle(), today)).toContain('架上有书');
  expect(honestWords(aTitle({ availability: out, queue: { waiting: 2, ready: 0 } }), today)).toContain(
    '第 3 位',
  );
  expect(honestWords(aTitle({ availability: { ...out, nextDueOn: '2026-11-01' } }), today)).toContain(
    '无法保证',
  );
  expect(honestWords(aTitle({ queue: { waiting: 1, ready: 0 } }), today)).toContain('第 2 位');
});

test('of 300 copies the first few are rows, the others come page by page', () => {
  const branch = {
    branchId: 'b1',
    branchName: '中心馆',
    onShelf: 300,
    total: 300,
    items: [item(1), item(2)],
  };
  expect(opened(branch, today)).toMatchObject({ more: true, range: '先列 2 册，共 300 册' });
  const list = Array.from({ length: 20 }, (_, n) => item(n));
  expect(pageOfBranch('b1', 40, { list, total: 300, next: '60' }, today)).toMatchObject({
    range: '第 41–60 册，共 300 册',
    before: '20',
    next: '60',
  });
});

test('of 30 branches eight are rows until all are wanted', () => {
  const branches = Array.from({ length: 30 }, (_, n) => ({
    branchId: `b${n}`,
    branchName: `${n} 馆`,
    onShelf: 0,
    total: 3,
    items: [],
  }));
  expect(branchRows(branches, false)).toMatchObject({ moreBranches: 22 });
  expect(branchRows(branches, true).branches).toHaveLength(30);
});

test('where it stands is told in a line, however many branches have it', () => {
  const onShelfAt = Array.from({ length: 30 }, (_, n) => `${n} 馆`);
  expect(
    titleView(aTitle({ availability: { onShelf: 40, items: 300, onShelfAt } }), undefined, today).line.detail,
  ).toBe('0 馆、1 馆、2 馆等 30 馆');
});

test('of 40 authors three are named and the others counted', () => {
  const contributors = Array.from({ length: 40 }, (_, n) => ({ name: `作者${n}`, role: n ? '' : '主编' }));
  const view = titleView(aTitle({ contributors }), undefined, today);
  expect(view.people.map(({ name }) => name)).toEqual(['作者0', '作者1', '作者2']);
  expect(view.morePeople).toBe(37);
  const all = titleView(aTitle({ contributors }), undefined, today, { people: true, branches: false });
  expect(all).toMatchObject({ morePeople: 0, people: { length: 40 } });
});

test('codes are told in words, both forms of an ISBN, and nothing of what is unknown', () => {
  const facts = titleView(
    aTitle({
      language: 'fre',
      kind: 'music',
      isbns: [{ isbn13: '978-7-02-000220-7', isbn10: '7-02-000220-X' }, { isbn13: '979-10-323-0569-0' }],
    }),
    undefined,
    today,
  ).facts;
  expect(Object.fromEntries(facts.map(({ label, values }) => [label, values]))).toEqual({
    出版: ['人民文学出版社，1982 年'],
    索书号: ['I242.4/1'],
    分类: ['I242.4 文学'],
    ISBN: ['978-7-02-000220-7', '7-02-000220-X（10 位）', '979-10-323-0569-0'],
    语种: ['法文'],
    类型: ['乐谱'],
  });
  const bare = titleView(aTitle({ language: '', publisher: '', year: 0 }), undefined, today).facts;
  expect(bare.map(({ label }) => label)).toEqual(['索书号', '分类']);
});

it('says what the title is to this reader before saying what others can have', () => {
  const myHold = { ...hold, status: 'ready' as const, position: 0, pickUpBy: '2026-11-25' };
  expect(titleView(aTitle({ availability: out, myHold }), undefined, today).line).toMatchObject({
    tone: 'good',
    text: '可以取书',
    detail: expect.stringContaining('中心馆，保留到'),
  });
  expect(titleView(aTitle({ availability: out }), undefined, today).line.text).toBe('全部借出');
  expect(
    titleView(aTitle({ availability: out, myHold: { ...hold, status: 'waiting' } }), undefined, today).line
      .text,
  ).toBe('您排第 3 位');
});
