import type { ItemDocument } from '../documents';
import { stateAfter } from './life';
import { ITEM_LIFE } from './lives';

type Given = Pick<
  ItemDocument,
  | '_id'
  | 'titleId'
  | 'title'
  | 'itemType'
  | 'homeBranchId'
  | 'shelf'
  | 'callNumber'
  | 'price'
  | 'changedAt'
  | 'source'
>;

/** A copy that has just come in: on the shelf of its branch, for everybody, with nothing behind it. */
export const newItem = (given: Given & Partial<ItemDocument>): ItemDocument => ({
  branchId: given.homeBranchId,
  status: stateAfter(ITEM_LIFE, 'add', 'new'),
  use: 'loan',
  floating: false,
  minAge: 0,
  loan: null,
  lastLoan: null,
  hold: null,
  transit: null,
  condition: '',
  ...given,
});
