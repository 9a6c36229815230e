import type { LocalDate } from '../typings/contract/answer';
import type { BranchDocument, PolicyDocument, SettingDocument } from '../cloudfunctions/documents';
import { addDays } from '../cloudfunctions/kernel/local-date';
import templates from './templates.json';

/** 云溪市 is an invented city; its library exists nowhere but here. */
export const LIBRARY_NAME = '云溪市图书馆';
export const CARD_PREFIX = '3310';

const long = { from: '09:00', to: '21:00' };
const day = { from: '09:30', to: '17:30' };
const neighbourhood = { from: '07:00', to: '22:30' };

/** Three branches: the long-open main library, the children's library closed on Mondays, a reading room among homes closed on public holidays. */
export const branchesOn = (today: LocalDate): BranchDocument[] => [
  {
    _id: 'main',
    name: '总馆',
    address: '云溪市栖霞路 88 号',
    phone: '0579-88000001',
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

const policy = (
  readerCategory: PolicyDocument['readerCategory'],
  itemType: PolicyDocument['itemType'],
  own: Partial<PolicyDocument> = {},
): PolicyDocument => ({
  _id: `${readerCategory}_${itemType}_*`.replaceAll('*', 'all'),
  readerCategory,
  itemType,
  branchId: '*',
  loanDays: 30,
  loanLimit: 20,
  renewalLimit: 1,
  renewalDays: 30,
  renewalWindowDays: null,
  renewalBase: 'due',
  holdLimit: 5,
  holdShelfDays: 3,
  holdsOnShelf: true,
  overdueLimit: 1,
  dueDateMode: 'next_open_day',
  ...own,
});

const shortLoan = { loanDays: 15, renewalLimit: 0 } as const;

/** The rules of a Chinese city library: 20 books, 30 days, one renewal of 30 days. */
export const policies: PolicyDocument[] = [
  policy('*', '*'),
  policy('child', '*', { loanLimit: 10, holdLimit: 3 }),
  policy('researcher', '*', { loanLimit: 40, loanDays: 60, renewalLimit: 2, holdLimit: 10 }),
  policy('*', 'periodical', shortLoan),
  policy('*', 'audiovisual', shortLoan),
  policy('child', 'periodical', { ...shortLoan, loanLimit: 10, holdLimit: 3 }),
  policy('child', 'audiovisual', { ...shortLoan, loanLimit: 10, holdLimit: 3 }),
];

/** `cardKey` signs card codes: a real library makes its own at random; the demo's is known to everybody. */
export const settingsWith = (lastCard: number): SettingDocument[] => [
  {
    _id: 'library',
    name: LIBRARY_NAME,
    cardPrefix: CARD_PREFIX,
    cardYears: 5,
    dueSoonDays: 3,
    templates: Object.fromEntries(
      templates.map(({ topic, templateId, values }) => [topic, { templateId, fields: values }]),
    ),
  },
  { _id: 'card-key', key: 'demo-key-of-yunxi-not-a-secret-0001' },
  { _id: 'card-counter', last: lastCard },
];
