import titles from '../../demo/data/titles.json';
import { inTurn, type Stage } from './stage';

/** One picture: which page, for whom, and what was done before it. */
export interface Shot {
  name: string;
  caption: string;
  /** The page of app.json that the picture shows; the camera checks that it does. */
  shows: string;
  /** Where the mini program starts; the page itself unless told. */
  starts?: string;
  /** Key of an identity of the demo library. */
  as: string;
  network?: 'offline' | 'slow';
  /** Every call breaks. */
  broken?: true;
  /** Also on a desk's screen, 1024 wide. */
  wide?: true;
  /** Do not wait for rest before `act` (a page that is loading never rests). */
  loading?: true;
  act?: (stage: Stage) => Promise<void>;
}

/** Id of a demo title by its name; a renamed title stops the pictures by name. */
export function titleId(name: string): string {
  const found = titles.find(({ title }) => title === name);
  if (!found) throw new Error(`the demo library has no title ${name}`);
  return found.id;
}

const HOME = 'pages/home/index';
const EVENTS = 'pages/events/index';
const ME = 'pages/me/index';
const TITLE = 'features/catalogue/pages/title/index';
const LOANS = 'features/loans/pages/mine/index';
const HOLDS = 'features/holds/pages/mine/index';
const EVENT = 'features/events/pages/event/index';
const account = (page: string): string => `features/account/pages/${page}/index`;
const title = (name: string): string => `${TITLE}?titleId=${titleId(name)}`;
const event = (id: string): string => `${EVENT}?eventId=${id}`;

const home: Shot[] = [
  { name: 'home-reader', caption: '首页 · 读者', shows: HOME, as: 'reader' },
  {
    name: 'home-reader-below',
    caption: '首页 · 读者，往下',
    shows: HOME,
    as: 'reader',
    act: (stage) => stage.scrollBy(5000),
  },
  { name: 'home-visitor', caption: '首页 · 访客', shows: HOME, as: 'visitor' },
  { name: 'home-ready', caption: '首页 · 有书待取', shows: HOME, as: 'ready' },
  { name: 'home-overdue', caption: '首页 · 有逾期', shows: HOME, as: 'overdue' },
  { name: 'home-guardian', caption: '首页 · 家长', shows: HOME, as: 'guardian' },
  { name: 'home-child', caption: '首页 · 孩子', shows: HOME, as: 'child' },
  {
    name: 'home-child-below',
    caption: '首页 · 孩子，往下',
    shows: HOME,
    as: 'child',
    act: (stage) => stage.scrollBy(5000),
  },
  {
    name: 'home-child-offline-kept',
    caption: '首页 · 孩子，离线',
    shows: HOME,
    as: 'child',
    act: inTurn(
      (stage) => stage.network('offline'),
      (stage) => stage.go(`/${HOME}`),
    ),
  },
  {
    name: 'child-home-guardian',
    caption: '适合孩子的书和活动 · 家长',
    shows: account('child'),
    starts: `${account('child')}?readerId=r-yinuo`,
    as: 'guardian',
  },
  {
    name: 'child-home-offline',
    caption: '适合孩子的书和活动 · 离线',
    shows: account('child'),
    starts: `${account('child')}?readerId=r-yinuo`,
    as: 'guardian',
    network: 'offline',
  },
  { name: 'home-blocked', caption: '首页 · 停借', shows: HOME, as: 'blocked' },
  { name: 'home-librarian', caption: '首页 · 馆员', shows: HOME, as: 'librarian' },
  {
    name: 'home-loading',
    caption: '首页 · 加载中',
    shows: HOME,
    as: 'reader',
    network: 'slow',
    loading: true,
  },
  { name: 'home-offline', caption: '首页 · 离线', shows: HOME, as: 'reader', network: 'offline' },
  {
    name: 'home-offline-kept',
    caption: '首页 · 离线，有上次的内容',
    shows: HOME,
    as: 'reader',
    act: inTurn(
      (stage) => stage.network('offline'),
      (stage) => stage.go(`/${HOME}`),
    ),
  },
  { name: 'home-failed', caption: '首页 · 系统繁忙', shows: HOME, as: 'reader', broken: true },
];

