import type { Refusal } from '../../typings/contract/refusals';
import type { ItemDocument } from '../documents';

export interface SettingFacts {
  item: Pick<ItemDocument, 'status' | 'use' | 'loan'>;
  /** What it shall be; absent: as it is. */
  status?: 'available' | 'in_repair' | 'withdrawn';
  use?: ItemDocument['use'];
  /** Whether the branch where it is put exists. */
  branchKnown: boolean;
  /** Whether who does it may say what is in the collection. */
  mayCatalogue: boolean;
}

/**
 * What goes out of the collection, or comes back into it, is the cataloguers' to say; a copy on loan is
 * brought back first.
 */
export const refusalsToSet = ({ item, status, use, branchKnown, mayCatalogue }: SettingFacts): Refusal[] => {
  const refusals: Refusal[] = [];
  if (!branchKnown) refusals.push({ code: 'branch_not_found' });
  const isCataloguing =
    (status !== undefined && status !== item.status && [status, item.status].includes('withdrawn')) ||
    (use !== undefined && use !== item.use && item.status === 'withdrawn');
  if (isCataloguing && !mayCatalogue) refusals.push({ code: 'role_missing', role: 'cataloguer' });
  // Found again: only a scan gives back what was charged for it.
  if (status === 'in_repair' && item.status === 'lost')
    refusals.push({ code: 'item_status_differs', status: item.status });
  if (status !== undefined && item.loan) refusals.push(onLoan(item.loan));
  return refusals;
};

/** A copy goes to repair out of the hands of the staff, and only one that the library has. */
export const refusalsToRepair = ({ status, loan }: Pick<ItemDocument, 'status' | 'loan'>): Refusal[] => {
  if (loan) return [onLoan(loan)];
  return status === 'lost' || status === 'withdrawn' ? [{ code: 'item_status_differs', status }] : [];
};

interface LosingFacts {
  item: Pick<ItemDocument, '_id' | 'status' | 'loan'>;
  /** What staff ask for instead of the rule's sum, fen. */
  amount?: number;
  comment: string;
}

/**
 * What is lost or withdrawn is lost no more; a sum of one's own needs a reason, and a reader who had the
 * copy.
 */
export const refusalsToLose = ({ item, amount, comment }: LosingFacts): Refusal[] => {
  const { status } = item;
  if (status === 'lost' || status === 'withdrawn') return [{ code: 'item_status_differs', status }];
  if (amount !== undefined && comment === '') return [{ code: 'comment_needed' }];
  return amount !== undefined && amount > 0 && !item.loan
    ? [{ code: 'item_not_on_loan', barcode: item._id }]
    : [];
};

const onLoan = ({ dueOn }: { dueOn: string }): Refusal => ({
  code: 'item_on_loan',
  dueOn,
  bySameReader: false,
});
