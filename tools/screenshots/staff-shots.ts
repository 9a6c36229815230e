import { barcodeOf } from '../../demo/titles';
import { titleId, type Shot } from './shots';

const desk = (page: string): string => `features/desk/pages/${page}/index`;
const cataloguing = (page: string): string => `features/cataloguing/pages/${page}/index`;
const MAIN = 'librarian';
const startOf = (page: string, key: string, value: string): string =>
  `${page}?${key}=${encodeURIComponent(value)}`;

/** Pages of the desk beside the scanning, and what cataloguers use. */
export const staffShots: Shot[] = [
  { name: 'transit', caption: '在途', shows: desk('transit'), as: MAIN, wide: true },
  { name: 'overdue', caption: '逾期未还', shows: desk('overdue'), as: MAIN, wide: true },
  { name: 'conflicts', caption: '离线冲突', shows: desk('conflicts'), as: MAIN },
  { name: 'applications', caption: '待审新证', shows: desk('applications'), as: MAIN },
  { name: 'find-reader', caption: '查读者', shows: desk('find'), as: MAIN },
  { name: 'new-card', caption: '办新证', shows: desk('new-card'), as: MAIN, wide: true },
  { name: 'desk-help', caption: '使用说明', shows: desk('help'), as: MAIN },
  {
    name: 'copy',
    caption: '查复本',
    shows: desk('item'),
    starts: startOf(desk('item'), 'barcode', barcodeOf(titleId('三体'), 1)),
    as: MAIN,
    wide: true,
  },
  {
    name: 'desk-queue',
    caption: '预约队列',
    shows: desk('queue'),
    starts: startOf(desk('queue'), 'titleId', titleId('三体')),
    as: MAIN,
  },
  {
    name: 'desk-reader',
    caption: '读者',
    shows: desk('reader'),
    starts: startOf(desk('reader'), 'card', '331000000001'),
    as: MAIN,
    wide: true,
  },
  { name: 'owing', caption: '欠费读者', shows: 'features/fees/pages/owing/index', as: MAIN, wide: true },
  { name: 'catalogue-start', caption: '编目', shows: cataloguing('start'), as: MAIN, wide: true },
  {
    name: 'catalogue-form',
    caption: '编目 · 新书',
    shows: cataloguing('form'),
    starts: startOf(cataloguing('form'), 'code', '9787020000005'),
    as: MAIN,
    wide: true,
  },
  {
    name: 'catalogue-copies',
    caption: '编目 · 复本',
    shows: cataloguing('copies'),
    starts: startOf(cataloguing('copies'), 'titleId', titleId('三体')),
    as: MAIN,
    wide: true,
  },
  {
    name: 'reader-account',
    caption: '账目',
    shows: 'features/fees/pages/account/index',
    starts: startOf('features/fees/pages/account/index', 'readerId', 'r-lin'),
    as: MAIN,
    wide: true,
  },
  { name: 'imports', caption: '导入书目', shows: 'features/imports/pages/list/index', as: MAIN, wide: true },
];

/** Pages that stand at the end of an act which a picture cannot begin; journeys look at them. */
export const notPictured: Record<string, string> = {
  'features/imports/pages/look/index': 'needs a file that somebody chooses',
  'features/imports/pages/run/index': 'needs an import that has begun',
  'features/fees/pages/receipt/index': 'needs a receipt',
};
