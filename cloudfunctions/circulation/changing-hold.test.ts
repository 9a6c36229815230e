import { aBranch, aPolicy, aReader, aWaitingHold, anItem } from '../../tests/builders/documents';
import type { HoldDocument } from '../documents';
import { changedHold, judgeChange, refusalToChange } from './changing-hold';

const today = '2026-11-22';
const waiting: HoldDocument = {
  _id: 'hold-1',
  titleId: 'title-1',
  readerId: 'reader-1',
  readerCategory: 'adult',
  pickUpBranchId: 'main',
  placedAt: '2026-11-10T02:00:00.000Z',
  status: 'waiting',
  startsOn: null,
  neededUntil: '2026-12-10',
  sharedWith: [],
  wants: null,
  barcode: null,
  pickUpBy: null,
  closedAt: null,
  placedAs: { position: 1, copies: 1, told: null },
};
type Facts = Parameters<typeof changedHold>[0];
const facts = (wish: Facts['wish'], changes: Partial<Facts> = {}): Facts => ({
  hold: waiting,
  wish,
  pickUpBranch: { pickUp: true },
  rules: { holdLongestDays: 60, holdShortestDays: 0 },
  today,
  ...changes,
});
const codeOf = (wish: Facts['wish'], changes?: Partial<Facts>) =>
  refusalToChange(facts(wish, changes))?.code ?? null;

describe('changing a hold', () => {
  it('is for one that still waits or stands ready', () => {
    expect(codeOf({}, { hold: { ...waiting, status: 'filled' } })).toBe('hold_not_open');
    expect(codeOf({}, { hold: { ...waiting, status: 'ready', barcode: 'A1' } })).toBeNull();
  });
  it('leaves a copy that waits already where it is', () => {
    const hold: HoldDocument = { ...waiting, status: 'ready', barcode: 'A1' };
    expect(codeOf({ pickUpBranchId: 'garden' }, { hold })).toBe('hold_ready_already');
    expect(codeOf({ pickUpBranchId: 'main' }, { hold })).toBeNull();
  });
  it('keeps the days of one that a copy was found for', () => {
    const hold: HoldDocument = { ...waiting, status: 'ready', barcode: 'A1' };
    expect(codeOf({ startsOn: '2026-12-01' }, { hold })).toBe('hold_ready_already');
    expect(codeOf({ neededUntil: '2026-12-01' }, { hold })).toBe('hold_ready_already');
    expect(codeOf({ neededUntil: null }, { hold: { ...hold, status: 'waiting' } })).toBe(
      'hold_ready_already',
    );
    expect(codeOf({ startsOn: null, neededUntil: '2026-12-10', sharedWith: ['a'] }, { hold })).toBeNull();
  });
  it('goes to a branch that hands books out', () => {
    expect(codeOf({ pickUpBranchId: 'store' }, { pickUpBranch: { pickUp: false } })).toBe('branch_not_found');
    expect(codeOf({ pickUpBranchId: 'nowhere' }, { pickUpBranch: undefined })).toBe('branch_not_found');
    expect(codeOf({ sharedWith: [] }, { pickUpBranch: { pickUp: false } })).toBeNull();
  });
  it('keeps to the longest wait, counted from the day on which it was placed', () => {
    expect(codeOf({ neededUntil: '2027-01-09' })).toBeNull();
    expect(codeOf({ neededUntil: '2027-01-10' })).toBe('hold_too_long');
    expect(
      codeOf({ neededUntil: '2030-01-01' }, { rules: { holdLongestDays: null, holdShortestDays: 0 } }),
    ).toBeNull();
  });
  it('counts the longest wait from a start that is wished for or stands, as placing does', () => {
    expect(codeOf({ startsOn: '2026-12-10', neededUntil: '2027-02-08' })).toBeNull();
    expect(codeOf({ startsOn: '2026-12-10', neededUntil: '2027-02-09' })).toBe('hold_too_long');
    const hold = { ...waiting, startsOn: '2026-12-10', neededUntil: '2027-01-01' };
    expect(codeOf({ neededUntil: '2027-02-08' }, { hold })).toBeNull();
    expect(changedHold(facts({ neededUntil: null }, { hold })).neededUntil).toBe('2027-02-08');
  });
  it('does not end before it starts, nor before today', () => {
    expect(codeOf({ neededUntil: '2026-11-21' })).toBe('hold_ends_too_early');
    expect(codeOf({ neededUntil: '2026-11-22' })).toBeNull();
    expect(codeOf({ startsOn: '2026-12-11' })).toBe('hold_ends_too_early');
    expect(codeOf({ startsOn: '2026-12-10' })).toBeNull();
  });
  it('changes the place or the sharers of a hold whose days nobody touches, whatever they are', () => {
    const hold = { ...waiting, neededUntil: '2026-11-01' };
    expect(codeOf({ sharedWith: [] }, { hold })).toBeNull();
  });
  it('lets stand what is not wished for', () => {
    expect(changedHold(facts({}))).toEqual(waiting);
  });
  it('without a last day waits as long as the rules give', () => {
    expect(changedHold(facts({ neededUntil: null })).neededUntil).toBe('2027-01-09');
    expect(
      changedHold(facts({ neededUntil: null }, { rules: { holdLongestDays: null, holdShortestDays: 0 } }))
        .neededUntil,
    ).toBeNull();
  });
  it('from a day that has gone counts from the day of placing', () => {
    expect(changedHold(facts({ startsOn: '2026-01-01', neededUntil: null }))).toMatchObject({
      startsOn: null,
      neededUntil: '2027-01-09',
    });
  });
  it('put off measures no wait that others could go by', () => {
    expect(changedHold(facts({ startsOn: '2026-12-01' })).noMeasure).toBe(true);
    expect(changedHold(facts({ startsOn: null }))).not.toHaveProperty('noMeasure');
  });
  it('that started since counts from that day', () => {
    const hold = { ...waiting, placedAt: '2026-05-01T02:00:00.000Z', startsOn: '2026-11-01' };
    expect(changedHold(facts({ startsOn: null, neededUntil: null }, { hold })).neededUntil).toBe(
      '2026-12-31',
    );
    expect(changedHold(facts({ sharedWith: [] }, { hold })).startsOn).toBe('2026-11-01');
  });
  it('from today on is from now on', () => {
    expect(changedHold(facts({ startsOn: today })).startsOn).toBeNull();
    expect(changedHold(facts({ startsOn: '2026-11-23' })).startsOn).toBe('2026-11-23');
  });
});

