import { anItem, anOpenLoan, aWaitingHold, onLoan } from '../../tests/builders/documents';
import type { ItemDocument } from '../documents';
import { pastLoan } from './check-in';
import { claimedReturned } from './claims';
import { arrived, waitsAgain } from './hold-queue';
import { stateAfter, stateBefore } from './life';
import { HOLD_LIFE, ITEM_LIFE, LOAN_LIFE, loanAfter } from './lives';
import { recallCancelled } from './recall';

const recall = { holdId: 'h', on: '2026-11-20', dueOnBefore: '2026-12-01' };
const CLAIMED = '2026-11-22T02:00:00.000Z';

describe('the life of a copy', () => {
  it('lends from everywhere but from another reader', () => {
    expect(stateAfter(ITEM_LIFE, 'check_out', 'available')).toBe('on_loan');
    expect(() => stateAfter(ITEM_LIFE, 'check_out', onLoan().status)).toThrow('nothing that is on_loan');
  });

  it('finds only what was lost, and repairs nothing that is on loan or lost', () => {
    expect(stateAfter(ITEM_LIFE, 'find', 'lost')).toBe('available');
    expect(() => stateAfter(ITEM_LIFE, 'find', 'available')).toThrow();
    expect(() => stateAfter(ITEM_LIFE, 'repair', 'lost')).toThrow();
    expect(() => stateAfter(ITEM_LIFE, 'repair', 'on_loan')).toThrow();
  });

  it('knows every status of a copy', () => {
    const known = new Set<string>(ITEM_LIFE.flatMap(({ from, to }) => [...from, to]));
    const statuses: Record<ItemDocument['status'], true> = {
      available: true,
      on_loan: true,
      on_hold_shelf: true,
      in_transit: true,
      lost: true,
      in_repair: true,
      withdrawn: true,
    };
    expect([...known].filter((state) => state !== 'new').sort()).toEqual(Object.keys(statuses).sort());
  });

  it('is taken back only to where it can have come from', () => {
    expect(stateBefore(ITEM_LIFE, ['check_out'], 'on_loan', anItem().status)).toBe('available');
    expect(() => stateBefore(ITEM_LIFE, ['check_out'], 'on_loan', 'on_loan')).toThrow();
    expect(() => stateBefore(ITEM_LIFE, ['shelve'], 'available', 'lost')).toThrow();
  });
});

describe('the life of a hold', () => {
  it('is called while it waits, and once', () => {
    const hold = aWaitingHold('a', { barcode: 'YX1' });
    const { hold: ready, queue } = arrived([hold], hold, '2026-11-25');
    expect(ready.status).toBe('ready');
    expect(() => arrived(queue, ready, '2026-11-25')).toThrow('nothing that is ready can call');
    expect(waitsAgain(queue, ready).hold).toEqual(aWaitingHold('a'));
  });

  it('ends once', () => {
    expect(stateAfter(HOLD_LIFE, 'fill', 'ready')).toBe('filled');
    expect(() => stateAfter(HOLD_LIFE, 'cancel', 'filled')).toThrow();
  });
});

describe('the life of a loan', () => {
  it('is recalled while it is simply open', () => {
    expect(stateAfter(LOAN_LIFE, 'recall', 'open')).toBe('recalled');
    expect(() => stateAfter(LOAN_LIFE, 'recall', 'claimed_returned')).toThrow();
  });

  it('may be claimed while it is recalled, and is recalled again when the claim is taken off', () => {
    const claimed = claimedReturned(anOpenLoan({ recall }), CLAIMED, 'desk');
    expect(claimedReturned(claimed, null, 'desk')).toEqual(anOpenLoan({ recall }));
    expect(recallCancelled(claimed).claimedReturnedAt).toBe(CLAIMED);
  });

  it('cannot be unclaimed when nobody claimed it', () => {
    expect(() => claimedReturned(anOpenLoan(), null, 'desk')).toThrow();
  });

  it('a renewal leaves claim and recall as they are', () => {
    expect(() => loanAfter('renew', anOpenLoan({ recall }), anOpenLoan())).toThrow('makes recalled');
    expect(loanAfter('renew', anOpenLoan(), anOpenLoan({ renewals: 1 })).renewals).toBe(1);
  });

  it('ends as it was ended; a recalled one is not handed on', () => {
    const ended = (act: Parameters<typeof pastLoan>[2]) => pastLoan(anOpenLoan(), CLAIMED, act).how;
    expect([ended('give_back'), ended('lose'), ended('hand_over')]).toEqual([
      'returned',
      'lost',
      'transferred',
    ]);
    expect(() => pastLoan(anOpenLoan({ recall }), CLAIMED, 'hand_over')).toThrow();
  });
});
