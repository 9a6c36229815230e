import { anItem, onLoan } from '../../tests/builders/documents';
import { refusalsToLose, refusalsToRepair, refusalsToSet, type SettingFacts } from './setting-item';

const setting = (changes: Partial<SettingFacts>): string[] =>
  refusalsToSet({ item: anItem(), branchKnown: true, mayCatalogue: false, ...changes }).map(
    ({ code }) => code,
  );

describe('where a copy is and what it is for, set by hand', () => {
  it('may be set by the desk while the copy is in the house', () => {
    expect(setting({ status: 'in_repair' })).toEqual([]);
    expect(setting({ use: 'on_site' })).toEqual([]);
  });

  it('needs a branch that exists', () => {
    expect(setting({ branchKnown: false })).toEqual(['branch_not_found']);
  });

  it('is the cataloguers’ to say where a copy leaves the collection or comes back', () => {
    const withdrawn = anItem({ status: 'withdrawn' });
    expect(setting({ status: 'withdrawn' })).toEqual(['role_missing']);
    expect(setting({ item: withdrawn, status: 'available' })).toEqual(['role_missing']);
    expect(setting({ item: withdrawn, use: 'reference' })).toEqual(['role_missing']);
    expect(setting({ item: withdrawn, status: 'withdrawn' })).toEqual([]);
    expect(setting({ status: 'withdrawn', mayCatalogue: true })).toEqual([]);
  });

  it('is not set for a copy on loan, but what it is for may be', () => {
    expect(setting({ item: onLoan(), status: 'available' })).toEqual(['item_on_loan']);
    expect(setting({ item: onLoan(), use: 'on_site' })).toEqual([]);
  });

  it('takes no lost copy to repair: a scan finds it first', () => {
    expect(setting({ item: anItem({ status: 'lost' }), status: 'in_repair' })).toEqual([
      'item_status_differs',
    ]);
    expect(setting({ item: anItem({ status: 'lost' }), status: 'available' })).toEqual([]);
  });
});

it('no copy is repaired that is on loan, lost or withdrawn', () => {
  const codes = (item = anItem()) => refusalsToRepair(item).map(({ code }) => code);
  expect(codes()).toEqual([]);
  expect(codes(onLoan())).toEqual(['item_on_loan']);
  expect(codes(anItem({ status: 'lost' }))).toEqual(['item_status_differs']);
  expect(codes(anItem({ status: 'withdrawn' }))).toEqual(['item_status_differs']);
});

describe('a copy that is declared lost', () => {
  const losing = (item = anItem(), amount?: number, comment = '') =>
    refusalsToLose({ item, comment, ...(amount !== undefined && { amount }) }).map(({ code }) => code);

  it('may be on loan or in the house', () => {
    expect(losing()).toEqual([]);
    expect(losing(onLoan())).toEqual([]);
  });

  it('cannot be lost or withdrawn already', () => {
    expect(losing(anItem({ status: 'lost' }))).toEqual(['item_status_differs']);
    expect(losing(anItem({ status: 'withdrawn' }))).toEqual(['item_status_differs']);
  });

  it('costs a sum of staff’s own only with a reason, and only a reader who has it', () => {
    expect(losing(onLoan(), 100)).toEqual(['comment_needed']);
    expect(losing(onLoan(), 100, '封面撕毁')).toEqual([]);
    expect(losing(anItem(), 100, '封面撕毁')).toEqual(['item_not_on_loan']);
    expect(losing(anItem(), 0, '封面撕毁')).toEqual([]);
  });
});
