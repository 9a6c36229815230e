import type { LocalDate } from '../../typings/contract/shapes';
import type { Library } from '../documents';
import { knownBranch } from './branches';
import { openDaysAfter } from './calendar';
import type { CallFacts, MayTake } from './hold-queue';
import { policyFor } from './policy';

/**
 * What a reader is called by for a copy that stands at a branch: until when it stays on a shelf, in open days
 * of its branch.
 */
export const callFactsAt = (
  { library, today }: { library: Library; today: LocalDate },
  branchId: string,
): CallFacts => ({
  today,
  branchId,
  lookAheadDays: holdRulesAt(library, branchId).holdLookAheadDays,
  pickUpByAt: (at) =>
    openDaysAfter(knownBranch(library, at), library.calendars, today, holdRulesAt(library, at).holdShelfDays),
  mayTake: lendsBy(library),
});

/** The rules of a branch for holds, whoever places them and whatever for. */
const holdRulesAt = (library: Library, branchId: string) =>
  policyFor(library.policies, { readerCategory: '*', itemType: '*', branchId });

/** Whether the rules lend such a copy to readers of a category at a branch. */
export const lendsBy =
  ({ policies }: Pick<Library, 'policies'>): MayTake =>
  ({ readerCategory, pickUpBranchId }, { itemType }) =>
    policyFor(policies, { readerCategory, itemType, branchId: pickUpBranchId }).lendable;