describe('moving a hold to another branch', () => {
  const garden = aBranch({ _id: 'garden', name: '园林分馆' });
  const judged = (given: Parameters<typeof aPolicy>[0], changes: object = {}) =>
    judgeChange(
      {
        hold: waiting,
        wish: { pickUpBranchId: 'garden' },
        pickUpBranch: garden,
        reader: aReader({ openHolds: [{ holdId: 'hold-1', titleId: 'title-1', placedOn: '2026-11-10' }] }),
        queue: [aWaitingHold('reader-1', { holdId: 'hold-1' })],
        items: [anItem()],
        overdueAtBranch: 0,
        today,
        ...changes,
      },
      [aPolicy(), aPolicy(given, { _id: 'g', branchId: 'garden' })],
    ).refusals.map(({ code }) => code);

  it('is judged there as a new hold: copies that come, that are lent there, what is overdue, how many', () => {
    expect(judged({})).toEqual([]);
    expect(judged({ holdsNotFrom: ['main'] })).toEqual(['copies_not_sent']);
    expect(judged({ lendable: false })).toEqual(['item_not_for_category']);
    expect(judged({ holdOverdueLimit: 1 }, { overdueAtBranch: 1 })).toEqual(['loans_overdue']);
    expect(judged({ holdLimit: 1 })).toEqual([]);
    expect(judged({ holdLimit: 0 })).toEqual(['hold_limit_reached']);
  });
  it('asks nothing that only a new hold is asked, nor of a hold that stays where it is', () => {
    expect(judged({ holdsOnShelf: 'all_out', holdsPerDay: 0 })).toEqual([]);
    expect(judged({ lendable: false }, { wish: { pickUpBranchId: 'main' } })).toEqual([]);
    expect(judged({}, { pickUpBranch: undefined })).toEqual(['branch_not_found']);
  });
});
