import type { ItemType } from '../../typings/contract/catalogue';
import type { ReaderCategory } from '../../typings/contract/account';
import type { ItemDocument, PolicyDocument, Rules } from '../documents';
import { canServe } from './hold-queue';
import { policyFor } from './policy';

/** Whether a copy goes from where it stands to where a hold is collected, by the rules of such holds. */
export const isSent = (
  { branchId }: Pick<ItemDocument, 'branchId'>,
  pickUpBranchId: string,
  { holdsNotFrom }: Pick<Rules, 'holdsNotFrom'>,
): boolean => branchId === pickUpBranchId || !holdsNotFrom.includes(branchId);

interface Wanted {
  readerCategory: ReaderCategory;
  pickUpBranchId: string;
  /** All copies of the title. */
  items: readonly Pick<ItemDocument, '_id' | 'use' | 'status' | 'itemType'>[];
  /** Only this copy will do; null: any. */
  wants: string | null;
}

/** By which rules a hold may be judged, and for copies of which type they are; "*": no copy can serve it. */
interface HoldRules {
  itemType: ItemType | '*';
  rules: Rules;
}

/**
 * The rules by which a hold can be judged: of every type of the copies that could serve it and that are lent
 * to such readers, those that let it wait longest first. A copy that never comes to the reader says nothing.
 */
export const rulesToHoldBy = (
  policies: readonly PolicyDocument[],
  { readerCategory, pickUpBranchId, items, wants }: Wanted,
): HoldRules[] => {
  const of = (itemType: ItemType | '*'): HoldRules => ({
    itemType,
    rules: policyFor(policies, { readerCategory, itemType, branchId: pickUpBranchId }),
  });
  const types = items
    .filter((item) => canServe(item) && (wants === null || item._id === wants))
    .map(({ itemType }) => itemType);
  const all = [...new Set(types)].sort().map(of);
  const lent = all.filter(({ rules }) => rules.lendable);
  if (lent.length === 0) return all.length > 0 ? all : [of('*')];
  const longest = ({ rules }: HoldRules) => rules.holdLongestDays ?? Infinity;
  return lent.sort((a, b) => (longest(a) === longest(b) ? 0 : longest(b) - longest(a)));
};
