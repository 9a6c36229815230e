import type {
  CheckedIn,
  CheckedOut,
  DeskItem,
  DeskReader,
  QueueRow,
  Refusal,
  StaffRole,
} from '../../../typings/contract';
import { checkInFace } from './check-in-view';
import { afterCheckOut, afterRenewal, afterUndo, checkOutFace, readerPanel } from './check-out-view';
import { deskLines } from './desk-refusals';
import { fetchLine, inShelfOrder, shelfLine } from './lists-view';
import { logLine } from './log-view';
import { itemView } from './item-view';
import { arrivalFace } from './offline/arrival-view';
import { stripText } from './components/offline-strip/words';
import { queueLines, toldText } from './queue-view';
import { canOverride, forgetOverrides, knowOverrides, learnOverrides } from './override-view';
import { todayView } from './today-view';

const today = '2026-11-22';
const title = { titleId: 't1', title: '红楼梦', authors: '曹雪芹', publisher: '', year: 1982, clc: 'I242.4' };
const loan = {
  loanId: 'l1',
  barcode: 'YX1',
  title,
  dueOn: '2026-12-22',
  daysLeft: 30,
  onSite: false,
  claimedReturned: false,
  recalled: false,
};
const anyone: StaffRole[] = ['circulation'];

beforeEach(forgetOverrides);

function checkedOut(change: Partial<CheckedOut> = {}) {
  const value: CheckedOut = {
    loan,
    reader: { readerId: 'r1', name: '林晓舟', loans: 4, limit: 20 },
    filledHold: false,
    overflow: false,
    overridden: [],
    ...change,
  };
  return { kind: 'value' as const, value };
}
function checkedIn(
  next: CheckedIn['next'],
  returned?: Partial<CheckedIn['returned']>,
  change: Partial<CheckedIn> = {},
) {
  const value: CheckedIn = { barcode: 'YX1', title, found: false, condition: '', next, ...change };
  const whole = { readerId: 'r1', readerName: '', dueOn: '', daysOverdue: 0, late: '', fine: 0, ...returned };
  return { kind: 'value' as const, value: returned ? { ...value, returned: whole } : value };
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
    categoryName: '成人读者',
    standing: 'active',
    owes: 0,
    deposit: 0,
    children: [],
    expiresOn: '2029-11-22',
    blocks: [],
    loans: [],
    limit: 20,
    ready: [],
    ...change,
  };
}

test('a check-out says the due date with its weekday', () => {
  const face = checkOutFace(checkedOut(), today, anyone);
  expect(face).toMatchObject({ state: 'done', tone: 'good', word: '已借出', big: '12月22日 周二到期' });
});

test('a copy that this reader has already is done work, not a refusal', () => {
  const mine = checkOutFace(
    refused({ code: 'item_on_loan', dueOn: '2026-12-22', bySameReader: true }),
    today,
    anyone,
  );
  expect(mine).toMatchObject({ state: 'already', word: '已处理' });
  const other = checkOutFace(
    refused({ code: 'item_on_loan', dueOn: '2026-12-22', bySameReader: false }),
    today,
    anyone,
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
    anyone,
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
    checkedIn(shelve, { readerName: '郑宇航', dueOn: '2026-11-19', daysOverdue: 3, late: '逾期 3 天' }),
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
  expect(after).toMatchObject({ loans: 4, limit: '/20', full: false, ready: [] });
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
    operationId: 'o1',
    readerName: '林晓舟',
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
    detail: '林晓舟 · YX1 · 许清',
    override: '',
  });
  const override = { codes: ['loan_limit_reached'], comment: '赴外地' };
  expect(logLine({ ...row, override }, today).override).toBe('放行 已借满：赴外地');
});

const counts = {
  checkedOut: 3,
  checkedIn: 2,
  onHoldShelf: 5,
  expiredOnShelf: 2,
  toFetch: 1,
  inTransit: 0,
  overdue: 4,
  owing: 1,
  applications: 0,
  conflicts: 0,
  reviews: 0,
  cases: { open: 0, late: 0 },
  questions: 0,
  messages: 0,
  deliveries: 0,
};

function aToday(roles: StaffRole[]) {
  return {
    staffName: '许清',
    roles,
    overrides: {},
    accepts: 'number' as const,
    branchId: 'main',
    branchName: '总馆',
    today,
    hours: '',
    counts,
  };
}

