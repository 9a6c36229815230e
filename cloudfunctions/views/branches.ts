import type { LocalDate } from '../../typings/contract/answer';
import { hoursOn, openDaysAfter } from '../circulation/calendar';
import type { CallFacts, MayTake } from '../circulation/hold-queue';
import { policyFor } from '../circulation/policy';
import type { BranchDocument } from '../documents';
import type { Library } from '../kernel/context';

export const branchOf = (library: Library, branchId: string): BranchDocument | undefined =>
  library.branches.find((branch) => branch._id === branchId);

export const branchName = (library: Library, branchId: string): string =>
  branchOf(library, branchId)?.name ?? branchId;

/** A branch that must exist, for a document that names it. */
export const knownBranch = (library: Library, branchId: string): BranchDocument => {
  const branch = branchOf(library, branchId);
  if (!branch) throw new Error(`branch ${branchId} does not exist`);
  return branch;
};

/** "09:00–21:00", or "" on a closed day. */
export const hoursText = (library: Library, branch: BranchDocument, date: LocalDate): string => {
  const hours = hoursOn(branch, library.calendars, date);
  return hours ? `${hours.from}–${hours.to}` : '';
};

/** The rules of a branch for holds, whoever places them and whatever for. */
const holdRulesAt = (library: Library, branchId: string) =>
  policyFor(library.policies, { readerCategory: '*', itemType: '*', branchId });

/** What a reader is called by for a copy that stands at a branch: until when it stays on a shelf, in open days of its branch. */
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

/** Whether the rules lend such a copy to readers of a category at a branch. */
export const lendsBy =
  ({ policies }: Pick<Library, 'policies'>): MayTake =>
  ({ readerCategory, pickUpBranchId }, { itemType }) =>
    policyFor(policies, { readerCategory, itemType, branchId: pickUpBranchId }).lendable;
