import type { PolicyRow } from '../../../typings/contract';
import type { Names, Option } from './rule-inputs';

/** One side of the cell: a picker with "all" first. */
export interface Side {
  id: 'readerCategory' | 'itemType' | 'branchId';
  label: string;
  options: Option[];
  index: number;
}

const SIDES: { id: Side['id']; label: string; all: string; of: keyof Names }[] = [
  { id: 'readerCategory', label: '读者类别', all: '全部读者', of: 'readerCategories' },
  { id: 'itemType', label: '资料类型', all: '全部类型', of: 'itemTypes' },
  { id: 'branchId', label: '分馆', all: '全部分馆', of: 'branches' },
];

export function sidesOf(row: PolicyRow, names: Names): Side[] {
  return SIDES.map(({ id, label, all, of }) => {
    const options = [{ id: '*', name: all }, ...names[of]];
    const known = options.findIndex((option) => option.id === row[id]);
    // A row may name what the library has taken out of its settings since.
    if (known < 0) options.push({ id: row[id], name: row[id] });
    return { id, label, options, index: known < 0 ? options.length - 1 : known };
  });
}

export const blankRow: PolicyRow = {
  policyId: '',
  readerCategory: '*',
  itemType: '*',
  branchId: '*',
  note: '',
  rules: {},
};
