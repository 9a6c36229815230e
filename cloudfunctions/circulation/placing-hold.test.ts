import {
  aBranch,
  aPolicy,
  aReader,
  aWaitingHold,
  anItem,
  knownHolds,
  knownLoans,
  onLoan,
  rules,
} from '../../tests/builders/documents';
import {
  holdEnd,
  judgeHold,
  refusalsEverywhere,
  refusalsToHold,
  type PlacingHoldFacts,
} from './placing-hold';

const today = '2026-11-22';
const facts = (changes: Partial<PlacingHoldFacts> = {}): PlacingHoldFacts => ({
  reader: aReader(),
  titleId: 'title-1',
  queue: [],
  items: [onLoan()],
  pickUpBranch: aBranch(),
  rules: rules(),
  wants: null,
  startsOn: null,
  neededUntil: null,
  overdueAtBranch: 0,
  today,
  ...changes,
});
const refusals = (changes: Partial<PlacingHoldFacts>) => refusalsToHold(facts(changes));
const codes = (changes: Partial<PlacingHoldFacts>) => refusals(changes).map((refusal) => refusal.code);

describe('a hold at any branch', () => {
  const at = (overdue: number) => ({ branch: aBranch({ _id: `b${overdue}` }), overdue });
  const order = { reader: aReader(), titleId: 'title-1', queue: [], items: [onLoan()], today };
  const whenever = { wants: null, startsOn: null, neededUntil: null };
  const policies = [aPolicy({ holdOverdueLimit: 1 })];
  const everywhere = (...branches: ReturnType<typeof at>[]) =>
    refusalsEverywhere({ ...order, ...whenever }, policies, branches).map(({ code }) => code);
  it('is open as long as one branch lets it be', () => {
    expect(everywhere(at(1), at(0))).toEqual([]);
    expect(everywhere(at(1))).toEqual(['loans_overdue']);
  });
  it('names the reasons of the branch that has fewest', () => {
    const poor = { ...order, ...whenever, reader: aReader({ expiresOn: '2026-01-01' }) };
    const codesOf = refusalsEverywhere(poor, policies, [at(1), at(0)]).map(({ code }) => code);
    expect(codesOf).toEqual(['card_expired']);
  });
  it('has no reason where nothing can be collected', () => expect(everywhere()).toEqual([]));
});

describe('placing a hold', () => {
  it('is open to an ordinary reader', () => expect(codes({})).toEqual([]));
  it('gives all reasons at once', () =>
    expect(
      codes({
        reader: aReader({ expiresOn: '2026-01-01', owes: 1, openHolds: knownHolds(5) }),
        rules: rules({ debtLimit: 0, holdLimit: 5 }),
        pickUpBranch: undefined,
        items: [],
      }),
    ).toEqual([
      'card_expired',
      'owes_too_much',
      'branch_not_found',
      'hold_limit_reached',
      'no_item_can_fill',
    ]));
  it('is allowed up to the limit', () => {
    expect(codes({ reader: aReader({ openHolds: knownHolds(4) }), rules: rules({ holdLimit: 5 }) })).toEqual(
      [],
    );
    expect(codes({ reader: aReader({ openHolds: knownHolds(5) }), rules: rules({ holdLimit: 5 }) })).toEqual([
      'hold_limit_reached',
    ]);
    expect(codes({ reader: aReader({ openHolds: knownHolds(5000) }) })).toEqual([]);
  });
  it('is allowed so many times a day', () => {
    const daily = rules({ holdsPerDay: 2 });
    expect(codes({ reader: aReader({ openHolds: knownHolds(1, today) }), rules: daily })).toEqual([]);
    expect(codes({ reader: aReader({ openHolds: knownHolds(2, today) }), rules: daily })).toEqual([
      'holds_per_day_reached',
    ]);
    expect(codes({ reader: aReader({ openHolds: knownHolds(2, '2026-11-21') }), rules: daily })).toEqual([]);
    const cancelled = (on: string) => aReader({ openHolds: [], holdsPlaced: { on, count: 2 } });
    expect(codes({ reader: cancelled(today), rules: daily })).toEqual(['holds_per_day_reached']);
    expect(codes({ reader: cancelled('2026-11-21'), rules: daily })).toEqual([]);
  });
  it('counts with the loans where the rules count them together', () => {
    const reader = aReader({ openHolds: knownHolds(1), openLoans: knownLoans(1) });
    expect(codes({ reader, rules: rules({ loansAndHoldsLimit: 3 }) })).toEqual([]);
    expect(refusals({ reader, rules: rules({ loansAndHoldsLimit: 2 }) })).toEqual([
      { code: 'loans_and_holds_limit_reached', current: 2, limit: 2 },
    ]);
  });
  it('is stopped by overdue loans of the pick-up branch from the number that the rules name', () => {
    expect(codes({ overdueAtBranch: 1, rules: rules({ holdOverdueLimit: 2 }) })).toEqual([]);
    expect(codes({ overdueAtBranch: 2, rules: rules({ holdOverdueLimit: 2 }) })).toEqual(['loans_overdue']);
    expect(codes({ overdueAtBranch: 9 })).toEqual([]);
  });
  it('needs a branch where one can pick up', () => {
    expect(codes({ pickUpBranch: undefined })).toEqual(['branch_not_found']);
    expect(codes({ pickUpBranch: aBranch({ pickUp: false }) })).toEqual(['branch_not_found']);
  });
});

