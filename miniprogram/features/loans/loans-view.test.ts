import type { Loan } from '../../../typings/contract';
import { loanRow, loansView, pastRows, renewedAll } from './loans-view';

const today = '2026-11-22';

function aLoan(change: Partial<Loan> = {}): Loan {
  return {
    loanId: 'l1',
    title: {
      titleId: 't1',
      title: '活着',
      authors: '余华',
      publisher: '作家出版社',
      year: 2012,
      clc: 'I247.57',
    },
    barcode: 'B1',
    branchName: '中心馆',
    checkedOutOn: '2026-10-27',
    dueOn: '2026-11-26',
    daysLeft: 4,
    dueSoon: false,
    renewals: { used: 0, limit: 1 },
    claimedReturned: false,
    onSite: false,
    fineToday: 0,
    renewal: { allowed: true, newDueOn: '2026-12-26' },
    ...change,
  };
}
const refusedLoan = aLoan({
  loanId: 'l2',
  renewals: { used: 1, limit: 1 },
  renewal: {
    allowed: false,
    because: [
      { code: 'renewal_limit_reached', renewed: 1, limit: 1 },
      { code: 'others_waiting', waiting: 2, free: 0 },
    ],
  },
});

test('a loan that can be renewed says until when', () => {
  expect(loanRow(aLoan(), today)).toMatchObject({
    renewable: true,
    renewTo: '可续至 12月26日 周六',
    used: '',
  });
});

test('a loan that cannot be renewed gives all reasons at once', () => {
  const row = loanRow(refusedLoan, today);
  expect(row.renewable).toBe(false);
  expect(row.because.map(({ code }) => code)).toEqual(['renewal_limit_reached', 'others_waiting']);
  expect(row.why).toBe('已续借 1/1 次，不能再续。');
});

test('the list counts what can be renewed and what is overdue', () => {
  const view = loansView({ list: [aLoan(), refusedLoan, aLoan({ daysLeft: -1 })], limit: 20 }, today);
  expect(view).toMatchObject({ count: '在借 3/20 册', renewableCount: 2, overdueCount: 1 });
});

test('renewing all tells the soonest new due date and each refusal', () => {
  const told = renewedAll(
    {
      renewed: [aLoan({ dueOn: '2026-12-26' }), aLoan({ dueOn: '2026-12-20' })],
      refused: [{ loan: refusedLoan, because: [{ code: 'loan_overdue', days: 3 }] }],
    },
    today,
  );
  expect(told.line).toBe('续借成功 2 册，最早 12月20日 周日到期；1 册未能续借。');
  expect(told.refused[0]?.because[0]?.text).toContain('逾期 3 天');
  expect(renewedAll({ renewed: [], refused: [] }, today).line).toBe('没有可以续借的书。');
});

test('a recalled loan says from which day to which, a claimed one that it is looked for', () => {
  const recalled = loanRow(
    aLoan({ dueOn: '2026-11-26', recalled: { on: '2026-11-20', dueOnBefore: '2026-12-10' } }),
    today,
  );
  expect(recalled.marks[0]).toMatchObject({ text: '已召回' });
  expect(recalled.marks[0]?.note).toContain('由 12月10日 提前到 11月26日');
  expect(loanRow(aLoan({ claimedReturned: true }), today).marks.map(({ text }) => text)).toEqual(['查找中']);
  expect(loanRow(aLoan(), today).marks).toEqual([]);
});

test('a loan in hours is due at its hour, and can be renewed to an hour', () => {
  const row = loanRow(
    aLoan({
      dueAt: '2026-11-22T09:00:00.000Z',
      dueOn: '2026-11-22',
      daysLeft: 0,
      onSite: true,
      renewal: { allowed: true, newDueOn: '2026-11-22', newDueAt: '2026-11-22T12:00:00.000Z' },
    }),
    today,
  );
  expect(row).toMatchObject({ due: '今天 17:00 到期', renewTo: '可续至 今天 20:00' });
  expect(row.marks.map(({ key }) => key)).toEqual(['onSite']);
});

test('what bringing it back today would cost is told before it is brought back', () => {
  expect(loanRow(aLoan({ daysLeft: -4, fineToday: 120 }), today).fine).toBe('今天还需付 ¥1.20');
  expect(loanRow(aLoan(), today).fine).toBe('');
});

test('a reader without a limit is told the number alone', () => {
  expect(loansView({ list: [aLoan()], limit: null }, today).count).toBe('在借 1 册');
});

test('a past loan tells from when to when', () => {
  const { title } = aLoan();
  expect(
    pastRows([{ loanId: 'l', title, checkedOutOn: '2025-12-20', returnedOn: '2026-01-10' }], today)[0]?.when,
  ).toBe('2025年12月20日 借，1月10日 还');
});
