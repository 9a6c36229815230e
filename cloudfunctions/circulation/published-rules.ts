import type { FineRule, Period, Rules } from '../documents';

/**
 * Rules that libraries have published, as rows of a matrix: a start for a library that wants to work like
 * one of them. The figures are theirs; what they do not say is not here and stays with the defaults, and what
 * cannot be said as a row is named.
 */
interface PublishedRules {
  id: string;
  library: string;
  /** Where the library says so itself. */
  source: string;
  /** What of its rules no row says. */
  leftOut: string;
  rows: PublishedRow[];
}

interface PublishedRow {
  readerCategory: string;
  itemType: string;
  rules: Partial<Rules>;
}

const days = (count: number): Period => ({ count, unit: 'days' });
const each = (amount: number, unit: Period['unit'], cap: number | null = null): FineRule => ({
  amount,
  per: { count: 1, unit },
  grace: null,
  graceWhenRecalled: false,
  amountWhenRecalled: null,
  cap,
  capAtPrice: false,
  closedDaysFree: false,
  amnesties: [],
});
const row = (rules: Partial<Rules>, readerCategory = '*', itemType = '*'): PublishedRow => ({
  readerCategory,
  itemType,
  rules,
});
const ofType = (itemType: string, rules: Partial<Rules>) => row(rules, '*', itemType);

/** "As often as one likes": no loan comes near it, and `longestLoanDays` ends it. */
const ANY_NUMBER = 999;

/** What the kinds of readers and copies are called that the rows name. */
export const publishedNames = {
  readerCategories: [
    { id: 'teacher', name: '教师' },
    { id: 'researcher', name: '教职工、研究生' },
    { id: 'doctoral', name: '博士生' },
    { id: 'master', name: '硕士生' },
    { id: 'student', name: '本科生' },
    { id: 'visiting', name: '访问学者、进修教师' },
    { id: 'guest', name: '校外、短期读者' },
    { id: 'child', name: '少儿' },
    { id: 'group', name: '团体' },
  ],
  itemTypes: [
    { id: 'book', name: '图书' },
    { id: 'children', name: '少儿图书' },
    { id: 'periodical', name: '期刊' },
    { id: 'audiovisual', name: '音像' },
    { id: 'foreign', name: '外文原版、港台图书' },
    { id: 'short_loan', name: '短期出借图书' },
    { id: 'course_reserve', name: '教学参考书' },
  ],
};

