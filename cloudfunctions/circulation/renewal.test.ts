import {
  aBranch,
  aReader,
  aWaitingHold,
  anItem,
  anOpenLoan,
  closedOn,
  rules,
  callsOn,
  copiesOnShelf,
} from '../../tests/builders/documents';
import { instantOf } from '../kernel/local-date';
import { renewalOf, renewedEnd, type RenewalFacts } from './renewal';

const facts = (changes: Partial<RenewalFacts> = {}): RenewalFacts => ({
  loan: anOpenLoan(),
  item: anItem(),
  reader: aReader(),
  rules: rules(),
  queue: [],
  callsBy: callsOn('2026-11-22'),
  shelf: [],
  otherOverdue: 0,
  online: false,
  calendar: { branch: aBranch(), calendars: [] },
  today: '2026-11-22',
  now: '2026-11-22T02:00:00.000Z',
  ...changes,
});
const because = (changes: Partial<RenewalFacts>) => {
  const renewal = renewalOf(facts(changes));
  return renewal.allowed ? [] : renewal.because.map((refusal) => refusal.code);
};
const newDueOn = (changes: Partial<RenewalFacts>) => {
  const renewal = renewalOf(facts(changes));
  return renewal.allowed ? renewal.newDueOn : renewal.because;
};
const on = (today: string) => ({ today, now: instantOf(today, '10:00') });

describe('renewal', () => {
  it('adds the period to the due date, or to today', () => {
    expect(renewalOf(facts())).toEqual({ allowed: true, newDueOn: '2026-12-31' });
    expect(newDueOn({ rules: rules({ renewalBase: 'today' }) })).toBe('2026-12-22');
  });
  it('moves off a closed day as the loan did', () => {
    const calendar = { branch: aBranch({ weeklyHours: closedOn(4) }), calendars: [] };
    expect(newDueOn({ calendar, rules: rules({ dueDateMode: 'next_open_day' }) })).toBe('2027-01-01');
  });
  it('is as long as the loan where the rules name no time of its own', () => {
    const fortnight = { loanPeriod: { count: 14, unit: 'days' as const } };
    expect(newDueOn({ rules: rules(fortnight) })).toBe('2026-12-15');
    expect(newDueOn({ rules: rules({ ...fortnight, renewalPeriod: { count: 7, unit: 'days' } }) })).toBe(
      '2026-12-08',
    );
  });
  it('never leaves a loan overdue: where the old last day is too long ago it counts from today', () => {
    const late = rules({ renewalWhenOverdue: 'allowed', renewalPeriod: { count: 7, unit: 'days' } });
    expect(newDueOn({ rules: late, ...on('2026-12-07') })).toBe('2026-12-08');
    expect(newDueOn({ rules: late, ...on('2026-12-08') })).toBe('2026-12-15');
  });
  it('that is refused would end by the rules all the same', () => {
    const refused = facts({ loan: anOpenLoan({ renewals: 1 }) });
    expect(renewalOf(refused).allowed).toBe(false);
    expect(renewedEnd(refused)).toEqual({ dueOn: '2026-12-31', dueAt: null });
  });
  it('of a loan in hours ends at a moment', () => {
    const loan = anOpenLoan({ dueOn: '2026-11-22', dueAt: instantOf('2026-11-22', '14:00') });
    const hourly = rules({ renewalPeriod: { count: 2, unit: 'hours' } });
    expect(renewalOf(facts({ loan, rules: hourly }))).toEqual({
      allowed: true,
      newDueOn: '2026-11-22',
      newDueAt: instantOf('2026-11-22', '16:00'),
    });
    const late = { today: '2026-11-22', now: instantOf('2026-11-22', '14:01') };
    expect(because({ loan, rules: hourly, ...late })).toEqual(['loan_overdue']);
    const closing = anOpenLoan({ dueOn: '2026-11-22', dueAt: instantOf('2026-11-22', '21:00') });
    expect(because({ loan: closing, rules: hourly })).toEqual(['renewal_gains_nothing']);
  });
  it('stops at the limit', () => {
    expect(because({ loan: anOpenLoan({ renewals: 1 }) })).toEqual(['renewal_limit_reached']);
    expect(because({ loan: anOpenLoan({ renewals: 1 }), rules: rules({ renewalLimit: 2 }) })).toEqual([]);
    expect(because({ rules: rules({ renewalLimit: 0 }) })).toEqual(['renewal_limit_reached']);
  });
  it('opens on the first day of the window', () => {
    const windowed = rules({ renewalWindowDays: 5 });
    expect(renewalOf(facts({ rules: windowed, ...on('2026-11-25') }))).toEqual({
      allowed: false,
      because: [{ code: 'renewal_too_early', from: '2026-11-26' }],
    });
    expect(because({ rules: windowed, ...on('2026-11-26') })).toEqual([]);
  });
  it('closes before the last day where the rules say so, and on it otherwise', () => {
    const closing = rules({ renewalClosesDays: 0 });
    expect(because({ rules: closing, ...on('2026-11-30') })).toEqual([]);
    expect(newDueOn({ rules: closing, ...on('2026-12-01') })).toEqual([
      { code: 'renewal_too_late', until: '2026-11-30' },
    ]);
    expect(because({ ...on('2026-12-01') })).toEqual([]);
  });
  it('gives every reason together', () =>
    expect(
      because({
        loan: anOpenLoan({
          renewals: 1,
          recall: { holdId: 'h', on: '2026-11-20', dueOnBefore: '2026-12-20' },
        }),
        queue: [aWaitingHold('reader-2')],
      }),
    ).toEqual(['loan_recalled', 'renewal_limit_reached', 'others_waiting']));
  it('is not for the reading room, nor for what is said to be brought back', () => {
    expect(because({ loan: anOpenLoan({ onSite: true }) })).toEqual(['loan_on_site']);
    expect(because({ loan: anOpenLoan({ claimedReturnedAt: '2026-11-20T02:00:00.000Z' }) })).toEqual([
      'loan_claimed_returned',
    ]);
  });
});

