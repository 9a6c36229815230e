import type { Shot } from './shots';
import { inTurn, type Stage } from './stage';

/**
 * The search tab from the empty box to every way an answer can look, and the ways into the collection without
 * a word.
 */

const SEARCH = 'pages/search/index';
const CLASS = 'features/browse/pages/class/index';
const TITLES = 'features/browse/pages/titles/index';
const FIELD = '书名、作者或 ISBN';

const searchFor = (query: string) => (stage: Stage) => stage.type(FIELD, query, 'enter');
/** The pause after which suggestions are asked for begins when the page seems to rest. */
const typing = (text: string) => async (stage: Stage) => {
  await stage.type(FIELD, text);
  for (let pauses = 0; pauses < 4; pauses++) await stage.settle();
};
/** What somebody has searched for stands on the phone. */
const afterSomeSearches = async (stage: Stage): Promise<void> => {
  for (const query of ['三体', '汪曾祺', '百年孤独']) await searchFor(query)(stage);
  await stage.tapNamed('清除');
};

export const searchShots: Shot[] = [
  { name: 'search', caption: '找书', shows: SEARCH, as: 'reader' },
  {
    name: 'search-start-below',
    caption: '找书 · 排行与书单',
    shows: SEARCH,
    as: 'reader',
    act: (stage) => stage.scrollBy(560),
  },
  { name: 'search-recent', caption: '找书 · 找过的', shows: SEARCH, as: 'reader', act: afterSomeSearches },
  {
    name: 'search-suggestions',
    caption: '找书 · 输入时的提示',
    shows: SEARCH,
    as: 'reader',
    act: typing('san'),
  },
  {
    name: 'search-suggestions-characters',
    caption: '找书 · 提示里标出已输入的',
    shows: SEARCH,
    as: 'reader',
    act: typing('人'),
  },
  { name: 'search-author', caption: '找书 · 按作者', shows: SEARCH, as: 'reader', act: searchFor('鲁迅') },
  { name: 'search-title', caption: '找书 · 按书名', shows: SEARCH, as: 'reader', act: searchFor('人') },
  { name: 'search-pinyin', caption: '找书 · 拼音', shows: SEARCH, as: 'reader', act: searchFor('pingfan') },
  {
    name: 'search-meant',
    caption: '找书 · 您是不是要找',
    shows: SEARCH,
    as: 'reader',
    act: searchFor('红楼孟'),
  },
  {
    name: 'search-filters',
    caption: '找书 · 筛选',
    shows: SEARCH,
    as: 'reader',
    act: inTurn(searchFor('人'), (stage) => stage.tapNamed('筛选')),
  },
  {
    name: 'search-filters-chosen',
    caption: '找书 · 筛选，已选',
    shows: SEARCH,
    as: 'reader',
    act: inTurn(
      searchFor('人'),
      (stage) => stage.tapNamed('文学，'),
      (stage) => stage.tapNamed('筛选'),
    ),
  },
  {
    name: 'search-filtered',
    caption: '找书 · 在架的文学书',
    shows: SEARCH,
    as: 'reader',
    act: inTurn(
      searchFor('人'),
      (stage) => stage.tapNamed('文学，'),
      (stage) => stage.tapNamed('现在在架'),
    ),
  },
  {
    name: 'search-end',
    caption: '找书 · 列到最后',
    shows: SEARCH,
    as: 'reader',
    act: inTurn(
      searchFor('人'),
      (stage) => stage.scrollBy(100_000),
      (stage) => stage.scrollBy(100_000),
    ),
  },
  {
    name: 'search-nothing',
    caption: '找书 · 没有找到',
    shows: SEARCH,
    as: 'reader',
    act: searchFor('永动机设计手册'),
  },
  {
    name: 'search-isbn-staff',
    caption: '找书 · 没有这个 ISBN，馆员',
    shows: SEARCH,
    as: 'librarian',
    starts: 'pages/home/index',
    act: inTurn((stage) => stage.go(`/${SEARCH}`), searchFor('978-7-5063-6543-7')),
  },
  {
    name: 'search-loading',
    caption: '找书 · 加载中',
    shows: SEARCH,
    as: 'reader',
    loading: true,
    act: inTurn(
      (stage) => stage.network('slow'),
      (stage) => stage.type(FIELD, '红楼梦', 'enter'),
    ),
  },
  {
    name: 'search-offline',
    caption: '找书 · 离线',
    shows: SEARCH,
    as: 'reader',
    network: 'offline',
    act: searchFor('红楼梦'),
  },
  {
    name: 'search-offline-kept',
    caption: '找书 · 离线，有上次的结果',
    shows: SEARCH,
    as: 'reader',
    act: inTurn(searchFor('红楼梦'), (stage) => stage.network('offline'), searchFor('红楼梦')),
  },
  {
    name: 'search-failed',
    caption: '找书 · 系统繁忙',
    shows: SEARCH,
    as: 'reader',
    broken: true,
    act: searchFor('红楼梦'),
  },
  { name: 'browse', caption: '分类浏览', shows: CLASS, as: 'reader' },
  {
    name: 'browse-class',
    caption: '分类浏览 · 一类',
    shows: CLASS,
    starts: `${CLASS}?clc=I24`,
    as: 'reader',
  },
  {
    name: 'browse-countries',
    caption: '分类浏览 · 各国',
    shows: CLASS,
    starts: `${CLASS}?clc=I561.4`,
    as: 'reader',
  },
  { name: 'browse-offline', caption: '分类浏览 · 离线', shows: CLASS, as: 'reader', network: 'offline' },
  { name: 'browse-new', caption: '新到馆', shows: TITLES, starts: `${TITLES}?by=newest`, as: 'reader' },
  {
    name: 'browse-ranking',
    caption: '历年排行',
    shows: TITLES,
    starts: `${TITLES}?by=most_borrowed`,
    as: 'reader',
  },
  {
    name: 'browse-ranking-class',
    caption: '历年排行 · 历史地理',
    shows: TITLES,
    starts: `${TITLES}?by=most_borrowed`,
    as: 'reader',
    act: (stage) => stage.tap('历史地理'),
  },
];
