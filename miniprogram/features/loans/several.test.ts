import { chosenOf, flipped, severalOf } from './several';
import type { LoanRow } from './loans-view';

const rows = [
  {
    loanId: 'soon',
    title: { title: '活着' },
    due: '11月24日到期',
    renewable: true,
    renewTo: '可续至 12月24日',
    soon: true,
  },
  {
    loanId: 'late',
    title: { title: '围城' },
    due: '12月20日到期',
    renewable: true,
    renewTo: '可续至 1月19日',
    soon: false,
  },
  {
    loanId: 'held',
    title: { title: '呐喊' },
    due: '11月24日到期',
    renewable: false,
    renewTo: '',
    soon: true,
  },
] as LoanRow[];

describe('renewing several loans', () => {
  it('offers what can be renewed, and chooses at first what is due soon', () =>
    expect(severalOf(rows).map(({ loanId, on }) => [loanId, on])).toEqual([
      ['soon', true],
      ['late', false],
    ]));
  it('says of each when it is due and until when it would be renewed', () =>
    expect(severalOf(rows)[0]?.label).toBe('《活着》，11月24日到期，可续至 12月24日'));
  it('warns of renewals that are used up early, and counts what is chosen', () => {
    const both = chosenOf(flipped(severalOf(rows), 'late'));
    expect(both).toMatchObject({ chosenCount: 2, early: '其中 1 册离到期还早，现在续借也会用掉一次续借。' });
    expect(chosenOf(flipped(both.several, 'late'))).toMatchObject({ chosenCount: 1, early: '' });
    expect(chosenOf(flipped(severalOf(rows), 'soon')).chosenCount).toBe(0);
  });
});
