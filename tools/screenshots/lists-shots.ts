import { inTurn } from './stage';
import { titleId, type Shot } from './shots';

const lists = (page: string): string => `features/lists/pages/${page}/index`;
const list = (page: string, listId: string): string => `${lists(page)}?listId=${listId}`;
const resources = (page: string): string => `features/resources/pages/${page}/index`;
const resource = (page: string, id: string): string => `${resources(page)}?resourceId=${id}`;
const TITLE = 'features/catalogue/pages/title/index';
const STAFF = 'librarian';

/** Book lists, databases and special collections, for readers and at the desk. */
export const listsShots: Shot[] = [
  { name: 'lists', caption: '书单', shows: lists('all'), as: 'reader' },
  {
    name: 'lists-readers',
    caption: '书单 · 读者书单',
    shows: lists('all'),
    as: 'visitor',
    act: (stage) => stage.tap('读者书单'),
  },
  { name: 'lists-offline', caption: '书单 · 离线', shows: lists('all'), as: 'reader', network: 'offline' },
  {
    name: 'list',
    caption: '一份书单',
    shows: lists('list'),
    starts: list('list', 'list-bedtime'),
    as: 'reader',
  },
  {
    name: 'list-gone',
    caption: '一份书单 · 没有公开',
    shows: lists('list'),
    starts: list('list', 'list-winter'),
    as: 'reader',
  },
  {
    name: 'list-mine',
    caption: '自己的书单',
    shows: lists('list'),
    starts: list('list', 'list-lin-year'),
    as: 'reader',
  },
  {
    name: 'list-menu',
    caption: '自己的书单 · 整理',
    shows: lists('list'),
    starts: list('list', 'list-lin-year'),
    as: 'reader',
    act: (stage) => stage.tapNamed('整理 中国历代政治得失'),
  },
  {
    name: 'list-offer',
    caption: '自己的书单 · 申请公开',
    shows: lists('list'),
    starts: list('list', 'list-lin-year'),
    as: 'reader',
    act: inTurn(
      (stage) => stage.tapNamed('管理书单'),
      (stage) => stage.tap('申请公开'),
    ),
  },
  { name: 'lists-mine', caption: '我的书单', shows: lists('mine'), as: 'reader' },
  { name: 'lists-mine-visitor', caption: '我的书单 · 没有读者证', shows: lists('mine'), as: 'visitor' },
  {
    name: 'list-want-empty',
    caption: '想读 · 还没有书',
    shows: lists('list'),
    starts: list('list', 'want_r-wu'),
    as: 'senior',
  },
  {
    name: 'list-picker',
    caption: '加入书单',
    shows: TITLE,
    starts: `${TITLE}?titleId=${titleId('叫魂')}`,
    as: 'reader',
    act: (stage) => stage.tap('加入书单'),
  },
  { name: 'desk-lists', caption: '工作台 · 书单', shows: lists('desk'), as: STAFF, wide: true },
  {
    name: 'desk-lists-waiting',
    caption: '工作台 · 读者申请',
    shows: lists('desk'),
    as: STAFF,
    act: (stage) => stage.tapNamed('读者申请'),
  },
  { name: 'desk-lists-reader', caption: '工作台书单 · 不是馆员', shows: lists('desk'), as: 'reader' },
  {
    name: 'desk-list',
    caption: '编辑书单',
    shows: lists('edit'),
    starts: list('edit', 'list-winter'),
    as: STAFF,
    wide: true,
  },
  {
    name: 'desk-list-found',
    caption: '编辑书单 · 找到的书',
    shows: lists('edit'),
    starts: list('edit', 'list-winter'),
    as: STAFF,
    act: (stage) => stage.type('扫码，或输入书名', '战争', 'enter'),
  },
  {
    name: 'desk-list-review',
    caption: '审核读者书单',
    shows: lists('review'),
    starts: list('review', 'list-society'),
    as: STAFF,
    wide: true,
  },
  { name: 'resources', caption: '数据库与特色馆藏', shows: resources('all'), as: 'reader' },
  {
    name: 'resources-none',
    caption: '数据库与特色馆藏 · 没有找到',
    shows: resources('all'),
    as: 'reader',
    act: (stage) => stage.type('按名称或主题找', '量子力学'),
  },
  {
    name: 'resource',
    caption: '一个数据库',
    shows: resources('one'),
    starts: resource('one', 'db-ncpssd'),
    as: 'reader',
  },
  {
    name: 'resource-open',
    caption: '去使用',
    shows: resources('one'),
    starts: resource('one', 'db-ncpssd'),
    as: 'reader',
    act: (stage) => stage.tap('复制网址，去使用'),
  },
  {
    name: 'resource-collection',
    caption: '特色馆藏',
    shows: resources('one'),
    starts: resource('one', 'co-genealogies'),
    as: 'visitor',
  },
  { name: 'desk-resources', caption: '工作台 · 数字资源', shows: resources('desk'), as: STAFF, wide: true },
  {
    name: 'desk-resource',
    caption: '编辑资源',
    shows: resources('edit'),
    starts: resource('edit', 'co-photographs'),
    as: STAFF,
    wide: true,
  },
  {
    name: 'desk-resource-wrong',
    caption: '编辑资源 · 要改',
    shows: resources('edit'),
    as: STAFF,
    act: (stage) => stage.tap('保存'),
  },
];