describe('an overdue loan', () => {
  it('is renewed up to its last day and not the day after', () => {
    expect(because(on('2026-12-01'))).toEqual([]);
    expect(because(on('2026-12-02'))).toEqual(['loan_overdue']);
  });
  it('may be renewed, or not, or stop the others of its reader, as the rules say', () => {
    const late = on('2026-12-05');
    const of = (renewalWhenOverdue: 'allowed' | 'not_this' | 'none') => rules({ renewalWhenOverdue });
    expect(because({ ...late, otherOverdue: 1, rules: of('allowed') })).toEqual([]);
    expect(because({ ...late, otherOverdue: 1, rules: of('not_this') })).toEqual(['loan_overdue']);
    expect(because({ ...late, otherOverdue: 1, rules: of('none') })).toEqual([
      'loan_overdue',
      'loans_overdue',
    ]);
    expect(because({ otherOverdue: 1, rules: of('not_this') })).toEqual([]);
    expect(because({ otherOverdue: 1, rules: of('none') })).toEqual(['loans_overdue']);
  });
});

describe('the reader of a renewal', () => {
  it('has a card that is good, unless the rules do not mind', () => {
    const reader = aReader({ expiresOn: '2026-11-21' });
    expect(because({ reader })).toEqual(['card_expired']);
    expect(newDueOn({ reader, rules: rules({ renewalWhenExpired: true }) })).toBe('2026-12-31');
  });
  it('is stopped by a block and by days without borrowing, expired or not', () => {
    const reader = aReader({ block: { reason: '停借', until: null }, suspendedUntil: '2026-11-22' });
    expect(because({ reader, rules: rules({ renewalWhenExpired: true }) })).toEqual([
      'reader_blocked',
      'reader_suspended',
    ]);
  });
  it('who is stopped may still renew where the library does not mind', () => {
    const reader = aReader({ block: { reason: '停借', until: null }, suspendedUntil: '2026-11-22' });
    expect(because({ reader, rules: rules({ renewalWhenBlocked: true }) })).toEqual([]);
    expect(
      because({ reader: aReader({ standing: 'closed' }), rules: rules({ renewalWhenBlocked: true }) }),
    ).toEqual(['account_closed']);
  });
  it('keeps the loan to the end of the card, and gains nothing when that is the due date', () => {
    expect(newDueOn({ reader: aReader({ expiresOn: '2026-12-02' }) })).toBe('2026-12-02');
    expect(because({ reader: aReader({ expiresOn: '2026-12-01' }) })).toEqual(['renewal_gains_nothing']);
  });
  it('owes no more than the limit, counted with or without credits', () => {
    const reader = aReader({ owes: 1000, credit: 500 });
    expect(because({ reader, rules: rules({ debtLimit: 1000 }) })).toEqual([]);
    expect(because({ reader, rules: rules({ debtLimit: 1000, creditCounts: false }) })).toEqual([
      'owes_too_much',
    ]);
    expect(because({ reader, rules: rules({ debtLimit: 0 }) })).toEqual(['owes_too_much']);
    expect(because({ reader, rules: rules({ debtLimit: 0, renewalWhenOwing: true }) })).toEqual([]);
    expect(because({ reader, rules: rules({ renewalDebtLimit: 999 }) })).toEqual(['owes_too_much']);
    expect(because({ reader, rules: rules({ debtLimit: 0, renewalDebtLimit: 1000 }) })).toEqual([]);
  });
});

