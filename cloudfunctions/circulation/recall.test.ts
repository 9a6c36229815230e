import fc from 'fast-check';
import { aBranch, anItem, anOpenLoan, closedDays, onLoan, rules } from '../../tests/builders/documents';
import { addDays, instantOf } from '../kernel/local-date';
import {
  itemToRecall,
  recallCancelled,
  recalled,
  recalledDue,
  refusalsToRecall,
  type RecallFacts,
} from './recall';

const facts = (changes: Partial<RecallFacts> = {}): RecallFacts => ({
  loan: anOpenLoan({ checkedOutOn: '2026-11-01', dueOn: '2026-12-01' }),
  rules: rules({ recall: { guaranteedDays: 10, noticeDays: 7 } }),
  calendar: { branch: aBranch(), calendars: [] },
  today: '2026-11-05',
  now: instantOf('2026-11-05', '10:00'),
  ...changes,
});
const on = (today: string) => ({ today, now: instantOf(today, '10:00') });

describe('a recalled loan', () => {
  it('ends with its guaranteed days or the days of notice, whichever end later', () => {
    expect(recalledDue(facts(on('2026-11-03')))).toBe('2026-11-11');
    expect(recalledDue(facts(on('2026-11-04')))).toBe('2026-11-11');
    expect(recalledDue(facts(on('2026-11-05')))).toBe('2026-11-12');
  });
  it('ends by the calendar', () => {
    const branch = aBranch({ exceptions: closedDays('2026-11-12') });
    const next = rules({ recall: { guaranteedDays: 10, noticeDays: 7 }, dueDateMode: 'next_open_day' });
    expect(recalledDue(facts({ calendar: { branch, calendars: [] }, rules: next }))).toBe('2026-11-13');
  });
  it('is never due later than it was', () => {
    expect(recalledDue(facts(on('2026-11-24')))).toBe('2026-12-01');
    expect(recalledDue(facts(on('2026-11-23')))).toBe('2026-11-30');
  });
  it('keeps its end when it is overdue or counts in hours', () => {
    expect(recalledDue(facts(on('2026-12-02')))).toBe('2026-12-01');
    const hourly = anOpenLoan({ dueOn: '2026-12-01', dueAt: instantOf('2026-12-01', '16:00') });
    expect(recalledDue(facts({ loan: hourly }))).toBe('2026-12-01');
  });
  it('is refused where it gains nothing, where it is not done, and twice', () => {
    const codes = (changes: Partial<RecallFacts>) => refusalsToRecall(facts(changes)).map(({ code }) => code);
    expect(codes({})).toEqual([]);
    expect(codes(on('2026-11-24'))).toEqual(['recall_gains_nothing']);
    expect(codes({ rules: rules() })).toEqual(['recall_not_offered']);
    expect(codes({ loan: anOpenLoan({ onSite: true }) })).toEqual(['loan_on_site']);
    expect(codes({ loan: anOpenLoan({ claimedReturnedAt: '2026-11-02T00:00:00.000Z' }) })).toEqual([
      'loan_claimed_returned',
    ]);
    expect(codes({ loan: recalled(facts(), 'hold-1') })).toEqual(['loan_recalled']);
  });
  it('has its last day back when nobody wants it any more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        (guaranteedDays, noticeDays) => {
          const of = facts({ rules: rules({ recall: { guaranteedDays, noticeDays } }) });
          const asked = recalled(of, 'hold-1');
          expect(asked.recall).toEqual({ holdId: 'hold-1', on: '2026-11-05', dueOnBefore: '2026-12-01' });
          expect(asked.dueOn <= of.loan.dueOn).toBe(true);
          expect(asked.dueOn >= of.today).toBe(true);
          expect(recallCancelled(asked)).toEqual(of.loan);
        },
      ),
    );
    expect(recallCancelled(anOpenLoan())).toEqual(anOpenLoan());
  });
  it('is that of the copy due soonest, of those that can be asked for', () => {
    const lent = (_id: string, day: number, changes = {}) =>
      onLoan(anItem({ _id }), anOpenLoan({ dueOn: addDays('2026-12-01', day), ...changes }));
    const first = lent('A', 0, { recall: { holdId: 'h', on: '2026-11-02', dueOnBefore: '2026-12-20' } });
    const second = lent('B', 1, { claimedReturnedAt: '2026-11-02T00:00:00.000Z' });
    const items = [lent('D', 3), lent('C', 2), first, second, anItem({ _id: 'E' })];
    expect(itemToRecall(items)?._id).toBe('C');
    expect(itemToRecall([first, second, anItem()])).toBeUndefined();
  });
});
