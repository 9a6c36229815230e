import type { CheckedIn, CheckedOut, DeskReader, Refusal } from '../../../typings/contract';
import { checkInFace } from './check-in-view';
import { afterCheckOut, afterRenewal, checkOutFace, readerPanel } from './check-out-view';
import { deskLines } from './desk-refusals';
import { fetchLine, inShelfOrder, logLine, shelfLine } from './lists-view';
import { todayView } from './today-view';

const today = '2026-11-22';
const title = { titleId: 't1', title: '红楼梦', authors: '曹雪芹', publisher: '', year: 1982, clc: 'I242.4' };
const loan = { loanId: 'l1', barcode: 'YX1', title, dueOn: '2026-12-22', daysLeft: 30 };

function checkedOut(change: Partial<CheckedOut> = {}) {
  const value: CheckedOut = {
    loan,
    reader: { readerId: 'r1', name: '林晓舟', loans: 4, limit: 20 },
    filledHold: false,
    ...change,
  };
  return { kind: 'value' as const, value };
}
function checkedIn(next: CheckedIn['next'], returned?: CheckedIn['returned']) {
  return { kind: 'value' as const, value: { barcode: 'YX1', title, next, ...(returned && { returned }) } };
}
function refused(...refusals: Refusal[]) {
  return { kind: 'refused' as const, refusals };
}
function aReader(change: Partial<DeskReader> = {}): DeskReader {
  return {
    readerId: 'r1',
    name: '林晓舟',
    cardNumber: '331000000001',
    category: 'adult',
    expiresOn: '2029-11-22',
    blocks: [],
    loans: [],
    limit: 20,
    ready: [],
    ...change,
  };
}

test('a check-out says the due date with its weekday', () => {
  const face = checkOutFace(checkedOut(), today);
  expect(face).toMatchObject({ state: 'done', tone: 'good', word: '已借出', big: '12月22日 周二到期' });
});

test('a copy that this reader has already is done work, not a refusal', () => {
  const mine = checkOutFace(
    refused({ code: 'item_on_loan', dueOn: '2026-12-22', bySameReader: true }),
    today,
  );
  expect(mine).toMatchObject({ state: 'already', word: '已处理' });
  const other = checkOutFace(
    refused({ code: 'item_on_loan', dueOn: '2026-12-22', bySameReader: false }),
    today,
  );
  expect(other).toMatchObject({ state: 'refused', word: '不能借' });
});

test('all reasons are told at once, each with a next step, and none speaks to the reader', () => {
  const face = checkOutFace(
    refused(
      { code: 'loan_limit_reached', current: 20, limit: 20 },
      { code: 'item_held_for_another', pickUpBy: '2026-11-25' },
      { code: 'loans_overdue', count: 2, limit: 1 },
    ),
    today,
  );
  expect(face.lines).toHaveLength(3);
  for (const line of face.lines) {
    expect(line.next).toBeTruthy();
    expect(line.text + (line.next ?? '')).not.toContain('您');
  }
});

test('a book that goes to the hold shelf names its reader and the last four digits of the card', () => {
  const next = {
    kind: 'hold_shelf',
    holdId: 'h1',
    readerName: '周予安',
    cardTail: '0011',
    pickUpBy: '2026-11-25',
  } as const;
  const face = checkInFace(checkedIn(next), today);
  expect(face).toMatchObject({ tone: 'accent', word: '放预约架', big: '周予安 0011' });
  expect(face.facts[0]).toContain('11月25日 周三');
});

test('every next step looks different in word, mark and colour', () => {
  const steps: CheckedIn['next'][] = [
    { kind: 'shelve', shelf: '三楼', callNumber: 'I242.4/1' },
    { kind: 'hold_shelf', holdId: 'h', readerName: '周', cardTail: '0011', pickUpBy: '2026-11-25' },
    { kind: 'transit', toBranchId: 'b', toBranchName: '少年儿童馆', why: 'hold' },
    { kind: 'set_aside', status: 'in_repair' },
  ];
  const faces = steps.map((next) => checkInFace(checkedIn(next), today));
  for (const part of ['word', 'tone', 'icon'] as const) {
    expect(new Set(faces.map((face) => face[part])).size).toBe(steps.length);
  }
});

