import { aReader, rules } from '../../tests/builders/documents';
import { instantOf } from '../kernel/local-date';
import {
  blocksOf,
  childrenDebtBlock,
  debtBlock,
  depositBlock,
  isOverdue,
  overdueBlock,
} from './reader-blocks';

const today = '2026-11-22';
const codes = (changes: Parameters<typeof aReader>[0]) =>
  blocksOf(aReader(changes), today).map((refusal) => refusal.code);

describe('a reader', () => {
  it('has nothing against them by default', () => expect(codes({})).toEqual([]));
  it('may use a card on its last day and not the day after', () => {
    expect(codes({ expiresOn: today })).toEqual([]);
    expect(codes({ expiresOn: '2026-11-21' })).toEqual(['card_expired']);
  });
  it('is blocked up to and on the last day of the block', () => {
    expect(codes({ block: { reason: '停借', until: today } })).toEqual(['reader_blocked']);
    expect(codes({ block: { reason: '停借', until: '2026-11-21' } })).toEqual([]);
    expect(codes({ block: { reason: '停借', until: null } })).toEqual(['reader_blocked']);
  });
  it('is suspended up to and on the last day of it', () => {
    expect(blocksOf(aReader({ suspendedUntil: today }), today)).toEqual([
      { code: 'reader_suspended', until: today },
    ]);
    expect(codes({ suspendedUntil: '2026-11-21' })).toEqual([]);
  });
  it('may be stopped from holds alone, up to and on the last day of it', () => {
    const stopped = aReader({ holdsStoppedUntil: today });
    expect(blocksOf(stopped, today, 'holds')).toEqual([{ code: 'holds_stopped', until: today }]);
    expect(blocksOf(stopped, today, 'borrowing')).toEqual([]);
    expect(blocksOf(aReader({ holdsStoppedUntil: '2026-11-21' }), today, 'holds')).toEqual([]);
  });
  it('waits while the application is looked at, and cannot come back once the account is closed', () => {
    expect(codes({ standing: 'pending' })).toEqual(['application_pending']);
    expect(codes({ standing: 'closed' })).toEqual(['account_closed']);
  });
  it('is told everything at once', () =>
    expect(
      codes({
        standing: 'pending',
        expiresOn: '2026-01-01',
        block: { reason: '停借', until: null },
        suspendedUntil: today,
      }),
    ).toEqual(['application_pending', 'card_expired', 'reader_blocked', 'reader_suspended']));
});

describe('overdue', () => {
  const now = instantOf(today, '16:00');
  it('is a loan from the day after its last day', () => {
    expect(isOverdue({ dueOn: today, dueAt: null }, { today, now })).toBe(false);
    expect(isOverdue({ dueOn: '2026-11-21', dueAt: null }, { today, now })).toBe(true);
  });
  it('is a loan in hours once its last moment has passed', () => {
    expect(isOverdue({ dueOn: today, dueAt: now }, { today, now })).toBe(false);
    expect(isOverdue({ dueOn: today, dueAt: instantOf(today, '15:59') }, { today, now })).toBe(true);
  });
  it('loans stop new ones from the number that the rules name', () => {
    expect(overdueBlock(1, rules({ overdueLimit: 2 }))).toEqual([]);
    expect(overdueBlock(2, rules({ overdueLimit: 2 }))).toEqual([
      { code: 'loans_overdue', count: 2, limit: 2 },
    ]);
    expect(overdueBlock(99, rules({ overdueLimit: null }))).toEqual([]);
    expect(overdueBlock(0, rules({ overdueLimit: 0 }))).toEqual([]);
  });
});

describe('money', () => {
  it('owed up to the limit stops nobody, a fen more does', () => {
    expect(debtBlock({ owes: 1000, credit: 0 }, rules({ debtLimit: 1000 }))).toEqual([]);
    expect(debtBlock({ owes: 1001, credit: 0 }, rules({ debtLimit: 1000 }))).toEqual([
      { code: 'owes_too_much', owes: 1001, limit: 1000 },
    ]);
    expect(debtBlock({ owes: 100000, credit: 0 }, rules({ debtLimit: null }))).toEqual([]);
  });
  it('owed is counted with or without the credits', () => {
    const reader = { owes: 1000, credit: 500 };
    expect(debtBlock(reader, rules({ debtLimit: 1000, creditCounts: true }))).toEqual([]);
    expect(debtBlock(reader, rules({ debtLimit: 1000, creditCounts: false }))).toEqual([
      { code: 'owes_too_much', owes: 1500, limit: 1000 },
    ]);
  });
  it('an unconfirmed guardian stops a child until the day before the fourteenth birthday', () => {
    const child = { awaitsGuardian: true, birthDate: '2012-11-23' };
    expect(blocksOf(aReader(child), '2026-11-22')).toEqual([{ code: 'guardian_unconfirmed' }]);
    expect(blocksOf(aReader(child), '2026-11-23')).toEqual([]);
  });

  it('that the children owe together stops their guardian', () => {
    expect(childrenDebtBlock(500, rules({ childrenDebtLimit: 500 }))).toEqual([]);
    expect(childrenDebtBlock(501, rules({ childrenDebtLimit: 500 }))).toHaveLength(1);
    expect(childrenDebtBlock(501, rules())).toEqual([]);
  });
  it('left as a deposit must reach what the rules ask', () => {
    expect(depositBlock({ deposit: 10000 }, rules({ deposit: 10000 }))).toEqual([]);
    expect(depositBlock({ deposit: 9999 }, rules({ deposit: 10000 }))).toEqual([
      { code: 'deposit_missing', deposit: 9999, needed: 10000 },
    ]);
  });
});
