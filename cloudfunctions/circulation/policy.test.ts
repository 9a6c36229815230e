import fc from 'fast-check';
import { aPolicy } from '../../tests/builders/documents';
import type { PolicyDocument } from '../documents';
import { explainPolicy, policyFor, ruleNames } from './policy';
import { DEFAULT_RULES } from './rules';

const rows = [
  aPolicy({ loanLimit: 1, renewalLimit: 10 }, { _id: 'all' }),
  aPolicy({ loanLimit: 2, holdLimit: 20 }, { _id: 'children', readerCategory: 'child' }),
  aPolicy({ loanLimit: 3, holdShelfDays: 30 }, { _id: 'discs', itemType: 'disc' }),
  aPolicy({ loanLimit: 4 }, { _id: 'garden', branchId: 'garden' }),
  aPolicy({ loanLimit: 5 }, { _id: 'children-discs', readerCategory: 'child', itemType: 'disc' }),
  aPolicy({ loanLimit: 6 }, { _id: 'discs-garden', itemType: 'disc', branchId: 'garden' }),
];
const rulesFor = (readerCategory: string, itemType: string, branchId: string) =>
  policyFor(rows, { readerCategory, itemType, branchId });
const limitFor = (...of: [string, string, string]) => rulesFor(...of).loanLimit;

describe('the policy matrix', () => {
  it('falls back to the row for everybody', () => expect(limitFor('adult', 'book', 'main')).toBe(1));
  it('prefers a row that names more', () => expect(limitFor('child', 'disc', 'garden')).toBe(5));
  it('weighs the reader over the item type over the branch', () => {
    expect(limitFor('child', 'book', 'garden')).toBe(2);
    expect(limitFor('adult', 'disc', 'main')).toBe(3);
    expect(limitFor('adult', 'book', 'garden')).toBe(4);
    expect(limitFor('adult', 'disc', 'garden')).toBe(6);
  });
  it('weighs the reader over item type and branch together', () => {
    const both = [
      aPolicy({ loanLimit: 1 }, { _id: 'a', readerCategory: 'child' }),
      aPolicy({ loanLimit: 2 }, { _id: 'b', itemType: 'disc', branchId: 'garden' }),
    ];
    expect(policyFor(both, { readerCategory: 'child', itemType: 'disc', branchId: 'garden' }).loanLimit).toBe(
      1,
    );
  });
  it('takes each field from the most specific row that gives it', () => {
    expect(rulesFor('child', 'disc', 'main')).toEqual({
      ...DEFAULT_RULES,
      loanLimit: 5,
      holdLimit: 20,
      holdShelfDays: 30,
      renewalLimit: 10,
    });
  });
  it('takes null for a decision and a missing field for none', () => {
    const given = [
      aPolicy({ loanLimit: 5, renewalLimit: 3 }),
      aPolicy(
        { loanLimit: null, renewalLimit: undefined },
        { _id: 'research', readerCategory: 'researcher' },
      ),
    ];
    const found = policyFor(given, { readerCategory: 'researcher', itemType: 'book', branchId: 'main' });
    expect([found.loanLimit, found.renewalLimit]).toEqual([null, 3]);
  });
  it('gives the defaults where no row says anything', () =>
    expect(policyFor([], { readerCategory: 'adult', itemType: 'book', branchId: 'main' })).toEqual(
      DEFAULT_RULES,
    ));

  const aRow = (_id: string) =>
    fc
      .record({
        readerCategory: fc.constantFrom('*', 'adult', 'child'),
        itemType: fc.constantFrom('*', 'book', 'disc'),
        branchId: fc.constantFrom('*', 'main', 'garden'),
        rules: fc.record(
          { loanLimit: fc.option(fc.integer()), transferable: fc.boolean() },
          { requiredKeys: [] },
        ),
      })
      .map((row): PolicyDocument => ({ _id, note: '', ...row }));
  const someRows = fc
    .integer({ min: 0, max: 8 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => aRow(`p${n}`))));
  const aCase = fc.record({
    readerCategory: fc.constantFrom('adult', 'child'),
    itemType: fc.constantFrom('book', 'disc'),
    branchId: fc.constantFrom('main', 'garden'),
  });
  it('answers the same whatever the order of the rows, and explains what it answers', () => {
    fc.assert(
      fc.property(someRows, aCase, (policies, of) => {
        const found = policyFor(policies, of);
        expect(policyFor([...policies].reverse(), of)).toEqual(found);
        const told = explainPolicy(policies, of);
        expect(told.map(({ rule }) => rule)).toEqual(ruleNames);
        expect(Object.fromEntries(told.map(({ rule, value }) => [rule, value]))).toEqual(found);
      }),
    );
  });
});

describe('an explained policy', () => {
  it('names the row, its note, and the rows that it overrode, most specific first', () => {
    const noted = rows.map((row) => ({ ...row, note: `note of ${row._id}` }));
    const limit = explainPolicy(noted, {
      readerCategory: 'child',
      itemType: 'disc',
      branchId: 'garden',
    }).find(({ rule }) => rule === 'loanLimit');
    expect(limit).toEqual({
      rule: 'loanLimit',
      value: 5,
      from: 'children-discs',
      note: 'note of children-discs',
      overridden: [
        { policyId: 'children', value: 2 },
        { policyId: 'discs-garden', value: 6 },
        { policyId: 'discs', value: 3 },
        { policyId: 'garden', value: 4 },
        { policyId: 'all', value: 1 },
      ],
    });
  });
  it('says when no row gave a rule', () => {
    const [first] = explainPolicy([], { readerCategory: 'a', itemType: 'b', branchId: 'c' });
    expect(first).toEqual({ rule: 'lendable', value: true, from: null, note: '', overridden: [] });
  });
});