test('an overdue return is noted, an on-time one names the reader, a book without a loan says so', () => {
  const shelve = { kind: 'shelve', shelf: '三楼', callNumber: '' } as const;
  const late = checkInFace(
    checkedIn(shelve, { readerName: '郑宇航', dueOn: '2026-11-19', daysOverdue: 3 }),
    today,
  );
  expect(late.lines[0]?.text).toContain('逾期 3 天');
  const intime = checkInFace(
    checkedIn(shelve, { readerName: '林晓舟', dueOn: '2026-11-30', daysOverdue: 0 }),
    today,
  );
  expect(intime.facts).toContain('林晓舟 按期还回');
  expect(checkInFace(checkedIn(shelve), today).facts).toContain('没有借出记录，只登记了位置');
});

test('a held book that is handed over leaves the panel, and the count goes up', () => {
  const held = { holdId: 'h1', title, barcode: 'YX1', branchName: '总馆', pickUpBy: '2026-11-25' };
  const panel = readerPanel(aReader({ ready: [held] }), today);
  expect(panel.ready).toHaveLength(1);
  const after = afterCheckOut(panel, checkedOut({ filledHold: true }).value, today);
  expect(after).toMatchObject({ loans: 4, limit: 20, ready: [] });
  expect(after.loanRows[0]).toMatchObject({ loanId: 'l1', daysLeft: 30 });
});

test('a renewal changes one due date', () => {
  const other = { ...loan, loanId: 'l2', dueOn: '2026-11-24', daysLeft: 2 };
  const panel = readerPanel(aReader({ loans: [loan, other] }), today);
  const after = afterRenewal(panel, { ...other, dueOn: '2026-12-24', daysLeft: 32 }, today);
  expect(after.loanRows.map(({ daysLeft }) => daysLeft)).toEqual([30, 32]);
});

test('the desk speaks about the reader, not to the reader', () => {
  const [line] = deskLines([{ code: 'item_on_loan', dueOn: '2026-12-22', bySameReader: true }], today);
  expect(line?.text).toContain('这位读者');
  const [kept] = deskLines([{ code: 'item_not_found', barcode: 'X1' }], today);
  expect(kept?.text).toContain('X1');
});

test('what has to leave the hold shelf is marked, with the reason', () => {
  const row = {
    holdId: 'h1',
    title,
    barcode: 'YX1',
    readerName: '周予安',
    cardTail: '0011',
    pickUpBy: '2026-11-25',
    expired: false,
  };
  expect(shelfLine(row, today)).toMatchObject({
    who: '周予安 0011',
    until: '保留到 11月25日 周三',
    leave: '',
  });
  expect(shelfLine({ ...row, expired: true }, today)).toMatchObject({ who: '撤下', leave: 'urgent' });
  expect(shelfLine({ ...row, pickUpBy: '' }, today)).toMatchObject({ who: '周予安 0011', leave: 'soon' });
});

test('books to fetch stand in the order of the shelves, numbers as numbers', () => {
  const row = (shelf: string, callNumber: string) =>
    fetchLine({ title, barcode: callNumber, shelf, callNumber, waiting: 1 });
  const sorted = inShelfOrder([
    row('三楼 10 架', 'I1/2'),
    row('三楼 9 架', 'K2/10'),
    row('三楼 9 架', 'K2/9'),
  ]);
  expect(sorted.map(({ callNumber }) => callNumber)).toEqual(['K2/9', 'K2/10', 'I1/2']);
});

test('the log says its days in words', () => {
  const row = {
    at: '2026-11-22T02:00:00.000Z',
    action: 'desk.checkOut',
    staffName: '许清',
    barcode: 'YX1',
    titleName: '红楼梦',
    outcome: '借出，2026-12-22 到期',
  };
  expect(logLine(row, today)).toMatchObject({
    at: '今天 10:00',
    outcome: '借出，12月22日 周二 到期',
    detail: 'YX1 · 许清',
  });
});

test('expired books on the hold shelf are the one thing on the first page that is marked', () => {
  const counts = { checkedOut: 3, checkedIn: 2, onHoldShelf: 5, expiredOnShelf: 2, toFetch: 1, overdue: 0 };
  const view = todayView({
    staffName: '许清',
    branchId: 'main',
    branchName: '总馆',
    today,
    hours: '',
    counts,
  });
  expect(view.line).toContain('今天闭馆');
  expect(view.rows.filter(({ tag }) => tag).map(({ to, tag }) => [to, tag])).toEqual([
    ['holdShelf', '2 册要撤下'],
  ]);
});
