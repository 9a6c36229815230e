import type { Shot } from './shots';
import { inTurn } from './stage';

/** What the library tells and publishes: messages, announcements, articles. */

const articles = (page: string): string => `features/articles/pages/${page}/index`;
const announcements = (page: string): string => `features/announcements/pages/${page}/index`;
const SETTINGS = 'features/notices/pages/settings/index';
const DESK = 'librarian';

export const mediaShots: Shot[] = [
  { name: 'notice-settings', caption: '通知设置', shows: SETTINGS, as: 'reader' },
  {
    name: 'notice-settings-off',
    caption: '通知设置 · 关一类',
    shows: SETTINGS,
    as: 'reader',
    act: (stage) => stage.tapNamed('预约到书，书到取书点时通知'),
  },
  { name: 'articles', caption: '文章', shows: articles('list'), as: 'reader' },
  {
    name: 'articles-column',
    caption: '文章 · 一个栏目',
    shows: articles('list'),
    starts: `${articles('list')}?columnId=film`,
    as: 'visitor',
  },
  {
    name: 'articles-offline',
    caption: '文章 · 离线',
    shows: articles('list'),
    as: 'visitor',
    network: 'offline',
  },
  {
    name: 'article',
    caption: '文章 · 一篇',
    shows: articles('article'),
    starts: `${articles('article')}?articleId=a-snow`,
    as: 'reader',
  },
  {
    name: 'article-middle',
    caption: '文章 · 往下',
    shows: articles('article'),
    starts: `${articles('article')}?articleId=a-snow`,
    as: 'reader',
    act: (stage) => stage.scrollBy(900),
  },
  {
    name: 'article-film',
    caption: '文章 · 音频',
    shows: articles('article'),
    starts: `${articles('article')}?articleId=a-camels`,
    as: 'reader',
    act: (stage) => stage.scrollBy(1500),
  },
  {
    name: 'article-end',
    caption: '文章 · 末尾',
    shows: articles('article'),
    starts: `${articles('article')}?articleId=a-winter`,
    as: 'reader',
    act: (stage) => stage.scrollBy(9000),
  },
  {
    name: 'article-gone',
    caption: '文章 · 已撤下',
    shows: articles('article'),
    starts: `${articles('article')}?articleId=gone`,
    as: 'reader',
  },
  { name: 'articles-desk', caption: '栏目文章', shows: articles('desk'), as: DESK, wide: true },
  {
    name: 'article-edit',
    caption: '写文章',
    shows: articles('edit'),
    starts: `${articles('edit')}?articleId=a-draft`,
    as: DESK,
    wide: true,
  },
  {
    name: 'article-edit-below',
    caption: '写文章 · 往下',
    shows: articles('edit'),
    starts: `${articles('edit')}?articleId=a-draft`,
    as: DESK,
    act: (stage) => stage.scrollBy(900),
  },
  {
    name: 'article-bring',
    caption: '写文章 · 导入',
    shows: articles('edit'),
    as: DESK,
    act: (stage) => stage.tap('导入公众号文章'),
  },
  { name: 'announcements', caption: '通知读者', shows: announcements('desk'), as: DESK, wide: true },
  {
    name: 'announcement-sent',
    caption: '通知读者 · 送到了哪里',
    shows: announcements('edit'),
    starts: `${announcements('edit')}?announcementId=n-power`,
    as: DESK,
  },
  {
    name: 'announcement-new',
    caption: '通知读者 · 写',
    shows: announcements('edit'),
    as: DESK,
    act: inTurn(
      (stage) => stage.tap('少儿'),
      (stage) => stage.scrollBy(420),
    ),
  },
];
