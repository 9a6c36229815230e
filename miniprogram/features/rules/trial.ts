import type { PolicyRow } from '../../../typings/contract';
import type { Input, Output } from '../../lib/call';
import { cellName, weightOf } from './matrix-view';
import type { Names, Option } from './rule-inputs';

/** What is tried: one of each list, a day, and what is typed of a reader and a copy. */
interface Trial {
  names: Names;
  category: number;
  type: number;
  branch: number;
  on: string;
}

const indexOf = (options: Option[], id: string): number =>
  Math.max(
    0,
    options.findIndex((each) => each.id === id),
  );

/** The trial as it begins: for the cell of the row that is being changed, else where staff work. */
export function firstTrial(
  { list, readerCategories, itemTypes, branches }: Output<'rules.policies'>,
  draft: PolicyRow | undefined,
  here: string,
) {
  const names = { readerCategories, itemTypes, branches };
  return {
    rows: draft ? [...list.filter((row) => row.policyId !== draft.policyId), draft] : list,
    names,
    category: indexOf(readerCategories, draft?.readerCategory ?? ''),
    type: indexOf(itemTypes, draft?.itemType ?? ''),
    branch: indexOf(branches, draft && draft.branchId !== '*' ? draft.branchId : here),
    draftName: draft ? cellName(draft, names) : '',
  };
}

export function trialInput(
  { names, category, type, branch, on }: Trial,
  typed: { card: string; barcode: string },
  draft: PolicyRow | undefined,
): Input<'rules.try'> {
  const card = typed.card.trim();
  const barcode = typed.barcode.trim();
  return {
    readerCategory: names.readerCategories[category]?.id ?? '',
    itemType: names.itemTypes[type]?.id ?? '',
    branchId: names.branches[branch]?.id ?? '',
    on,
    // A new row whose cell is not chosen yet would be the row for everything.
    ...(draft && (draft.policyId !== '' || weightOf(draft) > 0) && { draft: [draft] }),
    ...(card && { card }),
    ...(barcode && { barcode }),
  };
}
