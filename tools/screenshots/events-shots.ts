import type { Shot } from './shots';
import { inTurn } from './stage';

/** Events at the desk, and what a draw publishes. */

const page = (name: string): string => `features/events/pages/${name}/index`;
const of = (name: string, eventId: string): string => `${page(name)}?eventId=${eventId}`;
const lectures = (name: string): string => `features/lectures/pages/${name}/index`;
const STAFF = 'librarian';

export const eventsShots: Shot[] = [
  { name: 'events-desk', caption: '活动管理', shows: page('desk'), as: STAFF, wide: true },
  {
    name: 'events-desk-new',
    caption: '活动管理 · 新活动',
    shows: page('desk'),
    as: STAFF,
    act: (stage) => stage.tap('新活动'),
  },
  {
    name: 'events-run',
    caption: '一场活动',
    shows: page('run'),
    starts: of('run', 'e-phone'),
    as: STAFF,
    wide: true,
  },
  {
    name: 'events-run-below',
    caption: '一场活动 · 往下',
    shows: page('run'),
    starts: of('run', 'e-phone'),
    as: STAFF,
    act: (stage) => stage.scrollBy(5000),
  },
  { name: 'events-code', caption: '签到码', shows: page('code'), starts: of('code', 'e-su'), as: STAFF },
  {
    name: 'event-entered',
    caption: '活动 · 抽签',
    shows: page('event'),
    starts: of('event', 'e-vault'),
    as: 'reader',
  },
  {
    name: 'event-draw',
    caption: '抽签名单',
    shows: page('draw'),
    starts: of('draw', 'e-wood'),
    as: 'reader',
  },
  {
    name: 'event-family',
    caption: '活动 · 几位一起来',
    shows: page('event'),
    starts: of('event', 'e-story'),
    as: 'student-2',
    act: (stage) => stage.tap('报名'),
  },
  { name: 'lecture-desk', caption: '讲座回顾 · 馆员', shows: lectures('desk'), as: STAFF },
  {
    name: 'lecture-edit',
    caption: '写回顾',
    shows: lectures('edit'),
    starts: `${lectures('edit')}?lectureId=lec-trees`,
    as: STAFF,
    wide: true,
  },
  {
    name: 'lecture-edit-mark',
    caption: '写回顾 · 加要点',
    shows: lectures('edit'),
    starts: `${lectures('edit')}?lectureId=lec-trees`,
    as: STAFF,
    act: (stage) => stage.tap('加要点'),
  },
  {
    name: 'lecture-transcript',
    caption: '讲座 · 文字稿',
    shows: lectures('lecture'),
    starts: `${lectures('lecture')}?lectureId=lec-trees`,
    as: 'reader',
    act: inTurn(
      (stage) => stage.tap('看文字稿'),
      (stage) => stage.type('在文字稿里找', '叶'),
    ),
  },
  {
    name: 'lecture-picture',
    caption: '讲座 · 金句图片',
    shows: lectures('lecture'),
    starts: `${lectures('lecture')}?lectureId=lec-trees`,
    as: 'reader',
    act: (stage) => stage.tapNamed('做成图片'),
  },
  { name: 'event-month', caption: '活动月历', shows: page('month'), as: 'reader' },
  { name: 'event-services', caption: '活动设置', shows: page('services'), as: STAFF },
  {
    name: 'events-filter',
    caption: '活动 · 筛选',
    shows: 'pages/events/index',
    as: 'reader',
    act: (stage) => stage.tap('筛选'),
  },
  {
    name: 'event-certificate',
    caption: '活动 · 参加证明',
    shows: page('event'),
    starts: of('event', 'e-trees'),
    as: 'reader',
    act: (stage) => stage.tap('参加证明'),
  },
  {
    name: 'lecture-channel',
    caption: '讲座 · 视频号',
    shows: lectures('lecture'),
    starts: `${lectures('lecture')}?lectureId=lec-paper`,
    as: 'reader',
  },
];
