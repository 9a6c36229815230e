import type { Home } from '../../../typings/contract';
import { homeView } from './home-view';

const title = {
  titleId: 't1',
  title: '红楼梦',
  authors: '曹雪芹',
  publisher: '人民文学出版社',
  year: 1982,
  clc: 'I242.4',
};

function aHome(change: Partial<Home> = {}): Home {
  return {
    me: { reader: null, unreadNotices: 0 },
    libraryName: '书香图书馆',
    today: '2026-11-22',
    dueSoon: [],
    loans: 0,
    ready: [],
    holds: 0,
    newTitles: [],
    ...change,
  };
}
const reader = {
  readerId: 'r1',
  name: '林知夏',
  cardNumber: '2026000001',
  category: 'adult',
  categoryName: '成人读者',
  expiresOn: '2030-01-01',
  phone: '',
  blocks: [],
  topics: {
    due_soon: true,
    overdue: true,
    hold_ready: true,
    hold_expired: true,
    event: true,
    recap: true,
    recall: true,
    reference: true,
    closure: true,
    account: true,
    news: true,
    article: true,
  },
  standing: 'active' as const,
  owes: 0,
  deposit: 0,
  keepsHistory: false,
  interests: [],
  language: 'zh' as const,
};

const aDue = (change: Partial<Home['dueSoon'][number]> = {}): Home['dueSoon'][number] => ({
  loanId: 'l1',
  title,
  dueOn: '2026-11-20',
  daysLeft: 1,
  renewal: { allowed: true, newDueOn: '2026-12-20' },
  ...change,
});
const waitedFor = aDue({
  loanId: 'l2',
  renewal: { allowed: false, because: [{ code: 'renewal_limit_reached', renewed: 1, limit: 1 }] },
});
const xiaoMan = { readerId: 'r2', name: '林小满' };

test('renewing is offered where something can be renewed, and else why not', () => {
  const at = (...dueSoon: Home['dueSoon']) => homeView(aHome({ dueSoon }), 9);
  expect(at(waitedFor, aDue()).dueAction).toBe('去续借');
  expect(at(waitedFor)).toMatchObject({
    dueAction: '查看我的借阅',
    due: [{ why: '已续借 1/1 次，不能再续。' }],
  });
  expect(at(aDue()).due[0]?.why).toBe('');
});

test('what is due of a child names the child, and the button opens the loans of whoever can renew', () => {
  const view = homeView(aHome({ dueSoon: [waitedFor, aDue({ child: xiaoMan })] }), 9);
  expect(view.due.map(({ dueText, readerId }) => [dueText, readerId])).toEqual([
    ['11月20日 周五到期', ''],
    ['林小满 · 11月20日 周五到期', 'r2'],
  ]);
  expect(view.dueReaderId).toBe('r2');
});

test('a visitor is greeted without a name and not told that nothing is borrowed', () => {
  const view = homeView(aHome(), 9);
  expect(view.greeting).toBe('早上好');
  expect(view.visitor).toBe(true);
  expect(view.calm).toBe('');
});

test('an overdue book changes the heading of what is due', () => {
  const due = (daysLeft: number) => aDue({ loanId: `l${daysLeft}`, daysLeft });
  const me = { reader, unreadNotices: 3 };
  expect(homeView(aHome({ me, dueSoon: [due(-2), due(1)] }), 20)).toMatchObject({
    dueUrgent: true,
    dueHeading: '有书逾期，请尽快归还',
  });
  expect(homeView(aHome({ me, dueSoon: [due(1)] }), 20)).toMatchObject({
    dueUrgent: false,
    dueHeading: '快到期了',
  });
});

test('a reader with nothing due is told so in words', () => {
  const view = homeView(aHome({ me: { reader, unreadNotices: 0 }, loans: 4 }), 14);
  expect(view.calm).toBe('在借 4 册，近期都不到期，慢慢读。');
});

test('the last day on the hold shelf is said', () => {
  const hold = {
    holdId: 'h1',
    status: 'ready' as const,
    pickUpBranchId: 'b1',
    pickUpBranchName: '中心馆',
    position: 0,
    onItsWay: false,
    pickUpBy: '2026-11-23',
    sharedWith: [],
    title,
    placedAt: '2026-11-01T00:00:00.000Z',
  };
  expect(homeView(aHome({ ready: [hold] }), 8).ready[0]?.until).toBe('保留到 11月23日 周一（明天最后一天）');
});

test('a child finds what is for their age, and nothing of what is for everybody', () => {
  const child = {
    ...{ readerId: 'r2', name: '林小满', age: 9, lists: [], events: [], newTitles: [title] },
    loans: [{ loanId: 'l1', title, dueOn: '2026-12-20', daysLeft: 28 }],
  };
  const me = { reader, unreadNotices: 0, hasArticles: true as const };
  const view = homeView(aHome({ me, child, loans: 1 }), 9);
  expect(view).toMatchObject({ articles: false, newTitles: [], event: null, lecture: null, calm: '' });
  expect(view.child?.newTitles).toEqual([title]);
  expect(homeView(aHome({ me }), 9)).toMatchObject({ child: null, articles: true });
});