describe('with readers waiting, renewal', () => {
  const queue = [aWaitingHold('reader-2')];
  it('is refused unless free copies can serve them all', () => {
    expect(because({ queue, shelf: [] })).toEqual(['others_waiting']);
    expect(because({ queue, shelf: copiesOnShelf(1) })).toEqual([]);
    expect(because({ queue: [...queue, aWaitingHold('reader-3')], shelf: copiesOnShelf(1) })).toEqual([
      'others_waiting',
    ]);
  });
  it('is refused whatever stands on the shelf where other copies do not matter', () =>
    expect(because({ queue, shelf: copiesOnShelf(9), rules: rules({ renewalWhenHeld: 'never' }) })).toEqual([
      'others_waiting',
    ]));
  it('is refused where holds take nothing from the shelf: those copies serve nobody', () => {
    expect(because({ queue, shelf: copiesOnShelf(9), rules: rules({ holdsOnShelf: 'all_out' }) })).toEqual([
      'others_waiting',
    ]);
    expect(because({ queue, shelf: copiesOnShelf(9), rules: rules({ holdsOnShelf: 'any_out' }) })).toEqual(
      [],
    );
  });
  it('is refused for the very copy that one of them wants, and allowed for others', () => {
    expect(because({ queue: [aWaitingHold('reader-2', { wants: 'YX1' })], shelf: copiesOnShelf(9) })).toEqual(
      ['others_waiting'],
    );
    expect(because({ queue: [aWaitingHold('reader-2', { wants: 'YX2' })] })).toEqual([]);
  });
  it('does not count a hold that has its copy, that starts later, or that is the own', () => {
    const ready = aWaitingHold('reader-2', { status: 'ready', barcode: 'YX9', pickUpBy: '2026-11-25' });
    expect(because({ queue: [ready] })).toEqual([]);
    expect(because({ queue: [aWaitingHold('reader-2', { startsOn: '2026-11-23' })] })).toEqual([]);
    expect(because({ queue: [aWaitingHold('reader-1')] })).toEqual([]);
    expect(because({ queue: [aWaitingHold('reader-2', { sharedWith: ['reader-1'] })] })).toEqual([]);
  });
});