describe('what stops borrowing and not holding, or holding and not borrowing', () => {
  it('is a debt: holds may have a limit of their own', () => {
    const of = (owes: number, holdDebtLimit: number | null) =>
      codes({ reader: aReader({ owes }), rules: rules({ debtLimit: 1000, holdDebtLimit }) });
    expect([of(1001, null), of(1000, null)]).toEqual([['owes_too_much'], []]);
    expect([of(5000, 5000), of(5001, 5000)]).toEqual([[], ['owes_too_much']]);
    expect([of(0, 0), of(1, 0)]).toEqual([[], ['owes_too_much']]);
  });
  it('is a block by staff, or days without borrowing, where the rules let such readers hold', () => {
    const blocked = aReader({
      block: { reason: '长期逾期', until: null, by: '', at: '' },
      suspendedUntil: '2026-12-01',
    } as never);
    expect(codes({ reader: blocked })).toEqual(['reader_blocked', 'reader_suspended']);
    expect(codes({ reader: blocked, rules: rules({ holdWhenBlocked: true }) })).toEqual([]);
    const ended = aReader({ expiresOn: '2026-11-21' });
    expect(codes({ reader: ended, rules: rules({ holdWhenBlocked: true }) })).toEqual(['card_expired']);
  });
});

describe('one title', () => {
  it('is held once by a reader, and not by one who has it at home', () => {
    expect(codes({ queue: [aWaitingHold('reader-1')] })).toEqual(['already_held']);
    expect(codes({ queue: [aWaitingHold('reader-2')] })).toEqual([]);
    expect(codes({ ownDueOn: '2026-12-01' })).toEqual(['already_borrowed']);
  });
  it('is held more than once only copy by copy', () => {
    const items = [anItem({ _id: 'A' }), anItem({ _id: 'B' }), anItem({ _id: 'C' })];
    const two = rules({ holdsPerTitle: 2 });
    const first = aWaitingHold('reader-1', { wants: 'A' });
    expect(codes({ items, rules: two, queue: [first], wants: 'B' })).toEqual([]);
    expect(codes({ items, rules: two, queue: [first], wants: 'A' })).toEqual(['already_held']);
    expect(codes({ items, rules: two, queue: [first], wants: null })).toEqual(['already_held']);
    const second = aWaitingHold('reader-1', { wants: 'B', holdId: 'second' });
    expect(codes({ items, rules: two, queue: [first, second], wants: 'C' })).toEqual([
      'holds_per_title_reached',
    ]);
    expect(codes({ items, queue: [first], wants: 'B' })).toEqual(['already_held']);
  });
});

describe('the copies of a title', () => {
  it('must include one that can ever serve', () => {
    expect(codes({ items: [] })).toEqual(['no_item_can_fill']);
    const never = [anItem({ use: 'reference' }), anItem({ use: 'on_site' }), anItem({ status: 'lost' })];
    expect(codes({ items: never })).toEqual(['no_item_can_fill']);
    expect(codes({ items: [...never, anItem({ status: 'in_transit' })] })).toEqual([]);
  });
  it('include the one that is wanted, where certain copies may be asked for', () => {
    const items = [anItem({ _id: 'A' }), anItem({ _id: 'B', status: 'lost' })];
    expect(codes({ items, wants: 'A' })).toEqual([]);
    expect(codes({ items, wants: 'B' })).toEqual(['no_item_can_fill']);
    expect(codes({ items, wants: 'A', rules: rules({ copyHolds: false }) })).toEqual([
      'copy_holds_not_offered',
    ]);
  });
  it('are fetched from the shelf always, once any is out, or only when none is there', () => {
    const shelf = anItem({ _id: 'A' });
    const out = onLoan(anItem({ _id: 'B' }));
    const moving = anItem({ _id: 'B', status: 'in_transit' });
    const of = (holdsOnShelf: 'always' | 'any_out' | 'all_out', ...items: PlacingHoldFacts['items']) =>
      codes({ items, rules: rules({ holdsOnShelf }) });
    expect(of('always', shelf)).toEqual([]);
    expect(of('any_out', shelf)).toEqual(['title_on_shelf']);
    expect(of('any_out', shelf, out)).toEqual([]);
    expect(of('any_out', shelf, moving)).toEqual([]);
    expect(of('all_out', shelf, out)).toEqual(['title_on_shelf']);
    expect(of('all_out', out, moving)).toEqual([]);
  });
  it('must be for readers of this category and age', () => {
    expect(codes({ rules: rules({ lendable: false }) })).toEqual(['item_not_for_category']);
    const reader = aReader({ birthDate: '2015-01-01' });
    expect(codes({ reader, items: [anItem({ minAge: 16 })] })).toEqual(['too_young']);
    expect(codes({ reader, items: [anItem({ minAge: 16 }), anItem({ minAge: 0 })] })).toEqual([]);
  });
});