export const publishedRules: PublishedRules[] = [
  {
    id: 'tsinghua',
    library: '清华大学图书馆',
    source: 'lib.tsinghua.edu.cn/newstudents/bks/jhs.htm',
    leftOut: '有人预约时续借改为调整还期；逾期使用费的数额',
    rows: [
      row({
        loanLimit: 100,
        loanPeriod: days(56),
        renewalLimit: ANY_NUMBER,
        renewalPeriod: days(56),
        renewalBase: 'today',
        longestLoanDays: 224,
        renewalWhenOverdue: 'not_this',
      }),
      ofType('short_loan', { loanPeriod: days(7), renewalPeriod: days(7), longestLoanDays: 28 }),
    ],
  },
  {
    id: 'pku',
    library: '北京大学图书馆',
    source: 'lib.pku.edu.cn/en/5jlhd/55gzz_2/558wjcshq_2/index.htm',
    leftOut: '馆际互借单位；各阅览室另行公布的规定',
    rows: [
      row({
        loanLimit: 60,
        loanPeriod: { count: 1, unit: 'months' },
        renewalLimit: 5,
        renewalWhenHeld: 'never',
        holdLimit: 60,
        overdueLimit: 5,
        limits: [{ most: 5, itemTypes: ['course_reserve'] }],
      }),
      row({ loanLimit: 30, holdLimit: 30 }, 'visiting'),
      row({ loanLimit: 10, holdLimit: 10, limits: [{ most: 1, itemTypes: ['foreign'] }] }, 'guest'),
      ofType('short_loan', { loanPeriod: { count: 48, unit: 'hours' }, renewalLimit: 0 }),
    ],
  },
  {
    id: 'zju_law',
    library: '浙江大学图书馆（法学分馆）',
    source: 'lawlib.zju.edu.cn/redir.php?catalog_id=447；lib.zju.edu.cn/s/lib/rav2/agreement',
    leftOut: '样本图书另算的预约册数；催还过期的册数上限',
    rows: [
      row({
        loanLimit: 60,
        loanPeriod: days(40),
        renewalLimit: ANY_NUMBER,
        longestLoanDays: 999,
        renewalWhenHeld: 'never',
        renewalWhenOverdue: 'none',
        holdLimit: 30,
        holdShelfDays: 3,
        fine: each(5, 'days'),
        recall: { guaranteedDays: 40, noticeDays: 8 },
      }),
      row({ loanLimit: 5 }, 'guest'),
      ofType('foreign', { renewalLimit: 1, renewalPeriod: days(40), fine: each(100, 'days') }),
    ],
  },
  {
    id: 'xjtu',
    library: '西安交通大学图书馆',
    source: 'web.lib.xjtu.edu.cn/info/1232/13842.htm',
    leftOut: '逾期的处理（另文公布）',
    rows: [
      row({ loanLimit: 10, loanPeriod: days(60), holdLimit: 1, renewalLimit: 1 }),
      row({ loanLimit: 25 }, 'researcher'),
      row({ loanLimit: 20 }, 'student'),
    ],
  },
  {
    id: 'whu_literature',
    library: '武汉大学文学院资源中心',
    source: 'wxyzhzyzx.whu.edu.cn/about.php?cid=7',
    leftOut: '需要时催还（没有写明天数）',
    rows: [
      row({ renewalLimit: 1, renewalPeriod: days(30), fine: each(10, 'days') }),
      row({ loanLimit: 15, loanPeriod: days(90) }, 'teacher'),
      row({ loanLimit: 10, loanPeriod: days(90) }, 'doctoral'),
      row({ loanLimit: 8, loanPeriod: days(60) }, 'master'),
      row({ loanLimit: 3, loanPeriod: days(30) }, 'student'),
      ofType('periodical', { lendable: false }),
    ],
  },
  {
    id: 'whu_philosophy',
    library: '武汉大学哲学学院图书分馆',
    source: 'philosophy.whu.edu.cn/info/1099/4474.htm',
    leftOut: '册数与借期（没有写明）',
    rows: [
      // From one yuan on nothing is lent, renewed or held: owing more than 0.99.
      row({ fine: each(10, 'days'), debtLimit: 99 }),
      ofType('short_loan', { fine: each(100, 'hours') }),
    ],
  },
  {
    id: 'hkpl',
    library: '香港公共图书馆（金额为港元）',
    source: 'hkpl.gov.hk/en/about-us/intro/summary-rule.html',
    leftOut: '全借过期杂志时的另一上限；附件各算一项',
    rows: [
      row({
        loanLimit: 10,
        loanPeriod: days(14),
        renewalLimit: 5,
        renewalPeriod: days(14),
        renewalBase: 'today',
        renewalWhenHeld: 'never',
        fine: each(150, 'days'),
      }),
      ofType('children', { fine: each(50, 'days') }),
    ],
  },
  {
    id: 'beijing_child',
    library: '首都图书馆（少儿阅享证）',
    source: 'kids.clcn.net.cn/service/3；xslib.net/tnewsview.php?newsid=3669',
    leftOut: '未升级的旧证',
    rows: [
      row(
        {
          loanLimit: 15,
          loanPeriod: days(42),
          renewalLimit: 1,
          renewalPeriod: days(28),
          renewalWhenOverdue: 'not_this',
          deposit: 0,
          fine: each(10, 'days', 2000),
        },
        'child',
      ),
      row({ lendable: false }, 'child', 'book'),
    ],
  },
  {
    id: 'jian',
    library: '花莲县吉安乡立图书馆',
    source: 'library.ji-an.gov.tw/Services/Provision',
    leftOut: '补证的等候天数',
    rows: [
      row({
        loanLimit: 10,
        loanPeriod: days(28),
        renewalLimit: 1,
        suspension: { daysPerDay: 1, graceDays: 0, most: null },
      }),
    ],
  },
  {
    id: 'ntpu_language',
    library: '台北大学语言中心（金额为新台币）',
    source: 'lc.ntpu.edu.tw/web/resource/regulation.jsp',
    leftOut: '逾期累计 30 天停借',
    rows: [
      row({
        loanLimit: 3,
        loanPeriod: days(14),
        renewalLimit: 1,
        renewalPeriod: days(7),
        renewalBase: 'today',
        renewalWindowDays: 2,
        renewalWhenOverdue: 'not_this',
        renewalWhenHeld: 'never',
        holdLimit: 3,
        holdShelfDays: 3,
        holdShelfCounts: 'open_days',
        fine: each(500, 'days'),
        deposit: 50_000,
      }),
      row({ loanLimit: 6, loanPeriod: days(21), holdLimit: 6 }, 'teacher'),
      ofType('audiovisual', { lendable: false }),
    ],
  },
  {
    id: 'madou',
    library: '台南市麻豆区图书馆',
    source: 'madou.tainan.gov.tw/cp.aspx?n=25634&s=9087',
    leftOut: '逾期一册一天记一点，满 60 点停借 60 天',
    rows: [
      row({
        loanLimit: 20,
        loanPeriod: days(28),
        renewalLimit: 1,
        holdLimit: 5,
        holdShelfDays: 7,
        holdShelfCounts: 'calendar_days',
      }),
      row({ loanLimit: 200, loanPeriod: days(60), renewalLimit: 0 }, 'group'),
      ofType('children', { loanPeriod: days(14) }),
      ofType('periodical', { loanPeriod: days(14) }),
      ofType('audiovisual', { loanPeriod: days(14) }),
    ],
  },
  {
    id: 'mcut',
    library: '明志科技大学图书馆',
    source: 'lis.mcut.edu.tw/p/16-1013-60756.php',
    leftOut: '借期（另文公布）',
    rows: [
      row({
        loanLimit: 20,
        renewalLimit: 2,
        onlineRenewalLimit: 1,
        renewalWhenOverdue: 'not_this',
        renewalWhenHeld: 'never',
      }),
      ofType('audiovisual', { onlineRenewalLimit: 0 }),
    ],
  },
];
