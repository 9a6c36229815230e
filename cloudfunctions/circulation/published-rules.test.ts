import { aBranch, aReader, anItem, anOpenLoan, knownLoans, aPolicy } from '../../tests/builders/documents';
import { lending, renewing } from '../../tests/scenarios/scenario';
import type { Rules } from '../documents';
import { addDays, instantOf } from '../kernel/local-date';
import { loanEnd, type LoanEnd } from './due-date';
import { fineFor } from './fines';
import { policyFor } from './policy';
import { publishedNames, publishedRules } from './published-rules';
import { recalledDue } from './recall';
import { shelfUntil } from './shelf-days';
import { suspendedUntil } from './suspension';

const calendar = { branch: aBranch(), calendars: [] };

const rulesAt = (library: string, readerCategory = 'adult', itemType = 'book'): Rules => {
  const set = publishedRules.find(({ id }) => id === library);
  const rows = (set?.rows ?? []).map((row, n) => ({
    ...aPolicy(),
    ...row,
    _id: `row-${n}`,
    branchId: '*',
    note: '',
  }));
  return policyFor(rows, { readerCategory, itemType, branchId: 'main' });
};

const lent = (of: Rules, on: string, at = '10:00'): LoanEnd =>
  loanEnd({ on, at: instantOf(on, at) }, of.loanPeriod, { ...calendar, rules: of, cardExpiresOn: null });

/** The new last day of a loan that is renewed on a day, or what stands against it. */
const again = (
  of: Rules,
  { from, due, on, renewals = 0 }: Record<'from' | 'due' | 'on', string> & { renewals?: number },
) =>
  renewing({
    rules: of,
    loan: anOpenLoan({ checkedOutOn: from, dueOn: due, renewals }),
    reader: aReader({ expiresOn: '2099-12-31' }),
    today: on,
    now: instantOf(on, '10:00'),
  });

const fineAfter = (of: Rules, daysLate: number): number => {
  const returnedOn = addDays('2026-06-01', daysLate);
  return fineFor({
    ...calendar,
    rule: of.fine,
    loan: { dueOn: '2026-06-01', dueAt: null, recall: null },
    price: 0,
    returnedOn,
    now: instantOf(returnedOn, '10:00'),
  }).amount;
};

const holding = (loans: number, of: Rules, itemType = 'book') =>
  lending({
    reader: aReader({ openLoans: knownLoans(loans, { itemType }) }),
    item: anItem({ itemType }),
    rules: of,
  });