describe('a hold', () => {
  const longest = rules({ holdLongestDays: 60 });
  it('waits no longer than the rules say', () => {
    expect(codes({ rules: longest, neededUntil: '2027-01-21' })).toEqual([]);
    expect(refusals({ rules: longest, neededUntil: '2027-01-22' })).toEqual([
      { code: 'hold_too_long', mostDays: 60 },
    ]);
    expect(codes({ rules: longest, startsOn: '2026-11-23', neededUntil: '2027-01-22' })).toEqual([]);
  });
  it('without end is only for readers whose rules set none', () => {
    expect(codes({ withoutEnd: true })).toEqual([]);
    expect(codes({ rules: longest, withoutEnd: true })).toEqual(['hold_too_long']);
  });
  it('for which no end was asked ends when the rules say', () => {
    expect(holdEnd(facts({ rules: longest }))).toBe('2027-01-21');
    expect(holdEnd(facts())).toBeNull();
    expect(holdEnd(facts({ rules: longest, neededUntil: '2026-12-01' }))).toBe('2026-12-01');
  });
});

describe('by which copies a hold is judged', () => {
  const judge = (items: PlacingHoldFacts['items'], policies: Parameters<typeof judgeHold>[1], more = {}) => {
    const { rules: by, refusals: against } = judgeHold({ ...facts(), items, ...more }, policies);
    return { longest: by.holdLongestDays, codes: against.map(({ code }) => code) };
  };
  const rare = { _id: 'rare', itemType: 'rare' };
  it('by none that is lost or stays in the house', () => {
    const policies = [aPolicy({ holdLimit: 0 }, rare)];
    for (const never of [{ status: 'lost' as const }, { use: 'on_site' as const }])
      expect(judge([anItem({ _id: 'A', itemType: 'rare', ...never }), anItem()], policies).codes).toEqual([]);
    expect(judge([anItem({ _id: 'A', itemType: 'rare' })], policies).codes).toEqual(['hold_limit_reached']);
  });
  it('by none that is not lent to the reader, which stands on no shelf for them either', () => {
    const policies = [aPolicy({ holdsOnShelf: 'all_out' }), aPolicy({ lendable: false }, rare)];
    const items = [anItem({ _id: 'A', itemType: 'rare' }), onLoan(anItem({ _id: 'B' }))];
    expect(judge(items, policies).codes).toEqual([]);
    expect(judge([anItem({ _id: 'A', itemType: 'rare' })], policies).codes).toContain(
      'item_not_for_category',
    );
  });
  it('by the one that lets it be, and of several by the one that lets it wait longest', () => {
    const items = [anItem({ _id: 'A' }), anItem({ _id: 'B', itemType: 'rare' })];
    const limited = [aPolicy({ holdLimit: 0 }), aPolicy({ holdLimit: null, holdLongestDays: 20 }, rare)];
    expect(judge(items, limited)).toEqual({ longest: 20, codes: [] });
    const both = [aPolicy({ holdLongestDays: 30 }), aPolicy({ holdLongestDays: 60 }, rare)];
    expect(judge(items, both)).toEqual({ longest: 60, codes: [] });
    expect(judge(items, both, { wants: 'A' })).toEqual({ longest: 30, codes: [] });
    expect(
      judge(items, [aPolicy({ holdLongestDays: 30 }), aPolicy({ holdLongestDays: null }, rare)]),
    ).toEqual({ longest: null, codes: [] });
  });
  it('by none that is not sent to where it is collected, unless it stands there', () => {
    const policies = [aPolicy({ holdsOnShelf: 'all_out', holdsNotFrom: ['far'] })];
    const far = anItem({ _id: 'A', branchId: 'far' });
    expect(judge([far], policies).codes).toContain('copies_not_sent');
    expect(judge([anItem({ _id: 'A', branchId: 'near' })], policies).codes).not.toContain('copies_not_sent');
    // One that stands far off on a shelf is none that could be fetched.
    expect(judge([far, onLoan(anItem({ _id: 'B' }))], policies).codes).toEqual([]);
    const own = [aPolicy({ holdsNotFrom: ['main'] })];
    expect(judge([anItem({ _id: 'A', branchId: 'main' })], own).codes).toEqual([]);
  });
  it('with the fewest reasons when none lets it be', () => {
    const items = [anItem({ _id: 'A' }), anItem({ _id: 'B', itemType: 'rare', minAge: 99 })];
    const policies = [aPolicy({ holdLimit: 0 })];
    expect(judge(items, policies).codes).toEqual(['hold_limit_reached']);
    expect(judge([], policies).codes).toEqual(['hold_limit_reached', 'no_item_can_fill']);
  });
});