test("what may be set aside is the library's own list, known before anything is tried", () => {
  const limit: Refusal = { code: 'loan_limit_reached', current: 20, limit: 20 };
  const expired: Refusal = { code: 'card_expired', expiredOn: '2026-01-01' };
  knowOverrides({ loan_limit_reached: 'circulation', card_expired: 'manager' });
  expect(canOverride([limit], ['circulation'])).toBe(true);
  expect(canOverride([limit, expired], ['circulation'])).toBe(false);
  expect(canOverride([limit, expired], ['manager'])).toBe(true);
  expect(canOverride([{ code: 'too_young', age: 9, minAge: 16 }], ['director'])).toBe(false);
  forgetOverrides();
});

test('on the first page only what cannot wait is marked', () => {
  const view = todayView(aToday(['circulation']));
  expect(view.line).toContain('今天闭馆');
  expect(view.work.filter(({ urgent }) => urgent).map(({ to }) => to)).toEqual(['expiredShelf']);
  expect(view.work).toHaveLength(8);
});

test('who does not lend finds their own tools on the first page, and no others', () => {
  const view = todayView(aToday(['cataloguer']));
  expect(view).toMatchObject({ lends: false, work: [], figures: [] });
  expect(view.tools.map(({ to }) => to)).toEqual(['cataloguing', 'wishes', 'imports', 'mySafety', 'help']);
});

test('rules, calendar and staff are tools of managers', () => {
  const tools = (roles: StaffRole[]) => todayView(aToday(roles)).tools.map(({ to }) => to);
  expect(tools(['circulation'])).not.toContain('rules');
  for (const role of ['manager', 'director'] as const)
    expect(tools([role])).toEqual(expect.arrayContaining(['rules', 'calendar', 'staff']));
});

test('a fine is told in yuan, with who pays and the days that were late', () => {
  const shelve = { kind: 'shelve', shelf: '三楼', callNumber: '' } as const;
  const late = {
    readerId: 'r9',
    readerName: '郑宇航',
    daysOverdue: 3,
    late: '逾期 3 天',
    fine: 30,
    suspendedUntil: '2026-11-28',
  };
  const face = checkInFace(checkedIn(shelve, late), today);
  expect(face.lines[0]?.text).toBe('逾期 3 天还回，滞纳金 ¥0.30，停借到 11月28日。');
  expect(face).toMatchObject({ payer: 'r9', payText: '收滞纳金 ¥0.30' });
  expect(checkInFace(checkedIn(shelve), today).payer).toBe('');
});

test('a lost book that is here again says so, and its condition is read out', () => {
  const shelve = { kind: 'shelve', shelf: '三楼', callNumber: '' } as const;
  const face = checkInFace(checkedIn(shelve, undefined, { found: true, condition: '第 30 页撕破' }), today);
  expect(face.facts).toContain('登记为遗失的书找回来了');
  expect(face.lines[0]?.text).toContain('第 30 页撕破');
});

test('a loan past the limit is marked as short, a reading room loan by its own word', () => {
  expect(checkOutFace(checkedOut({ overflow: true }), today, anyone)).toMatchObject({ tone: 'soon' });
  const hours = { ...loan, onSite: true, dueAt: '2026-11-22T09:00:00.000Z' };
  expect(checkOutFace(checkedOut({ loan: hours }), today, anyone)).toMatchObject({
    word: '馆内阅览',
    big: '今天 17:00 前还',
  });
});

test('setting aside is offered when every reason allows it, and no more once the library said who may', () => {
  const full: Refusal = { code: 'loan_limit_reached', current: 20, limit: 20 };
  const elsewhere: Refusal = { code: 'item_on_loan', dueOn: '2026-12-22', bySameReader: false };
  expect(canOverride([full], anyone)).toBe(true);
  expect(canOverride([full, elsewhere], anyone)).toBe(false);
  expect(canOverride([], anyone)).toBe(false);
  const said: Refusal = { code: 'override_not_allowed', refusal: 'loan_limit_reached', role: 'manager' };
  expect(learnOverrides([full, said])).toEqual([full]);
  expect(canOverride([full], anyone)).toBe(false);
  expect(canOverride([full], ['manager'])).toBe(true);
  const face = checkOutFace(refused(full, said), today, anyone);
  expect(face.overridable).toBe(false);
  expect(face.lines).toHaveLength(1);
  expect(face.lines[0]?.next).toContain('由主管放行');
});

test('a reader without a limit has no slash, and owing is told in yuan', () => {
  expect(readerPanel(aReader({ limit: null, owes: 1050 }), today)).toMatchObject({
    limit: '',
    full: false,
    money: '欠费 ¥10.50',
    owes: true,
  });
});

