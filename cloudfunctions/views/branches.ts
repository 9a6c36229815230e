import type { LocalDate } from '../../typings/contract/answer';
import { hoursOn, openDaysAfter } from '../circulation/calendar';
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

/** Last day on a hold shelf of a branch for a hold that becomes ready today, in open days of that branch. */
export const pickUpByFrom =
  (library: Library, today: LocalDate) =>
  (branchId: string): LocalDate => {
    const { holdShelfDays } = policyFor(library.policies, { readerCategory: '*', itemType: '*', branchId });
    return openDaysAfter(knownBranch(library, branchId), library.calendars, today, holdShelfDays);
  };
