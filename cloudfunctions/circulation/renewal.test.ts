import { aBranch, aPolicy, aReader, aWaitingHold, anOpenLoan } from './builders';
import { renewalOf, type RenewalFacts } from './renewal';

const facts = (changes: Partial<RenewalFacts> = {}): RenewalFacts => ({
  loan: anOpenLoan(),
  reader: aReader(),
  policy: aPolicy(),
  queue: [],
  freeCopies: 0,
  calendar: { branch: aBranch(), calendars: [] },
  today: '2026-11-22',
  ...changes,
});
const because = (changes: Partial<RenewalFacts>) => {
  const renewal = renewalOf(facts(changes));
  return renewal.allowed ? [] : renewal.because.map((refusal) => refusal.code);
};

describe('renewal', () => {
  it('adds the period to the due date, or to today', () => {
    expect(renewalOf(facts())).toEqual({ allowed: true, newDueOn: '2026-12-31' });
    expect(renewalOf(facts({ policy: aPolicy({ renewalBase: 'today' }) }))).toEqual({
      allowed: true,
      newDueOn: '2026-12-22',
    });
  });
  it('is allowed on the due date and not the day after', () => {
    expect(because({ today: '2026-12-01' })).toEqual([]);
    expect(because({ today: '2026-12-02' })).toEqual(['loan_overdue']);
  });
  it('stops at the limit', () => {
    expect(because({ loan: anOpenLoan({ renewals: 1 }) })).toEqual(['renewal_limit_reached']);
    expect(because({ loan: anOpenLoan({ renewals: 1 }), policy: aPolicy({ renewalLimit: 2 }) })).toEqual([]);
    expect(because({ policy: aPolicy({ renewalLimit: 0 }) })).toEqual(['renewal_limit_reached']);
  });
  it('opens on the first day of the window', () => {
    const policy = aPolicy({ renewalWindowDays: 5 });
    expect(renewalOf(facts({ policy, today: '2026-11-25' }))).toEqual({
      allowed: false,
      because: [{ code: 'renewal_too_early', from: '2026-11-26' }],
    });
    expect(because({ policy, today: '2026-11-26' })).toEqual([]);
  });
  it('is refused when somebody waits for the title and no free copy can serve', () => {
    const queue = [aWaitingHold('reader-2')];
    expect(because({ queue, freeCopies: 0 })).toEqual(['others_waiting']);
    expect(because({ queue, freeCopies: 1 })).toEqual([]);
    expect(because({ queue: [...queue, aWaitingHold('reader-3')], freeCopies: 1 })).toEqual([
      'others_waiting',
    ]);
  });
  it('does not count a hold that has its copy already', () => {
    expect(
      because({
        queue: [aWaitingHold('reader-2', { status: 'ready', barcode: 'YX9', pickUpBy: '2026-11-25' })],
      }),
    ).toEqual([]);
  });
  it('gives every reason together', () => {
    expect(because({ loan: anOpenLoan({ renewals: 1 }), queue: [aWaitingHold('reader-2')] })).toEqual([
      'renewal_limit_reached',
      'others_waiting',
    ]);
  });
  it('ends with the card, and gains nothing when the card ends by the due date', () => {
    expect(renewalOf(facts({ reader: aReader({ expiresOn: '2026-12-10' }) }))).toEqual({
      allowed: true,
      newDueOn: '2026-12-10',
    });
    expect(because({ reader: aReader({ expiresOn: '2026-12-01' }) })).toEqual(['renewal_gains_nothing']);
  });
  it('never revives a closed loan', () =>
    expect(because({ loan: anOpenLoan({ status: 'closed' }) })).toEqual(['loan_closed']));
});
