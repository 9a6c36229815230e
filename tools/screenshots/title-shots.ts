import { titleId, type Shot } from './shots';

const TITLE = 'features/catalogue/pages/title/index';
const SHELF = 'features/catalogue/pages/shelf/index';
const reviews = (page: string): string => `features/reviews/pages/${page}/index`;
const branches = (page: string): string => `features/branches/pages/${page}/index`;
const of = (page: string, title: string): string => `${page}?titleId=${titleId(title)}`;
const STAFF = 'librarian';

/** What stands around a title on the shelf, and what readers say of it. */
export const titleShots: Shot[] = [
  { name: 'branches', caption: '开放时间', shows: branches('all'), as: 'visitor' },
  {
    name: 'branch',
    caption: '分馆',
    shows: branches('one'),
    starts: `${branches('one')}?branchId=main`,
    as: 'visitor',
  },
  {
    name: 'title-related',
    caption: '书目 · 同一套书与相近的书',
    shows: TITLE,
    starts: of(TITLE, '三体'),
    as: 'student-2',
    act: (stage) => stage.scrollBy(1100),
  },
  {
    name: 'title-reviews',
    caption: '书目 · 读者书评',
    shows: TITLE,
    starts: of(TITLE, '三体'),
    as: 'student-2',
    act: (stage) => stage.scrollBy(2000),
  },
  {
    name: 'shelf',
    caption: '书架上的邻居',
    shows: SHELF,
    starts: `${of(SHELF, '三体')}&branchId=main`,
    as: 'student-2',
  },
  {
    name: 'reviews',
    caption: '读者书评',
    shows: reviews('list'),
    starts: of(reviews('list'), '三体'),
    as: 'student-2',
  },
  {
    name: 'reviews-none',
    caption: '读者书评 · 还没有人写',
    shows: reviews('list'),
    starts: of(reviews('list'), '围城'),
    as: 'visitor',
  },
  {
    name: 'reviews-report',
    caption: '举报书评',
    shows: reviews('list'),
    starts: of(reviews('list'), '红楼梦'),
    as: 'student-2',
    act: (stage) => stage.tap('举报'),
  },
  {
    name: 'review-write',
    caption: '写书评',
    shows: reviews('write'),
    starts: of(reviews('write'), '围城'),
    as: 'student-2',
    act: (stage) => stage.tapNamed('4 星'),
  },
  {
    name: 'review-no-card',
    caption: '写书评 · 没有读者证',
    shows: reviews('write'),
    starts: of(reviews('write'), '围城'),
    as: 'visitor',
  },
  { name: 'desk-reviews', caption: '待审书评', shows: reviews('waiting'), as: STAFF, wide: true },
  {
    name: 'desk-reviews-reported',
    caption: '待审书评 · 被举报',
    shows: reviews('waiting'),
    as: STAFF,
    act: (stage) => stage.tap('被举报 1'),
  },
  {
    name: 'desk-reviews-switch',
    caption: '待审书评 · 开放与审核',
    shows: reviews('waiting'),
    as: STAFF,
    act: (stage) => stage.tap('更改'),
  },
];
