import type { Shot } from './shots';
import { inTurn, type Stage } from './stage';

const rules = (page: string): string => `features/rules/pages/${page}/index`;
const stocktake = (page: string): string => `features/stocktake/pages/${page}/index`;
/** Manager and director of the demo library; a librarian of a branch without either role. */
const BOSS = 'librarian';
const LINHE = 'librarian-linhe';
const row = (policyId: string): string => `${rules('row')}?policyId=${policyId}`;

/** Starts a stocktake as a hand would and leaves the counting page on top. */
const startCounting = async (stage: Stage): Promise<void> => {
  await stage.tap('开始盘点');
  await stage.tap('开始扫码');
};

const scanCopy = (barcode: string) => (stage: Stage) => stage.type('扫图书条码', barcode, 'enter');

/** The rules as data and the stocktake, each page as it is met and with something to do in it. */
export const rulesShots: Shot[] = [
  { name: 'rules-matrix', caption: '流通规则', shows: rules('matrix'), as: BOSS, wide: true },
  { name: 'rules-matrix-reading', caption: '流通规则 · 只能看', shows: rules('matrix'), as: LINHE },
  { name: 'rules-matrix-reader', caption: '流通规则 · 不是馆员', shows: rules('matrix'), as: 'reader' },
  {
    name: 'rules-matrix-offline',
    caption: '流通规则 · 离线',
    shows: rules('matrix'),
    as: BOSS,
    network: 'offline',
  },
  { name: 'rules-matrix-broken', caption: '流通规则 · 出错', shows: rules('matrix'), as: BOSS, broken: true },
  {
    name: 'rules-row',
    caption: '一行规则',
    shows: rules('row'),
    starts: row('child_all_all'),
    as: BOSS,
    wide: true,
  },
  {
    name: 'rules-published',
    caption: '像这样开始',
    shows: rules('published'),
    as: BOSS,
    act: (stage) => stage.tap('清华大学图书馆'),
  },
  { name: 'rules-row-new', caption: '新增一行', shows: rules('row'), as: BOSS },
  {
    name: 'rules-row-fine',
    caption: '改滞纳金',
    shows: rules('row'),
    starts: row('all_all_all'),
    as: BOSS,
    wide: true,
    act: inTurn(
      (stage) => stage.tap('逾期与欠费'),
      (stage) => stage.tapNamed('滞纳金：'),
    ),
  },
  {
    name: 'rules-row-limits',
    caption: '改分项上限',
    shows: rules('row'),
    starts: row('child_all_all'),
    as: BOSS,
    act: (stage) => stage.tapNamed('分项上限：'),
  },
  {
    name: 'rules-row-fixed-end',
    caption: '改固定到期日',
    shows: rules('row'),
    starts: row('child_all_all'),
    as: BOSS,
    act: (stage) => stage.tapNamed('固定到期日：'),
  },
  {
    name: 'rules-try-weeks',
    caption: '试一试 · 借期的日历',
    shows: rules('try'),
    as: BOSS,
    act: (stage) => stage.scrollBy(640),
  },
  { name: 'rules-try', caption: '试一试', shows: rules('try'), as: BOSS, wide: true },
  {
    name: 'rules-try-reader',
    caption: '试一试 · 读者和图书',
    shows: rules('try'),
    as: BOSS,
    wide: true,
    act: inTurn(
      (stage) => stage.type('按这位读者试', '331000000010', 'enter'),
      (stage) => stage.type('按这一册试', 'YX03320127', 'enter'),
    ),
  },
  { name: 'rules-calendar', caption: '开馆日历', shows: rules('calendar'), as: BOSS, wide: true },
  {
    name: 'rules-calendar-day',
    caption: '某一天',
    shows: rules('calendar'),
    as: BOSS,
    act: (stage) => stage.tapNamed('11月30日'),
  },
  {
    name: 'rules-calendar-close',
    caption: '登记闭馆',
    shows: rules('calendar'),
    as: BOSS,
    wide: true,
    act: (stage) => stage.tap('登记闭馆'),
  },
  {
    name: 'rules-calendar-closed',
    caption: '闭馆已登记',
    shows: rules('calendar'),
    as: BOSS,
    wide: true,
    act: inTurn(
      (stage) => stage.tap('登记闭馆'),
      (stage) => stage.type('空调检修', '台风', 'enter'),
      (stage) => stage.tap('闭馆并顺延'),
    ),
  },
  {
    name: 'rules-hours',
    caption: '每周开放时间',
    shows: rules('hours'),
    starts: `${rules('hours')}?branchId=children`,
    as: BOSS,
    wide: true,
  },
  {
    name: 'rules-hours-midday',
    caption: '每周开放时间 · 午间闭馆',
    shows: rules('hours'),
    starts: `${rules('hours')}?branchId=children`,
    as: BOSS,
    act: (stage) => stage.tap('开放的日子都午间闭馆'),
  },
  { name: 'rules-staff', caption: '馆员与岗位', shows: rules('staff'), as: BOSS, wide: true },
  { name: 'rules-staff-refused', caption: '馆员 · 没有岗位', shows: rules('staff'), as: LINHE },
  {
    name: 'rules-staff-one',
    caption: '一位馆员',
    shows: rules('staff'),
    as: BOSS,
    wide: true,
    act: (stage) => stage.tap('韩松'),
  },
  {
    name: 'safety-library',
    caption: '安全设置',
    shows: 'features/safety/pages/library/index',
    as: BOSS,
    wide: true,
  },
  {
    name: 'safety-mine',
    caption: '我的安全',
    shows: 'features/safety/pages/mine/index',
    as: LINHE,
    wide: true,
  },
  {
    name: 'safety-lost-phone',
    caption: '同事的手机丢了',
    shows: 'features/safety/pages/mine/index',
    as: LINHE,
    act: (stage) => stage.tap('停用同事的微信'),
  },
  { name: 'rules-jobs', caption: '自动任务', shows: rules('jobs'), as: BOSS, wide: true },
  { name: 'stocktake-none', caption: '盘点 · 还没有', shows: stocktake('list'), as: LINHE },
  {
    name: 'stocktake-start',
    caption: '盘点哪一段',
    shows: stocktake('list'),
    as: BOSS,
    wide: true,
    act: (stage) => stage.tap('开始盘点'),
  },
  {
    name: 'stocktake-count',
    caption: '逐册扫码',
    shows: stocktake('count'),
    starts: stocktake('list'),
    as: BOSS,
    wide: true,
    act: inTurn(startCounting, ...['YX00030110', 'YX03320127', 'NO-SUCH-BOOK', 'YX00010306'].map(scanCopy)),
  },
  { name: 'stocktake-list', caption: '盘点', shows: stocktake('list'), as: BOSS, wide: true },
  {
    name: 'stocktake-report',
    caption: '盘点结果',
    shows: stocktake('report'),
    starts: stocktake('list'),
    as: BOSS,
    wide: true,
    act: inTurn(startCounting, scanCopy('YX00030110'), (stage) => stage.tap('看结果')),
  },
];
