import type { FineRule, Period, PolicyDocument, Rules } from '../cloudfunctions/documents';

const days = (count: number): Period => ({ count, unit: 'days' });
const hours = (count: number): Period => ({ count, unit: 'hours' });
/**
 * A row for everybody, everything, everywhere unless told; named after its cell, as the editor names rows.
 */
const row = (
  { reader = '*', type = '*', branch = '*' }: { reader?: string; type?: string; branch?: string },
  note: string,
  rules: Partial<Rules>,
): PolicyDocument => ({
  _id: [reader, type, branch].map((part) => (part === '*' ? 'all' : part)).join('_'),
  readerCategory: reader,
  itemType: type,
  branchId: branch,
  note,
  rules,
});

/** ¥0.10 a day, ¥10 a copy at most, nothing in April: as city libraries of China publish it. */
const fine: FineRule = {
  amount: 10,
  per: days(1),
  grace: null,
  graceWhenRecalled: false,
  amountWhenRecalled: 50,
  cap: 1000,
  capAtPrice: true,
  closedDaysFree: true,
  amnesties: [{ from: '04-01', to: '04-30', why: '四月读书月' }],
};

/** What a whole number of the house's short loans have in common. */
const shortLoan: Partial<Rules> = { loanPeriod: days(15), renewalLimit: 0 };

/**
 * The rules of the demo library. A row gives only what it changes; for each field the most specific row wins,
 * so a row for a reader category goes before one for a type. docs/policies.md explains every field.
 */
export const policies: PolicyDocument[] = [
  row({}, '《云溪市图书馆借阅规则》第三章', {
    loanPeriod: days(30),
    dueDateMode: 'next_open_day',
    loanLimit: 20,
    onSiteLimit: 3,
    renewalLimit: 1,
    renewalPeriod: days(30),
    holdLimit: 5,
    holdShelfDays: 3,
    noShow: { count: 3, inARow: true, withinDays: null, blockDays: 5 },
    fine,
    overdueLimit: 1,
    debtLimit: 1000,
    childrenDebtLimit: 2000,
    loss: { timesPrice: 1, withoutPrice: 3000, processing: 0, refundDays: 90, withLateFine: true },
    recall: { guaranteedDays: 14, noticeDays: 7 },
  }),

  row({ reader: 'child' }, '少儿证：图书 10 册，另可借期刊、音像共 4 册', {
    loanLimit: null,
    limits: [
      { most: 10, itemTypes: ['book', 'children'] },
      { most: 4, itemTypes: ['periodical', 'audiovisual'] },
    ],
    holdLimit: 3,
    recall: null,
  }),
  row({ reader: 'senior' }, '长者免收滞纳金', { fine: null }),
  row({ reader: 'student' }, '学生证：预约可多几本', { holdLimit: 8, holdLookAheadDays: 3 }),
  row({ reader: 'researcher' }, '研究证：40 册、60 天、可续两次', {
    loanLimit: 40,
    loanPeriod: days(60),
    renewalLimit: 2,
    renewalPeriod: days(60),
    holdLimit: 10,
  }),

  row({ type: 'periodical' }, '期刊借期短，不续借，同时最多 6 册', {
    ...shortLoan,
    limits: [{ most: 6, itemTypes: ['periodical'] }],
    recall: null,
  }),
  row({ type: 'audiovisual' }, '音像资料每天 0.5 元，同时最多 6 件', {
    ...shortLoan,
    limits: [{ most: 6, itemTypes: ['audiovisual'] }],
    fine: { ...fine, amount: 50 },
    recall: null,
    transferable: false,
  }),
  row({ type: 'reading_room' }, '阅览本只在馆内用，4 小时，闭馆前归还', {
    loanPeriod: hours(4),
    endsAtClosing: true,
    renewalLimit: 0,
    holdLimit: 0,
    fine: null,
    recall: null,
    transferable: false,
  }),

  // A category goes before a type: what a researcher has longer is books alone.
  row({ reader: 'researcher', type: 'periodical' }, '研究证借期刊同其他读者', shortLoan),
  row({ reader: 'researcher', type: 'audiovisual' }, '研究证借音像同其他读者', shortLoan),
  row({ reader: 'researcher', type: 'reading_room' }, '研究证可把阅览本用一整天', {
    loanPeriod: hours(10),
    renewalLimit: 0,
    holdLimit: 0,
  }),

  row({ branch: 'linhe' }, '社区分馆阅览区小，馆内同时 2 册', { onSiteLimit: 2 }),
];
