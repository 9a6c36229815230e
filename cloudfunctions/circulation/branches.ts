import type { BranchDocument, Library } from '../documents';

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
