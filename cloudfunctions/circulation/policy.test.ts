import { aPolicy } from './builders';
import { policyFor } from './policy';

const rows = [
  aPolicy({ _id: 'all' }),
  aPolicy({ _id: 'children', readerCategory: 'child' }),
  aPolicy({ _id: 'discs', itemType: 'audiovisual' }),
  aPolicy({ _id: 'garden', branchId: 'garden' }),
  aPolicy({ _id: 'children-discs', readerCategory: 'child', itemType: 'audiovisual' }),
];
const idFor = (readerCategory: string, itemType: string, branchId: string) =>
  policyFor(rows, { readerCategory, itemType, branchId })._id;

describe('the policy matrix', () => {
  it('falls back to the row for everybody', () => expect(idFor('adult', 'book', 'main')).toBe('all'));
  it('prefers a row that names more', () =>
    expect(idFor('child', 'audiovisual', 'garden')).toBe('children-discs'));
  it('weighs the reader over the item type over the branch', () => {
    expect(idFor('child', 'book', 'garden')).toBe('children');
    expect(idFor('adult', 'audiovisual', 'garden')).toBe('discs');
    expect(idFor('adult', 'book', 'garden')).toBe('garden');
  });
  it('says so when no row matches', () => {
    expect(() => policyFor([], { readerCategory: 'adult', itemType: 'book', branchId: 'main' })).toThrow(
      'no circulation policy for adult × book × main',
    );
  });
});
