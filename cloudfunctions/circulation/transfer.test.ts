import {
  aBranch,
  aReader,
  aWaitingHold,
  anItem,
  anOpenLoan,
  knownLoans,
  rules,
  callsOn,
  copiesOnShelf,
} from '../../tests/builders/documents';
import { instantOf } from '../kernel/local-date';
import { checkOutEnd } from './check-out';
import { asCheckOut, refusalsToTransfer, type TransferFacts } from './transfer';

const lent = (changes: Parameters<typeof anOpenLoan>[0] = {}) => ({
  ...anItem({ status: 'on_loan' as const }),
  loan: anOpenLoan({ readerId: 'giver', dueOn: '2026-12-01', ...changes }),
});
const facts = (changes: Partial<TransferFacts> = {}): TransferFacts => ({
  item: lent(),
  reader: aReader({ _id: 'taker' }),
  rules: rules(),
  rulesOfLoan: rules(),
  queue: [],
  callsBy: callsOn('2026-11-22'),
  shelf: [],
  overdue: 0,
  childrenOwe: 0,
  today: '2026-11-22',
  now: instantOf('2026-11-22', '10:00'),
  ...changes,
});
const codes = (changes: Partial<TransferFacts>) => refusalsToTransfer(facts(changes)).map(({ code }) => code);

describe('handing a copy on', () => {
  it('is open to two ordinary readers', () => expect(codes({})).toEqual([]));
  it('is not done to oneself', () =>
    expect(codes({ reader: aReader({ _id: 'giver' }) })).toEqual(['transfer_to_oneself']));
  it('needs the rules of both loans to allow it, and says so once', () => {
    expect(codes({ rulesOfLoan: rules({ transferable: false }) })).toEqual(['transfer_not_offered']);
    expect(codes({ rules: rules({ transferable: false }) })).toEqual(['transfer_not_offered']);
    const neither = rules({ transferable: false });
    expect(codes({ rules: neither, rulesOfLoan: neither })).toEqual(['transfer_not_offered']);
  });
  it('ends with the last day: an overdue copy has to be brought back', () => {
    expect(codes({ item: lent({ dueOn: '2026-11-22' }) })).toEqual([]);
    expect(codes({ item: lent({ dueOn: '2026-11-21' }) })).toEqual(['loan_overdue']);
  });
  it('is refused for what is recalled, for the reading room, or said to be back', () => {
    expect(
      codes({ item: lent({ recall: { holdId: 'h', on: '2026-11-20', dueOnBefore: '2026-12-20' } }) }),
    ).toEqual(['loan_recalled']);
    expect(codes({ item: lent({ onSite: true }) })).toEqual(['loan_on_site']);
    expect(codes({ item: lent({ claimedReturnedAt: '2026-11-20T02:00:00.000Z' }) })).toEqual([
      'loan_claimed_returned',
    ]);
  });
  it('does not pass over readers who wait, unless free copies can serve them', () => {
    const queue = [aWaitingHold('other')];
    expect(codes({ queue })).toEqual(['others_waiting']);
    expect(codes({ queue, shelf: copiesOnShelf(1) })).toEqual([]);
    expect(codes({ queue: [aWaitingHold('taker')] })).toEqual([]);
    expect(codes({ queue: [aWaitingHold('other', { wants: 'YX1' })], shelf: copiesOnShelf(9) })).toEqual([
      'others_waiting',
    ]);
  });
  it('is no way past a reader who asked for the only copy from a later day on', () => {
    const queue = [aWaitingHold('other', { startsOn: '2026-11-30' })];
    const calendar = { branch: aBranch(), calendars: [] };
    expect(codes({ queue, calendar, rules: rules({ bookedAhead: 'refused' }) })).toEqual(['booked_ahead']);
    expect(codes({ queue, calendar, rules: rules({ bookedAhead: 'cut' }) })).toEqual([]);
    const taken = asCheckOut(facts({ queue, calendar, rules: rules({ bookedAhead: 'cut' }) }));
    expect(checkOutEnd(taken, calendar).dueOn).toBe('2026-11-29');
  });
  it('is a loan with everything that stands against one, told together with the rest', () => {
    const reader = aReader({ _id: 'taker', expiresOn: '2026-11-21', openLoans: knownLoans(5) });
    expect(
      codes({
        reader,
        rules: rules({ loanLimit: 5 }),
        item: lent({ dueOn: '2026-11-21' }),
        queue: [aWaitingHold('x')],
      }),
    ).toEqual(['loan_overdue', 'others_waiting', 'card_expired', 'loan_limit_reached']);
  });
});
