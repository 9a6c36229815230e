import {
  aBranch,
  aReader,
  aWaitingHold,
  anItem,
  anOpenLoan,
  knownHolds,
  knownLoans,
  onLoan,
  rules,
  callsOn,
  copiesOnShelf,
} from '../../tests/builders/documents';
import { checkOutEnd, loanPeriodFor, refusalsToCheckOut, type CheckOutFacts } from './check-out';

const facts = (changes: Partial<CheckOutFacts> = {}): CheckOutFacts => ({
  reader: aReader(),
  item: anItem(),
  rules: rules(),
  queue: [],
  callsBy: callsOn('2026-11-22'),
  branchId: 'main',
  onSite: false,
  shelf: [],
  overdue: 0,
  childrenOwe: 0,
  today: '2026-11-22',
  now: '2026-11-22T02:00:00.000Z',
  ...changes,
});
const refusals = (changes: Partial<CheckOutFacts>) => refusalsToCheckOut(facts(changes));
const codes = (changes: Partial<CheckOutFacts>) => refusals(changes).map((refusal) => refusal.code);
const reader = (loans: number, of: Parameters<typeof knownLoans>[1] = {}) =>
  aReader({ openLoans: knownLoans(loans, of) });

describe('check-out', () => {
  it('lets an ordinary reader take an item from the shelf', () => expect(codes({})).toEqual([]));
  it('gives all reasons at once', () => {
    const late = aReader({ expiresOn: '2026-01-01', openLoans: knownLoans(20), owes: 1 });
    const strict = rules({
      overdueLimit: 1,
      loanLimit: 20,
      debtLimit: 0,
      childrenDebtLimit: 0,
      deposit: 100,
    });
    expect(
      codes({ reader: late, rules: strict, overdue: 3, childrenOwe: 5, item: anItem({ status: 'lost' }) }),
    ).toEqual([
      'card_expired',
      'loans_overdue',
      'owes_too_much',
      'children_owe_too_much',
      'deposit_missing',
      'loan_limit_reached',
      'item_not_for_loan',
    ]);
  });
  it('ends with the longest time that any loan may have, however long its period is', () => {
    const calendar = { branch: aBranch(), calendars: [] };
    const end = (longestLoanDays: number | null) =>
      checkOutEnd(
        facts({ rules: rules({ loanPeriod: { count: 30, unit: 'days' }, longestLoanDays }) }),
        calendar,
      ).dueOn;
    expect([end(null), end(30), end(20)]).toEqual(['2026-12-22', '2026-12-22', '2026-12-12']);
  });
  it('is not for a category that may not have such copies', () =>
    expect(refusals({ reader: aReader({ category: 'child' }), rules: rules({ lendable: false }) })).toEqual([
      { code: 'item_not_for_category', category: 'child', itemType: 'book' },
    ]));
  it('asks for the marked age up to the birthday', () => {
    const item = anItem({ minAge: 16 });
    expect(codes({ item, reader: aReader({ birthDate: '2010-11-22' }) })).toEqual([]);
    expect(refusals({ item, reader: aReader({ birthDate: '2010-11-23' }) })).toEqual([
      { code: 'too_young', age: 15, minAge: 16 },
    ]);
    const unasked = rules({ checksAge: false });
    expect(codes({ item, reader: aReader({ birthDate: '2020-01-01' }), rules: unasked })).toEqual([]);
  });
});