describe('renewals by the reader online', () => {
  const online = (changes: Partial<RenewalFacts>) => because({ online: true, ...changes });
  const twice = rules({ renewalLimit: 3, onlineRenewalLimit: 1 });
  const renewed = (renewals: number, renewalsOnline: number) => anOpenLoan({ renewals, renewalsOnline });
  it('have a limit of their own, which does not bind the desk', () => {
    expect(online({ rules: twice, loan: renewed(2, 0) })).toEqual([]);
    expect(online({ rules: twice, loan: renewed(1, 1) })).toEqual(['online_renewal_limit_reached']);
    expect(because({ rules: twice, loan: renewed(1, 1) })).toEqual([]);
  });
  it('count among all, and are all of them where no limit is named', () => {
    expect(online({ rules: twice, loan: renewed(3, 0) })).toEqual(['renewal_limit_reached']);
    expect(online({ rules: rules({ renewalLimit: 2 }), loan: renewed(1, 1) })).toEqual([]);
    expect(online({ rules: rules({ onlineRenewalLimit: 0 }), loan: renewed(0, 0) })).toEqual([
      'online_renewal_limit_reached',
    ]);
  });
});

describe('from the old last day, or from today once that has passed', () => {
  const either = rules({ renewalBase: 'due_or_today', renewalWhenOverdue: 'allowed' });
  it('counts from the last day up to it, and from today after it', () => {
    expect(newDueOn({ rules: either, ...on('2026-12-01') })).toBe('2026-12-31');
    expect(newDueOn({ rules: either, ...on('2026-12-02') })).toBe('2027-01-01');
    expect(newDueOn({ rules: { ...either, renewalBase: 'due' }, ...on('2026-12-02') })).toBe('2026-12-31');
  });
  it('counts hours from the minute', () => {
    const loan = anOpenLoan({ dueOn: '2026-11-22', dueAt: instantOf('2026-11-22', '14:00') });
    const hourly = { ...either, renewalPeriod: { count: 2, unit: 'hours' as const } };
    const end = (time: string) =>
      renewedEnd(facts({ loan, rules: hourly, today: '2026-11-22', now: instantOf('2026-11-22', time) }))
        .dueAt;
    expect([end('14:00'), end('14:01')]).toEqual([
      instantOf('2026-11-22', '16:00'),
      instantOf('2026-11-22', '16:01'),
    ]);
  });
});

describe('the latest end of a loan with all its renewals', () => {
  const most = (longestLoanDays: number | null, more = {}) => rules({ longestLoanDays, ...more });
  it('cuts a renewal, and stops the next', () => {
    expect(newDueOn({ rules: most(60) })).toBe('2026-12-31');
    expect(newDueOn({ rules: most(59) })).toBe('2026-12-30');
    expect(newDueOn({ rules: most(31) })).toBe('2026-12-02');
    expect(newDueOn({ rules: most(30) })).toEqual([{ code: 'loan_age_reached', until: '2026-12-01' }]);
    expect(newDueOn({ rules: most(null) })).toBe('2026-12-31');
  });
  it('is an open day where the last days of loans are', () => {
    const calendar = { branch: aBranch({ weeklyHours: closedOn(0) }), calendars: [] };
    expect(newDueOn({ calendar, rules: most(56) })).toBe('2026-12-27');
    expect(newDueOn({ calendar, rules: most(56, { dueDateMode: 'next_open_day' }) })).toBe('2026-12-26');
  });
  it('is the end of that day for a loan by the hour', () => {
    const loan = anOpenLoan({
      checkedOutOn: '2026-11-22',
      dueOn: '2026-11-22',
      dueAt: instantOf('2026-11-22', '20:00'),
    });
    const hourly = most(0, { renewalPeriod: { count: 9, unit: 'hours' as const }, endsAtClosing: false });
    const at = { today: '2026-11-22', now: instantOf('2026-11-22', '19:00') };
    expect(renewalOf(facts({ loan, rules: hourly, ...at }))).toEqual({
      allowed: true,
      newDueOn: '2026-11-22',
      newDueAt: instantOf('2026-11-22', '23:59'),
    });
  });
});
