import type { Loan } from '../../../typings/contract';
import { loanRow, loansView, renewedAll } from './loans-view';

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
    renewals: { used: 0, limit: 1 },
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