describe('limits', () => {
  it('count on both sides', () => {
    expect(codes({ reader: reader(19), rules: rules({ loanLimit: 20 }) })).toEqual([]);
    expect(refusals({ reader: reader(20), rules: rules({ loanLimit: 20 }) })).toEqual([
      { code: 'loan_limit_reached', current: 20, limit: 20 },
    ]);
    expect(codes({ reader: reader(0), rules: rules({ loanLimit: 0 }) })).toEqual(['loan_limit_reached']);
  });
  it('do not count loans that are said to be brought back', () =>
    expect(codes({ reader: reader(1, { claimed: true }), rules: rules({ loanLimit: 1 }) })).toEqual([]));
  it('of a part count and stop only what falls under it', () => {
    const limits = [{ most: 2, itemTypes: ['disc', 'periodical'] }];
    const discs = reader(2, { itemType: 'disc' });
    expect(codes({ reader: discs, rules: rules({ limits }) })).toEqual([]);
    expect(
      refusals({ reader: discs, rules: rules({ limits }), item: anItem({ itemType: 'periodical' }) }),
    ).toEqual([{ code: 'part_limit_reached', current: 2, limit: 2, itemTypes: ['disc', 'periodical'] }]);
    const books = reader(2);
    expect(codes({ reader: books, rules: rules({ limits }), item: anItem({ itemType: 'disc' }) })).toEqual(
      [],
    );
  });
  it('of a shelving place or a branch count what was lent there', () => {
    const shelf = rules({ limits: [{ most: 1, shelf: '124' }] });
    expect(codes({ reader: reader(0), rules: shelf, item: anItem({ shelf: '124' }) })).toEqual([]);
    expect(
      codes({ reader: reader(1, { shelf: '124' }), rules: shelf, item: anItem({ shelf: '124' }) }),
    ).toEqual(['part_limit_reached']);
    expect(
      codes({ reader: reader(1, { shelf: '124' }), rules: shelf, item: anItem({ shelf: '9' }) }),
    ).toEqual([]);
    const branch = rules({ limits: [{ most: 1, branchId: 'garden' }] });
    const there = reader(1, { branchId: 'garden' });
    expect(codes({ reader: there, rules: branch, branchId: 'garden' })).toEqual(['part_limit_reached']);
    expect(codes({ reader: there, rules: branch, branchId: 'main' })).toEqual([]);
  });
  it('within so many days count what was made then, returned or not, today included', () => {
    const withinDays = rules({ limits: [{ most: 3, itemTypes: ['new'], withinDays: 31 }] });
    const lately = (...days: string[]) => aReader({ lately: days.map((on) => ({ on, itemType: 'new' })) });
    const item = anItem({ itemType: 'new' });
    expect(
      codes({ reader: lately('2026-10-23', '2026-11-01', '2026-11-22'), rules: withinDays, item }),
    ).toEqual(['part_limit_reached']);
    expect(
      codes({ reader: lately('2026-10-22', '2026-11-01', '2026-11-22'), rules: withinDays, item }),
    ).toEqual([]);
  });
  it('of loans and holds together leave room for the hold that is filled', () => {
    const both = aReader({ openLoans: knownLoans(2), openHolds: knownHolds(3) });
    const limited = rules({ loansAndHoldsLimit: 5 });
    expect(codes({ reader: both, rules: limited })).toEqual(['loans_and_holds_limit_reached']);
    expect(codes({ reader: both, rules: limited, queue: [aWaitingHold('reader-1')] })).toEqual([]);
    expect(codes({ reader: both, rules: rules({ loansAndHoldsLimit: 6 }) })).toEqual([]);
  });
  it('of the reading room stand apart, unless its loans count', () => {
    const here = reader(1, { onSite: true });
    expect(codes({ reader: here, rules: rules({ loanLimit: 1 }) })).toEqual([]);
    expect(codes({ reader: reader(1), onSite: true, rules: rules({ loanLimit: 1 }) })).toEqual([]);
    expect(codes({ reader: here, onSite: true, rules: rules({ onSiteLimit: 1 }) })).toEqual([
      'on_site_limit_reached',
    ]);
    expect(codes({ reader: here, onSite: true, rules: rules({ onSiteLimit: 2 }) })).toEqual([]);
    const counted = rules({ loanLimit: 1, onSiteCounts: true });
    expect(refusals({ reader: here, onSite: true, rules: counted })).toEqual([
      { code: 'loan_limit_reached', current: 1, limit: 1 },
    ]);
    expect(codes({ reader: here, rules: counted })).toEqual(['loan_limit_reached']);
  });
  it('may be passed for a short time where the library lends on', () => {
    const overflow = rules({ loanLimit: 1, overflowPeriod: { count: 1, unit: 'days' } });
    expect(codes({ reader: reader(1), rules: overflow })).toEqual([]);
    expect(loanPeriodFor(facts({ reader: reader(1), rules: overflow }))).toEqual({ count: 1, unit: 'days' });
    expect(loanPeriodFor(facts({ reader: reader(0), rules: overflow }))).toEqual({ count: 30, unit: 'days' });
    expect(codes({ reader: aReader({ ...reader(1), expiresOn: '2026-01-01' }), rules: overflow })).toEqual([
      'card_expired',
    ]);
  });
});