describe('published rules of libraries', () => {
  it('are of kinds that have a name, one row a cell, each set with its source', () => {
    const known = (names: { id: string }[]) => ['*', ...names.map(({ id }) => id)];
    for (const { rows, source, leftOut } of publishedRules) {
      expect(source).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+/);
      expect(leftOut).not.toBe('');
      expect(new Set(rows.map(({ readerCategory, itemType }) => `${readerCategory} ${itemType}`)).size).toBe(
        rows.length,
      );
      for (const row of rows) {
        expect(known(publishedNames.readerCategories)).toContain(row.readerCategory);
        expect(known(publishedNames.itemTypes)).toContain(row.itemType);
      }
    }
    expect(publishedRules.length).toBeGreaterThanOrEqual(10);
  });

  it('Tsinghua: eight weeks from the day of each renewal, 224 days in all, nothing once it is late', () => {
    const of = rulesAt('tsinghua');
    expect(lent(of, '2026-03-01').dueOn).toBe('2026-04-26');
    expect(again(of, { from: '2026-03-01', due: '2026-04-26', on: '2026-04-20' })).toBe('2026-06-15');
    expect(again(of, { from: '2026-03-01', due: '2026-09-30', on: '2026-09-20', renewals: 4 })).toBe(
      '2026-10-11',
    );
    expect(again(of, { from: '2026-03-01', due: '2026-10-11', on: '2026-10-10', renewals: 5 })).toEqual([
      'loan_age_reached',
    ]);
    expect(again(of, { from: '2026-03-01', due: '2026-04-26', on: '2026-04-27' })).toEqual(['loan_overdue']);
    const short = rulesAt('tsinghua', 'adult', 'short_loan');
    expect(again(short, { from: '2026-03-01', due: '2026-03-26', on: '2026-03-25', renewals: 3 })).toBe(
      '2026-03-29',
    );
    expect([holding(99, of), holding(100, of)]).toEqual([[], ['loan_limit_reached']]);
  });

  it('Peking University: a month, five renewals, 48 hours for some books, nothing with five overdue', () => {
    const of = rulesAt('pku');
    expect(lent(of, '2026-01-31').dueOn).toBe('2026-02-28');
    const due = { from: '2026-01-31', due: '2026-07-28', on: '2026-07-20' };
    expect(again(of, { ...due, renewals: 4 })).toBe('2026-08-28');
    expect(again(of, { ...due, renewals: 5 })).toEqual(['renewal_limit_reached']);
    expect([4, 5].map((overdue) => lending({ rules: of, overdue }))).toEqual([[], ['loans_overdue']]);
    expect(holding(30, rulesAt('pku', 'visiting'))).toEqual(['loan_limit_reached']);
    expect(holding(5, rulesAt('pku', 'adult', 'course_reserve'), 'course_reserve')).toEqual([
      'part_limit_reached',
    ]);
    const short = rulesAt('pku', 'adult', 'short_loan');
    expect(short).toMatchObject({ loanPeriod: { count: 48, unit: 'hours' }, renewalLimit: 0 });
  });

  it('Zhejiang University: forty days, five fen a day, foreign books one yuan; a recall leaves eight days', () => {
    const of = rulesAt('zju_law');
    expect([fineAfter(of, 1), fineAfter(of, 10)]).toEqual([5, 50]);
    expect(fineAfter(rulesAt('zju_law', 'adult', 'foreign'), 10)).toBe(1000);
    const called = (checkedOutOn: string) =>
      recalledDue({
        loan: anOpenLoan({ checkedOutOn, dueOn: '2027-02-01', renewals: 1 }),
        rules: of,
        calendar,
        today: '2027-01-01',
        now: instantOf('2027-01-01', '20:00'),
      });
    expect([called('2026-10-20'), called('2026-12-20')]).toEqual(['2027-01-09', '2027-01-29']);
    expect(again(of, { from: '2026-01-01', due: '2026-02-10', on: '2026-02-01', renewals: 12 })).toBe(
      '2026-03-22',
    );
    expect(shelfUntil('2026-03-02', of, calendar)).toBe('2026-03-05');
  });

  it('Xi’an Jiaotong University: sixty days; 25, 20 and 10 books; one renewal', () => {
    const most = ['researcher', 'student', 'guest'].map((category) => rulesAt('xjtu', category).loanLimit);
    expect(most).toEqual([25, 20, 10]);
    expect(lent(rulesAt('xjtu', 'student'), '2026-03-01').dueOn).toBe('2026-04-30');
    const due = { from: '2026-03-01', due: '2026-04-30', on: '2026-04-20' };
    expect(again(rulesAt('xjtu'), { ...due, renewals: 1 })).toEqual(['renewal_limit_reached']);
  });

  it('Wuhan University, literature: each kind of reader for its days, one renewal of thirty', () => {
    const on = '2026-03-01';
    const due = ['teacher', 'doctoral', 'master', 'student'].map(
      (category) => lent(rulesAt('whu_literature', category), on).dueOn,
    );
    expect(due).toEqual(['2026-05-30', '2026-05-30', '2026-04-30', '2026-03-31']);
    const teacher = rulesAt('whu_literature', 'teacher');
    expect(again(teacher, { from: on, due: '2026-05-30', on: '2026-05-20' })).toBe('2026-06-29');
    expect(fineAfter(teacher, 7)).toBe(70);
    expect(holding(0, rulesAt('whu_literature', 'student', 'periodical'), 'periodical')).toEqual([
      'item_not_for_category',
    ]);
  });

  it('Wuhan University, philosophy: one yuan an hour for short loans; from one yuan on nothing is lent', () => {
    const of = rulesAt('whu_philosophy');
    const owing = (owes: number) => lending({ rules: of, reader: aReader({ owes }) });
    expect([owing(99), owing(100)]).toEqual([[], ['owes_too_much']]);
    const short = rulesAt('whu_philosophy', 'adult', 'short_loan');
    const late = fineFor({
      ...calendar,
      rule: short.fine,
      loan: { dueOn: '2026-06-01', dueAt: instantOf('2026-06-01', '12:00'), recall: null },
      price: 0,
      returnedOn: '2026-06-01',
      now: instantOf('2026-06-01', '14:30'),
    });
    expect(late.amount).toBe(300);
  });

  it('Hong Kong: fourteen days from the date of each of five renewals, 1.50 a day, 0.50 for children’s', () => {
    const of = rulesAt('hkpl');
    expect(again(of, { from: '2026-03-01', due: '2026-03-15', on: '2026-03-10', renewals: 4 })).toBe(
      '2026-03-24',
    );
    expect(again(of, { from: '2026-03-01', due: '2026-03-15', on: '2026-03-10', renewals: 5 })).toEqual([
      'renewal_limit_reached',
    ]);
    expect([fineAfter(of, 2), fineAfter(rulesAt('hkpl', 'adult', 'children'), 2)]).toEqual([300, 100]);
    expect([holding(9, of), holding(10, of)]).toEqual([[], ['loan_limit_reached']]);
  });

  it('Capital Library, children: 42 days and 28 more, ten fen a day up to twenty yuan, no adults’ books', () => {
    const of = rulesAt('beijing_child', 'child', 'children');
    expect(lent(of, '2026-03-01').dueOn).toBe('2026-04-12');
    expect(again(of, { from: '2026-03-01', due: '2026-04-12', on: '2026-04-12' })).toBe('2026-05-10');
    expect([199, 200, 201].map((late) => fineAfter(of, late))).toEqual([1990, 2000, 2000]);
    expect(holding(0, rulesAt('beijing_child', 'child'))).toEqual(['item_not_for_category']);
  });

  it('Ji-an: each day late stops borrowing for one', () => {
    const { suspension } = rulesAt('jian');
    const until = (daysOverdue: number) =>
      suspension && suspendedUntil({ rule: suspension, daysOverdue, before: null, today: '2026-03-01' });
    expect([0, 1, 9].map(until)).toEqual([null, '2026-03-02', '2026-03-10']);
  });

  it('Taipei University, languages: a week from the day, from two days before the end on', () => {
    const of = rulesAt('ntpu_language');
    const loan = { from: '2026-03-02', due: '2026-03-16' };
    expect(again(of, { ...loan, on: '2026-03-13' })).toEqual(['renewal_too_early']);
    expect(again(of, { ...loan, on: '2026-03-14' })).toBe('2026-03-21');
    expect(again(of, { ...loan, on: '2026-03-16' })).toBe('2026-03-23');
    expect(lent(rulesAt('ntpu_language', 'teacher'), '2026-03-02').dueOn).toBe('2026-03-23');
    expect(fineAfter(of, 3)).toBe(1500);
  });

  it('Madou: 28 days for books, 14 for children’s, periodicals and films; groups sixty and no renewal', () => {
    const due = ['book', 'children', 'periodical', 'audiovisual'].map(
      (type) => lent(rulesAt('madou', 'adult', type), '2026-03-01').dueOn,
    );
    expect(due).toEqual(['2026-03-29', '2026-03-15', '2026-03-15', '2026-03-15']);
    const group = rulesAt('madou', 'group');
    expect(lent(group, '2026-03-01').dueOn).toBe('2026-04-30');
    expect(again(group, { from: '2026-03-01', due: '2026-04-30', on: '2026-04-20' })).toEqual([
      'renewal_limit_reached',
    ]);
  });

  it('Mingchi: the first renewal online, the second at the desk, films at the desk alone', () => {
    const renewal = (of: Rules, online: boolean, renewals: number) =>
      renewing({
        rules: of,
        online,
        loan: anOpenLoan({ dueOn: '2026-12-01', renewals, renewalsOnline: renewals }),
      });
    const of = rulesAt('mcut');
    expect(renewal(of, true, 0)).toBe('2026-12-31');
    expect(renewal(of, true, 1)).toEqual(['online_renewal_limit_reached']);
    expect(renewal(of, false, 1)).toBe('2026-12-31');
    expect(renewal(of, false, 2)).toEqual(['renewal_limit_reached']);
    expect(renewal(rulesAt('mcut', 'adult', 'audiovisual'), true, 0)).toEqual([
      'online_renewal_limit_reached',
    ]);
  });
});
