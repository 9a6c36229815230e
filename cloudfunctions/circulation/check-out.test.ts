import { aPolicy, aReader, aWaitingHold, anItem } from './builders';
import { refusalsToCheckOut, type CheckOutFacts } from './check-out';

const facts = (changes: Partial<CheckOutFacts> = {}): CheckOutFacts => ({
  reader: aReader(),
  item: anItem(),
  policy: aPolicy(),
  queue: [],
  onShelf: 1,
  overdue: 0,
  today: '2026-11-22',
  ...changes,
});
const codes = (changes: Partial<CheckOutFacts>) =>
  refusalsToCheckOut(facts(changes)).map((refusal) => refusal.code);
const openLoans = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    loanId: `l${n}`,
    barcode: `b${n}`,
    titleId: 't',
    itemType: 'book' as const,
  }));

describe('check-out', () => {
  it('lets an ordinary reader take an item from the shelf', () => expect(codes({})).toEqual([]));
  it('counts the limit on both sides', () => {
    expect(codes({ reader: aReader({ openLoans: openLoans(19) }) })).toEqual([]);
    expect(refusalsToCheckOut(facts({ reader: aReader({ openLoans: openLoans(20) }) }))).toEqual([
      { code: 'loan_limit_reached', current: 20, limit: 20 },
    ]);
  });
  it('takes a card on its last day and refuses it the day after', () => {
    expect(codes({ reader: aReader({ expiresOn: '2026-11-22' }) })).toEqual([]);
    expect(codes({ reader: aReader({ expiresOn: '2026-11-21' }) })).toEqual(['card_expired']);
  });
  it('keeps a block up to and on its last day', () => {
    expect(codes({ reader: aReader({ block: { reason: '停借', until: '2026-11-22' } }) })).toEqual([
      'reader_blocked',
    ]);
    expect(codes({ reader: aReader({ block: { reason: '停借', until: '2026-11-21' } }) })).toEqual([]);
    expect(codes({ reader: aReader({ block: { reason: '停借', until: null } }) })).toEqual([
      'reader_blocked',
    ]);
  });
  it('stops at the number of overdue loans the policy names', () => {
    expect(codes({ overdue: 1, policy: aPolicy({ overdueLimit: 2 }) })).toEqual([]);
    expect(codes({ overdue: 2, policy: aPolicy({ overdueLimit: 2 }) })).toEqual(['loans_overdue']);
  });
  it('gives all reasons at once', () => {
    const reader = aReader({ expiresOn: '2026-01-01', openLoans: openLoans(20) });
    expect(codes({ reader, overdue: 3, item: anItem({ status: 'lost' }) })).toEqual([
      'card_expired',
      'loans_overdue',
      'loan_limit_reached',
      'item_not_for_loan',
    ]);
  });
  it('keeps reference items in the house', () =>
    expect(codes({ item: anItem({ referenceOnly: true }) })).toEqual(['item_not_for_loan']));
  it('refuses an item on loan and tells whether the same reader has it', () => {
    const item = anItem({ status: 'on_loan', loan: { loanId: 'l', readerId: 'reader-1' } });
    expect(refusalsToCheckOut(facts({ item, itemDueOn: '2026-12-01' }))).toEqual([
      { code: 'item_on_loan', dueOn: '2026-12-01', bySameReader: true },
    ]);
  });
  it('keeps an item on the hold shelf for the reader it waits for', () => {
    const held = (readerId: string) =>
      anItem({ status: 'on_hold_shelf', hold: { holdId: 'h', readerId, pickUpBy: '2026-11-25' } });
    expect(codes({ item: held('reader-1') })).toEqual([]);
    expect(refusalsToCheckOut(facts({ item: held('reader-2') }))).toEqual([
      { code: 'item_held_for_another', pickUpBy: '2026-11-25' },
    ]);
  });
  it('leaves the last copies on the shelf to those who wait', () => {
    const queue = [aWaitingHold('reader-2')];
    expect(codes({ queue, onShelf: 1 })).toEqual(['item_needed_for_holds']);
    expect(codes({ queue, onShelf: 2 })).toEqual([]);
  });
  it('lets a waiting reader take a copy when nobody before them needs it', () => {
    const queue = [aWaitingHold('reader-1'), aWaitingHold('reader-2')];
    expect(codes({ queue, onShelf: 1 })).toEqual([]);
    expect(codes({ queue: [...queue].reverse(), onShelf: 1 })).toEqual(['item_needed_for_holds']);
  });
});
