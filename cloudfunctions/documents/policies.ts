import type { ReaderCategory } from '../../typings/contract/account';
import type { ItemType } from '../../typings/contract/catalogue';
import type { Rules } from '../../typings/contract/rule-fields';

export type * from '../../typings/contract/rule-fields';

/**
 * One row of the policy matrix; `*` matches all. For each field the most specific row that gives it wins
 * (circulation/policy.ts).
 */
export interface PolicyDocument {
  _id: string;
  readerCategory: ReaderCategory | '*';
  itemType: ItemType | '*';
  branchId: string;
  /** Why the library decided so, or where it is published. */
  note: string;
  rules: Partial<Rules>;
}
