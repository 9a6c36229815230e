import { publishedCards, startedRow, startOf } from './published-view';

const published = {
  list: [
    {
      id: 'north',
      library: '北馆',
      source: 'north.example',
      leftOut: '押金',
      rows: [
        { readerCategory: '*', itemType: '*', rules: { loanLimit: 10 } },
        { readerCategory: 'teacher', itemType: '*', rules: { loanLimit: 20 } },
      ],
    },
  ],
  readerCategories: [{ id: 'teacher', name: '教师' }],
  itemTypes: [],
};
const own = {
  list: [
    {
      policyId: 'all_all_all',
      readerCategory: '*',
      itemType: '*',
      branchId: '*',
      note: '本馆',
      rules: { loanLimit: 5, holdLimit: 3 },
    },
  ],
  readerCategories: [{ id: 'adult', name: '成人' }],
  itemTypes: [],
  branches: [],
  defaults: {},
};
const begun = (row: string, value = own) => {
  const start = startOf(published, 'north', row);
  if (!start) throw new Error('no such row');
  return startedRow(value, start);
};

describe('published rules as a start', () => {
  it('are shown in the words of the matrix, by the names of their own library', () => {
    const [card] = publishedCards(published).cards;
    expect(card?.rows.map(({ name, given }) => [name, given[0]?.text])).toEqual([
      ['全馆通用', '10 册'],
      ['教师', '20 册'],
    ]);
  });

  it('for everybody are laid over the row for everything, and keep what they do not say', () => {
    const { row, changed, base } = begun('0');
    expect(row).toMatchObject({
      policyId: 'all_all_all',
      note: '参照北馆：north.example',
      rules: { loanLimit: 10, holdLimit: 3 },
    });
    expect([changed, base]).toEqual([true, true]);
  });

  it('of a category that the library lacks never fall on everybody: whom they are for is to be chosen', () => {
    const { row, name } = begun('1');
    expect(row).toMatchObject({ policyId: '', readerCategory: '*', note: '参照北馆（教师）：north.example' });
    expect(name).toBe('选好这一行管谁');
  });

  it('of a category that it has become a new row of that', () => {
    const { row, name } = begun('1', { ...own, readerCategories: [{ id: 'teacher', name: '老师' }] });
    expect([row.policyId, row.readerCategory, name]).toEqual(['', 'teacher', '老师']);
  });

  it('are none where the set or the row is unknown', () => {
    expect([startOf(published, 'south', '0'), startOf(published, 'north', '9')]).toEqual([
      undefined,
      undefined,
    ]);
  });
});
