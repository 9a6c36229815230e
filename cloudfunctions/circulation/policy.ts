import type { PolicyDocument } from '../documents';

type Case = { readerCategory: string; itemType: string; branchId: string };

/** An exact reader category outweighs an exact item type, which outweighs an exact branch. */
const weightOf = (policy: PolicyDocument): number =>
  (policy.readerCategory === '*' ? 0 : 4) +
  (policy.itemType === '*' ? 0 : 2) +
  (policy.branchId === '*' ? 0 : 1);

const matches = (policy: PolicyDocument, { readerCategory, itemType, branchId }: Case): boolean =>
  (policy.readerCategory === '*' || policy.readerCategory === readerCategory) &&
  (policy.itemType === '*' || policy.itemType === itemType) &&
  (policy.branchId === '*' || policy.branchId === branchId);

/** The most specific policy for a reader category, an item type and a branch. @throws when no row matches: a library needs a `*` row. */
export const policyFor = (policies: readonly PolicyDocument[], of: Case): PolicyDocument => {
  const best = policies.filter((policy) => matches(policy, of)).sort((a, b) => weightOf(b) - weightOf(a))[0];
  if (!best)
    throw new Error(`no circulation policy for ${of.readerCategory} × ${of.itemType} × ${of.branchId}`);
  return best;
};
