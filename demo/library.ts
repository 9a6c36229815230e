import type { LocalDate } from '../typings/contract/shapes';
import type { BranchDocument, SettingDocument } from '../cloudfunctions/documents';
import { addDays } from '../cloudfunctions/kernel/local-date';
import templates from './templates.json';

/** 云溪市 is an invented city; its library exists nowhere but here. */
const LIBRARY_NAME = '云溪市图书馆';
export const CARD_PREFIX = '3310';
/** Days after which the log no longer names a reader. */
export const ANONYMISE_AFTER_DAYS = 30;

const long = { from: '09:00', to: '21:00' };
const day = { from: '09:30', to: '17:30' };
const neighbourhood = { from: '07:00', to: '22:30' };

/**
 * Three branches: the long-open main library, the children's library closed on Mondays, a reading room among
 * homes closed on public holidays.
 */
export const branchesOn = (today: LocalDate): BranchDocument[] => [
  {
    _id: 'main',
    name: '总馆',
    address: '云溪市栖霞路 88 号',
    phone: '0579-88000001',
    location: { latitude: 29.0893, longitude: 119.6474 },
    transport: '公交 8 路、21 路“图书馆”站；地铁 1 号线栖霞路站 B 口步行 5 分钟',
    floors: [
      { name: '一层', what: '总服务台、新书、报刊、自助借还' },
      { name: '二层', what: '文学、艺术' },
      { name: '三层', what: '社会科学、自然科学、外文' },
      { name: '四层', what: '地方文献、阅览' },
      { name: '五层', what: '报告厅、书吧' },
    ],
    pickUp: true,
    weeklyHours: [long, long, long, long, long, long, long],
    exceptions: {
      [addDays(today, 20)]: { open: null, why: '空调系统检修，闭馆一天' },
      [addDays(today, 6)]: { open: { from: '09:00', to: '17:00' }, why: '晚间举办读者年会，提前闭馆' },
    },
    closedOnPublicHolidays: false,
    order: 1,
  },
  {
    _id: 'children',
    name: '少年儿童馆',
    address: '云溪市桃源街 12 号',
    phone: '0579-88000002',
    pickUp: true,
    weeklyHours: [day, null, day, day, day, day, day],
    exceptions: { [addDays(today, 13)]: { open: null, why: '馆舍消毒与玩具清洗' } },
    closedOnPublicHolidays: false,
    order: 2,
  },
  {
    _id: 'linhe',
    name: '临河社区分馆',
    address: '云溪市临河里 3 幢一层',
    phone: '0579-88000003',
    pickUp: true,
    weeklyHours: Array.from({ length: 7 }, () => neighbourhood),
    exceptions: {},
    closedOnPublicHolidays: true,
    order: 3,
  },
];

/** Who may set which refusal aside. */
const OVERRIDES = {
  loan_limit_reached: 'circulation',
  part_limit_reached: 'circulation',
  loans_overdue: 'circulation',
  owes_too_much: 'circulation',
  item_needed_for_holds: 'circulation',
  renewal_limit_reached: 'circulation',
  renewal_too_early: 'circulation',
  loan_overdue: 'circulation',
  others_waiting: 'manager',
  booked_ahead: 'manager',
  due_date_too_late: 'manager',
  item_held_for_another: 'manager',
  card_expired: 'manager',
  reader_blocked: 'manager',
  reader_suspended: 'manager',
  item_not_for_loan: 'manager',
  too_young: 'manager',
} as const;

/** `cardKey` signs card codes: a real library makes its own at random; the demo's is known to everybody. */
export const settingsWith = (lastCard: number): SettingDocument[] => [
  {
    _id: 'library',
    name: LIBRARY_NAME,
    cardPrefix: CARD_PREFIX,
    cardYears: 5,
    dueSoonDays: 3,
    overdueSteps: [1, 7, 30],
    readerCategories: [
      { id: 'adult', name: '成人' },
      { id: 'child', name: '少儿' },
      { id: 'senior', name: '长者' },
      { id: 'student', name: '学生' },
      { id: 'researcher', name: '研究' },
    ],
    itemTypes: [
      { id: 'book', name: '图书' },
      { id: 'children', name: '少儿图书' },
      { id: 'periodical', name: '期刊' },
      { id: 'audiovisual', name: '音像' },
      { id: 'reading_room', name: '阅览本' },
    ],
    childrenTypes: ['children'],
    reviewsApplications: 'none',
    // The invented city has the category that WeChat asks for.
    openContent: { reviews: true, lists: true },
    deliveries: {
      ...{ open: true, linkDays: 7, linkOpens: 5 },
      ...{ agreeDays: 7, askedDays: 2, searchDays: 14, handOverDays: 3 },
    },
    ...{ profiles: { open: true }, announcements: { open: true }, articles: { open: true, clips: true } },
    events: { lives: ['contest', 'reading_aloud', 'drifting', 'donation'] },
    anonymiseAfterDays: ANONYMISE_AFTER_DAYS,
    overrides: { ...OVERRIDES },
    templates: Object.fromEntries(
      templates.map(({ topic, templateId, values }) => [topic, { templateId, fields: values }]),
    ),
  },
  // Whoever tries things out is not asked for a PIN before they switch it on.
  { _id: 'safety', deskAccepts: 'number', asksAgain: { on: false, minutes: 5 }, keyDays: 30 },
  { _id: 'card-key', key: 'demo-key-of-yunxi-not-a-secret-0001' },
  { _id: 'card-counter', last: lastCard },
  { _id: 'receipt-counter', last: 1 },
];
