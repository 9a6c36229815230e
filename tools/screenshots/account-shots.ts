import { inTurn } from './stage';
import type { Shot } from './shots';

/**
 * Everything of a reader's account beyond the card: family, money, what was read, what is kept, and handing a
 * copy on.
 */

const account = (page: string): string => `features/account/pages/${page}/index`;
const loans = (page: string): string => `features/loans/pages/${page}/index`;

export const accountShots: Shot[] = [
  { name: 'family', caption: '家人与读者证', shows: account('family'), as: 'guardian' },
  { name: 'family-visitor', caption: '家人与读者证 · 访客', shows: account('family'), as: 'visitor' },
  { name: 'money', caption: '费用 · 有欠费', shows: account('money'), as: 'overdue' },
  { name: 'money-none', caption: '费用 · 没有', shows: account('money'), as: 'reader' },
  {
    name: 'money-offline',
    caption: '费用 · 离线',
    shows: account('money'),
    as: 'reader',
    network: 'offline',
  },
  { name: 'preferences', caption: '偏好', shows: account('preferences'), as: 'reader' },
  { name: 'privacy', caption: '隐私与我的数据', shows: account('privacy'), as: 'reader' },
  {
    name: 'privacy-below',
    caption: '隐私与我的数据 · 往下',
    shows: account('privacy'),
    as: 'reader',
    act: (stage) => stage.scrollBy(5000),
  },
  { name: 'kept', caption: '本馆保存的资料', shows: account('kept'), as: 'visitor' },
  {
    name: 'kept-below',
    caption: '本馆保存的资料 · 往下',
    shows: account('kept'),
    as: 'visitor',
    act: (stage) => stage.scrollBy(5000),
  },
  {
    name: 'kept-child',
    caption: '儿童个人信息保护说明',
    shows: account('kept'),
    starts: `${account('kept')}?for=child`,
    as: 'guardian',
  },
  { name: 'looks', caption: '谁看过我的记录', shows: account('looks'), as: 'reader' },
  { name: 'history', caption: '借阅历史', shows: loans('history'), as: 'reader' },
  { name: 'history-off', caption: '借阅历史 · 没有开启', shows: loans('history'), as: 'ready' },
  {
    name: 'give',
    caption: '转借给书友',
    shows: loans('give'),
    starts: loans('mine'),
    as: 'reader',
    act: inTurn(
      (stage) => stage.tap('更多'),
      (stage) => stage.tap('转借给书友'),
    ),
  },
  { name: 'take', caption: '扫码接书', shows: loans('take'), as: 'student-2' },
  { name: 'loans-child', caption: '我的借阅 · 家长', shows: loans('mine'), as: 'guardian' },
];
