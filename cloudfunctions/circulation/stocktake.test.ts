import { anItem, anOpenLoan, onLoan } from '../../tests/builders/documents';
import { findingOf, isExpected } from './stocktake';

const range = { branchId: 'main', shelf: 'A', fromCallNumber: 'I247', toCallNumber: 'I267' };
const item = (changes: Parameters<typeof anItem>[0] = {}) =>
  anItem({ shelf: 'A', callNumber: 'I250/3', ...changes });
const finding = (of: Parameters<typeof findingOf>[1]) => findingOf(range, of, () => '城西分馆').finding;

describe('counting a shelf', () => {
  it('finds a copy right within the range, both ends and what begins with the last included', () => {
    expect(
      ['I246.9', 'I247', 'I267', 'I267.5/1', 'I268'].map((callNumber) => finding(item({ callNumber }))),
    ).toEqual(['misplaced', 'right', 'right', 'right', 'misplaced']);
  });
  it('counts all of the branch where neither a place nor a number is named', () => {
    const all = { branchId: 'main', shelf: '', fromCallNumber: '', toCallNumber: '' };
    expect(isExpected(all, item({ shelf: 'Z', callNumber: 'Z9' }))).toBe(true);
    expect(isExpected(all, item({ branchId: 'garden' }))).toBe(false);
  });
  it('finds a copy of another place misplaced, one of another branch unexpected', () => {
    expect(finding(item({ shelf: 'B' }))).toBe('misplaced');
    expect(finding(item({ branchId: 'garden' }))).toBe('unexpected');
  });
  it('does not know a barcode that is no copy’s', () => expect(finding(null)).toBe('unknown'));
  it('expects only what stands on the shelf', () => {
    const others = [
      onLoan(item()),
      item({ status: 'on_hold_shelf' }),
      item({ status: 'in_transit' }),
      item({ status: 'lost' }),
      item({ status: 'in_repair' }),
      item({ status: 'withdrawn' }),
    ];
    expect(others.map(finding)).toEqual(others.map(() => 'unexpected'));
    expect(others.some((each) => isExpected(range, each))).toBe(false);
    expect(isExpected(range, item())).toBe(true);
  });
  it('says that a copy claimed returned is here indeed', () => {
    const claimed = onLoan(item(), anOpenLoan({ claimedReturnedAt: '2026-11-20T02:00:00.000Z' }));
    expect(findingOf(range, claimed, () => '').why).toContain('果然在架');
  });
});