test('a check-out that was taken back leaves the panel and gives its place back', () => {
  const panel = readerPanel(aReader({ loans: [loan], limit: 1 }), today);
  expect(panel.full).toBe(true);
  expect(afterUndo(panel, 'YX1')).toMatchObject({ loans: 0, full: false, loanRows: [] });
  expect(afterUndo(panel, 'YX9')).toMatchObject({ loans: 1, full: true });
});

test('a conflict says what happened meanwhile and where to go', () => {
  const because: Refusal[] = [{ code: 'later_event', at: '2026-11-22T02:00:00.000Z', what: '借给王敏' }];
  const face = arrivalFace(
    { kind: 'conflict', conflictId: 'c1', titleName: '活着', because },
    today,
    (refusals) => deskLines(refusals, today),
  );
  expect(face).toMatchObject({ state: 'conflict', word: '有冲突', title: '活着' });
  expect(face.lines[0]?.text).toContain('今天 10:00 借给王敏');
});

test('the bar says how many scans wait, and that nothing was checked', () => {
  const calm = { down: false, waiting: 0, replaying: false, problem: [] };
  expect(stripText(calm).shown).toBe(false);
  const down = stripText({ ...calm, down: true, waiting: 3 });
  expect(down.text).toContain('3 条');
  expect(down.note).toContain('没有核对');
  expect(stripText({ ...calm, replaying: true, waiting: 2 }).text).toContain('还有 2 条');
});

test('every refusal that the desk speaks of leaves the reader in the third person', () => {
  const refusals: Refusal[] = [
    { code: 'owes_too_much', owes: 1200, limit: 1000 },
    { code: 'deposit_missing', deposit: 0, needed: 10_000 },
    { code: 'part_limit_reached', current: 2, limit: 2, withinDays: 7 },
    { code: 'too_young', age: 9, minAge: 12 },
    { code: 'reader_suspended', until: '2026-11-28' },
    { code: 'item_not_for_loan', status: 'reference' },
    { code: 'loan_recalled', on: '2026-11-20' },
    { code: 'undo_too_late', at: '2026-11-22T02:00:00.000Z' },
  ];
  for (const line of deskLines(refusals, today)) expect(line.text + (line.next ?? '')).not.toContain('您');
});

test('the acts on a copy follow from how it stands', () => {
  const item: DeskItem = {
    barcode: 'YX1',
    title,
    status: 'on_loan',
    use: 'loan',
    branchName: '总馆',
    homeBranchName: '总馆',
    shelf: '三楼',
    callNumber: 'I1/2',
    price: 3000,
    condition: '',
    loan: {
      ...{ loanId: 'l1', readerId: 'r1', readerName: '林晓舟', dueOn: '2026-12-22' },
      ...{ claimedReturned: false, claimedOnline: false },
    },
    waiting: 2,
  };
  const acts = (change: Partial<DeskItem>) =>
    itemView({ ...item, ...change }, today).acts.map(({ act }) => act);
  expect(acts({})).toEqual(['checkIn', 'claim', 'damage', 'lost', 'use', 'queue', 'log']);
  const said = (claimedOnline: boolean) =>
    acts({ loan: { ...item.loan!, claimedReturned: true, claimedOnline } }).slice(1, 3);
  expect(said(true)).toEqual(['lookedFor', 'unclaim']);
  expect(said(false)).toEqual(['unclaim', 'damage']);
  const { loan: _, ...free } = item;
  expect(itemView({ ...free, status: 'available' }, today).acts.map(({ act }) => act)).toEqual(
    expect.arrayContaining(['repair', 'withdraw', 'lost']),
  );
  expect(itemView({ ...free, status: 'lost' }, today).acts[0]).toMatchObject({
    act: 'shelve',
    name: '找到了，上架',
  });
});

test('the queue stands in order: what is ready first, and nobody is moved off its ends', () => {
  const row = (position: number, status: 'waiting' | 'ready'): QueueRow => ({
    holdId: `h${position}`,
    readerId: 'r',
    readerName: '周予安',
    cardTail: '0011',
    position,
    status,
    pickUpBranchName: '总馆',
    placedAt: '2026-11-22T02:00:00.000Z',
    sharedWith: [],
  });
  const lines = queueLines([row(2, 'waiting'), row(0, 'ready'), row(1, 'waiting')], today);
  expect(lines.map(({ place, first, last }) => [place, first, last])).toEqual([
    ['到书', true, false],
    ['第 1 位', true, false],
    ['第 2 位', false, true],
  ]);
  const hopeless = { ...row(1, 'waiting'), hopelessSince: '2026-11-20' };
  expect(queueLines([hopeless], today)[0]?.note).toBe('11月20日 起没有能给的复本');
  expect(toldText({ kept: 8, of: 10 })).toContain('10 次里有 8 次');
});