const catalogue: Shot[] = [
  {
    name: 'title-available',
    caption: '书目 · 有书在架',
    shows: TITLE,
    starts: title('红楼梦'),
    as: 'reader',
  },
  {
    name: 'title-available-below',
    caption: '书目 · 往下',
    shows: TITLE,
    starts: title('红楼梦'),
    as: 'reader',
    act: (stage) => stage.scrollBy(5000),
  },
  { name: 'title-all-out', caption: '书目 · 全部借出', shows: TITLE, starts: title('三体'), as: 'student-2' },
  { name: 'title-held', caption: '书目 · 已预约', shows: TITLE, starts: title('追风筝的人'), as: 'reader' },
  { name: 'title-ready', caption: '书目 · 可以取书', shows: TITLE, starts: title('追风筝的人'), as: 'ready' },
  { name: 'title-borrowed', caption: '书目 · 在我手里', shows: TITLE, starts: title('活着'), as: 'reader' },
  {
    name: 'title-no-card',
    caption: '书目 · 访客要预约',
    shows: TITLE,
    starts: title('三体'),
    as: 'visitor',
    act: (stage) => stage.tap('预约排队'),
  },
  {
    name: 'title-offline',
    caption: '书目 · 离线',
    shows: TITLE,
    starts: title('三体'),
    as: 'reader',
    network: 'offline',
  },
];

const mine: Shot[] = [
  { name: 'loans', caption: '我的借阅', shows: LOANS, as: 'reader' },
  {
    name: 'loans-why',
    caption: '我的借阅 · 为什么不能续',
    shows: LOANS,
    as: 'reader',
    act: (stage) => stage.tapNamed('不能续借'),
  },
  { name: 'loans-many', caption: '我的借阅 · 二十册', shows: LOANS, as: 'limit' },
  {
    name: 'loans-several',
    caption: '我的借阅 · 续借哪几册',
    shows: LOANS,
    as: 'limit',
    act: (stage) => stage.tap('批量续借'),
  },
  { name: 'loans-overdue', caption: '我的借阅 · 逾期', shows: LOANS, as: 'overdue' },
  { name: 'loans-none', caption: '我的借阅 · 没有借书', shows: LOANS, as: 'ready' },
  { name: 'loans-visitor', caption: '我的借阅 · 访客', shows: LOANS, as: 'visitor' },
  { name: 'holds', caption: '我的预约', shows: HOLDS, as: 'ready' },
  { name: 'holds-on-its-way', caption: '我的预约 · 在途', shows: HOLDS, as: 'researcher' },
  {
    name: 'holds-cancel',
    caption: '我的预约 · 取消',
    shows: HOLDS,
    as: 'ready',
    act: (stage) => stage.tap('取消预约'),
  },
  { name: 'holds-none', caption: '我的预约 · 没有', shows: HOLDS, as: 'child' },
  { name: 'holds-offline', caption: '我的预约 · 离线', shows: HOLDS, as: 'ready', network: 'offline' },
  { name: 'me-reader', caption: '我的 · 读者', shows: ME, as: 'reader' },
  { name: 'me-visitor', caption: '我的 · 访客', shows: ME, as: 'visitor' },
  { name: 'me-librarian', caption: '我的 · 馆员', shows: ME, as: 'librarian' },
  { name: 'me-blocked', caption: '我的 · 停借', shows: ME, as: 'blocked' },
];

