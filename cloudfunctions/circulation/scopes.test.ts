import { aFine, aReader, aBranch, anItem, knownLoans, rules } from '../../tests/builders/documents';
import { holding, lending, renewed } from '../../tests/scenarios/scenario';
import type { FineRule, Rules } from '../documents';
import { fineFor } from './fines';

/** What a limit counts, what a block stops, and what caps which fine. */

describe('a limit of loans', () => {
  const at = (loanLimitCounts: Rules['loanLimitCounts'], loans: Parameters<typeof knownLoans>[1]) =>
    lending({
      reader: aReader({ openLoans: knownLoans(2, loans) }),
      item: anItem({ itemType: 'disc' }),
      branchId: 'main',
      rules: rules({ loanLimit: 2, loanLimitCounts }),
    });
  const here = { branchId: 'main', itemType: 'disc' };

  it('counts all, or what was lent at this branch, or what is of this type, or both', () => {
    const elsewhere = { ...here, branchId: 'garden' };
    const other = { ...here, itemType: 'book' };
    const reached = ['loan_limit_reached'];
    expect([here, elsewhere, other].map((loans) => at('all', loans))).toEqual([reached, reached, reached]);
    expect([here, elsewhere, other].map((loans) => at('branch', loans))).toEqual([reached, [], reached]);
    expect([here, elsewhere, other].map((loans) => at('type', loans))).toEqual([reached, reached, []]);
    expect([here, elsewhere, other].map((loans) => at('branch_and_type', loans))).toEqual([reached, [], []]);
  });

  it('of the reading room counts by the same', () => {
    const onSite = (branchId: string) =>
      lending({
        reader: aReader({ openLoans: knownLoans(1, { branchId, onSite: true }) }),
        onSite: true,
        rules: rules({ onSiteLimit: 1, loanLimitCounts: 'branch' }),
      });
    expect([onSite('main'), onSite('garden')]).toEqual([['on_site_limit_reached'], []]);
  });
});

describe('a block by staff', () => {
  const stopped = (stops?: 'borrowing' | 'holds') => {
    const reader = aReader({ block: { reason: '损坏', until: null, ...(stops && { stops }) } });
    return [lending({ reader }), renewed({ reader }), holding({ reader })];
  };
  const blocked = ['reader_blocked'];

  it('stops borrowing, renewing and holds, or borrowing and renewing alone, or holds alone', () => {
    expect(stopped()).toEqual([blocked, blocked, blocked]);
    expect(stopped('borrowing')).toEqual([blocked, blocked, []]);
    expect(stopped('holds')).toEqual([[], 'renewed', blocked]);
  });
});

describe('what a late loan costs at most', () => {
  const cost = (rule: Partial<FineRule>, { recalled = false, price = 0 } = {}) =>
    fineFor({
      rule: aFine({ amount: 100, ...rule }),
      loan: {
        dueOn: '2026-06-01',
        dueAt: null,
        recall: recalled ? { holdId: 'h', on: '2026-05-20', dueOnBefore: '2026-07-01' } : null,
      },
      price,
      branch: aBranch(),
      calendars: [],
      returnedOn: '2026-07-01',
      now: '2026-07-01T04:00:00.000Z',
    }).amount;

  it('has a cap of its own for recalled loans, else the same', () => {
    expect([cost({ cap: 1000 }), cost({ cap: 1000 }, { recalled: true })]).toEqual([1000, 1000]);
    const both = { cap: 1000, capWhenRecalled: 2000 };
    expect([cost(both), cost(both, { recalled: true })]).toEqual([1000, 2000]);
  });

  it('is the price, or what stands for an unknown one', () => {
    const byPrice = { capAtPrice: true, unknownPrice: 1500 };
    expect([cost(byPrice), cost(byPrice, { price: 800 })]).toEqual([1500, 800]);
    expect(cost({ capAtPrice: true })).toBe(3000);
    expect(cost({ capAtPrice: false, unknownPrice: 1500 })).toBe(3000);
  });
});