describe('a copy', () => {
  it('for the reading room goes there only, one for reference nowhere', () => {
    const here = anItem({ use: 'on_site' });
    expect(refusals({ item: here })).toEqual([{ code: 'item_not_for_loan', status: 'on_site' }]);
    expect(codes({ item: here, onSite: true })).toEqual([]);
    const reference = anItem({ use: 'reference' });
    expect(refusals({ item: reference })).toEqual([{ code: 'item_not_for_loan', status: 'reference' }]);
    expect(codes({ item: reference, onSite: true })).toEqual(['item_not_for_loan']);
  });
  it('that is out says until when, and whether to this reader', () => {
    const loan = anOpenLoan({ readerId: 'reader-2', dueOn: '2026-12-01' });
    expect(refusals({ item: onLoan(anItem(), loan) })).toEqual([
      { code: 'item_on_loan', dueOn: '2026-12-01', bySameReader: false },
    ]);
    expect(refusals({ item: onLoan() })).toMatchObject([{ bySameReader: true }]);
  });
  it('on its way goes to the reader whom it is on its way to', () => {
    const item = (readerId: string) =>
      anItem({
        status: 'in_transit',
        hold: { holdId: 'h', readerId, pickUpBy: null },
        transit: { fromBranchId: 'garden', toBranchId: 'main', why: 'hold' },
      });
    expect(codes({ item: item('reader-1') })).toEqual([]);
    expect(refusals({ item: item('reader-2'), toBranchName: '总馆' })).toEqual([
      { code: 'item_in_transit', toBranchName: '总馆' },
    ]);
  });
  it('on the hold shelf goes to the reader it waits for, and to those who may collect it', () => {
    const held = (readerId: string) =>
      anItem({
        status: 'on_hold_shelf',
        hold: { holdId: `hold-${readerId}`, readerId, pickUpBy: '2026-11-25' },
      });
    expect(codes({ item: held('reader-1') })).toEqual([]);
    expect(refusals({ item: held('reader-2') })).toEqual([
      { code: 'item_held_for_another', pickUpBy: '2026-11-25' },
    ]);
    const shared = aWaitingHold('reader-2', { status: 'ready', barcode: 'YX1', sharedWith: ['reader-1'] });
    expect(codes({ item: held('reader-2'), queue: [shared] })).toEqual([]);
  });
  it('is left on the shelf to those who wait, unless enough stand there', () => {
    const queue = [aWaitingHold('reader-2')];
    expect(codes({ queue, shelf: [] })).toEqual(['item_needed_for_holds']);
    expect(codes({ queue, shelf: copiesOnShelf(1) })).toEqual([]);
  });
  it('is not kept for holds that start later, that are over, or that want another copy', () => {
    expect(codes({ queue: [aWaitingHold('reader-2', { startsOn: '2026-11-23' })] })).toEqual([]);
    expect(codes({ queue: [aWaitingHold('reader-2', { startsOn: '2026-11-22' })] })).toHaveLength(1);
    expect(codes({ queue: [aWaitingHold('reader-2', { neededUntil: '2026-11-21' })] })).toEqual([]);
    expect(codes({ queue: [aWaitingHold('reader-2', { neededUntil: '2026-11-22' })] })).toHaveLength(1);
    expect(codes({ queue: [aWaitingHold('reader-2', { wants: 'YX2' })] })).toEqual([]);
  });
  it('is kept for a hold that wants this very one, however many others stand there', () =>
    expect(codes({ queue: [aWaitingHold('reader-2', { wants: 'YX1' })], shelf: copiesOnShelf(8) })).toEqual([
      'item_needed_for_holds',
    ]));
  it('goes to a waiting reader when nobody before them needs it', () => {
    const queue = [aWaitingHold('reader-1'), aWaitingHold('reader-2')];
    expect(codes({ queue, shelf: [] })).toEqual([]);
    expect(codes({ queue: [...queue].reverse(), shelf: [] })).toEqual(['item_needed_for_holds']);
  });
});

describe('somebody who comes for a reader', () => {
  const guardian = aReader({ _id: 'guardian', name: '家长' });
  it('is of the family', () => {
    const child = aReader({ guardianReaderId: 'guardian' });
    expect(codes({ reader: child, collector: guardian })).toEqual([]);
    expect(refusals({ collector: guardian })).toEqual([{ code: 'not_family', name: '家长' }]);
  });
  it('is in good standing themselves', () => {
    const child = aReader({ guardianReaderId: 'guardian' });
    expect(codes({ reader: child, collector: { ...guardian, expiresOn: '2026-11-21' } })).toEqual([
      'card_expired',
    ]);
  });
  it('is somebody else', () => expect(codes({ collector: aReader() })).toEqual(['not_family']));
});