const card: Shot[] = [
  { name: 'apply', caption: '办证', shows: account('apply'), as: 'visitor' },
  {
    name: 'apply-wrong',
    caption: '办证 · 没填对',
    shows: account('apply'),
    as: 'visitor',
    act: inTurn(
      (stage) => stage.type('11 位手机号', '1380'),
      (stage) => stage.tap('办理读者证'),
    ),
  },
  { name: 'link', caption: '绑定旧证', shows: account('link'), as: 'visitor' },
  { name: 'card', caption: '读者证', shows: account('card'), as: 'reader' },
  {
    name: 'card-offline',
    caption: '读者证 · 离线',
    shows: account('card'),
    as: 'reader',
    network: 'offline',
  },
  { name: 'settings', caption: '设置', shows: account('settings'), as: 'reader' },
  { name: 'inbox', caption: '消息', shows: 'features/notices/pages/inbox/index', as: 'reader' },
  { name: 'inbox-none', caption: '消息 · 没有', shows: 'features/notices/pages/inbox/index', as: 'visitor' },
];

const events: Shot[] = [
  { name: 'events', caption: '活动', shows: EVENTS, as: 'reader' },
  { name: 'events-offline', caption: '活动 · 离线', shows: EVENTS, as: 'reader', network: 'offline' },
  { name: 'event-open', caption: '活动 · 可报名', shows: EVENT, starts: event('e-salon'), as: 'reader' },
  { name: 'event-full', caption: '活动 · 已满', shows: EVENT, starts: event('e-phone'), as: 'reader' },
  { name: 'event-registered', caption: '活动 · 已报名', shows: EVENT, starts: event('e-su'), as: 'reader' },
  {
    name: 'event-cancelled',
    caption: '活动 · 已取消',
    shows: EVENT,
    starts: event('e-calligraphy'),
    as: 'reader',
  },
  { name: 'event-past', caption: '活动 · 已结束', shows: EVENT, starts: event('e-trees'), as: 'reader' },
  { name: 'my-events', caption: '我的报名', shows: 'features/events/pages/mine/index', as: 'reader' },
  {
    name: 'my-events-none',
    caption: '我的报名 · 没有',
    shows: 'features/events/pages/mine/index',
    as: 'blocked',
  },
  { name: 'lectures', caption: '讲座回顾', shows: 'features/lectures/pages/list/index', as: 'reader' },
  {
    name: 'lecture',
    caption: '讲座',
    shows: 'features/lectures/pages/lecture/index',
    starts: 'features/lectures/pages/lecture/index?lectureId=lec-trees',
    as: 'reader',
  },
  {
    name: 'lecture-below',
    caption: '讲座 · 往下',
    shows: 'features/lectures/pages/lecture/index',
    starts: 'features/lectures/pages/lecture/index?lectureId=lec-trees',
    as: 'reader',
    act: (stage) => stage.scrollBy(5000),
  },
];

/** These write: they come last, in the order of the work. */
const writing: Shot[] = [
  {
    name: 'title-hold-sheet',
    caption: '书目 · 选取书点',
    shows: TITLE,
    starts: title('三体'),
    as: 'student-2',
    act: (stage) => stage.tap('预约排队'),
  },
  {
    name: 'title-hold-refused',
    caption: '书目 · 预约被拒',
    shows: TITLE,
    starts: title('三体'),
    as: 'blocked',
    act: inTurn(
      (stage) => stage.tap('预约排队'),
      (stage) => stage.tap('确认预约'),
    ),
  },
  {
    name: 'title-hold-placed',
    caption: '书目 · 预约好了',
    shows: TITLE,
    starts: title('三体'),
    as: 'student-2',
    act: inTurn(
      (stage) => stage.tap('预约排队'),
      (stage) => stage.tap('确认预约'),
    ),
  },
  {
    name: 'loans-renewed',
    caption: '我的借阅 · 续借成功',
    shows: LOANS,
    as: 'reader',
    act: (stage) => stage.tap('续借'),
  },
  {
    name: 'link-wrong',
    caption: '绑定旧证 · 密码不对',
    shows: account('link'),
    as: 'visitor',
    act: inTurn(
      (stage) => stage.type('印在读者证上', '331000000013'),
      (stage) => stage.type('6 位数字', '000000'),
      (stage) => stage.tap('绑定'),
    ),
  },
];

export const readerShots: Shot[] = [...home, ...catalogue, ...mine, ...card, ...events, ...writing];
