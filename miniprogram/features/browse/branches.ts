import type { Branch } from '../../../typings/contract';
import { ask } from '../../lib/call';
import { keep, kept } from '../../lib/keep';

const BRANCHES = 'catalogue.branches';

/** The branches with today's hours; the last known ones without a network. */
export async function knownBranches(): Promise<Branch[]> {
  const outcome = await ask('catalogue.branches', {});
  if (outcome.kind === 'value') keep(BRANCHES, outcome.value);
  return kept<{ list: Branch[] }>(BRANCHES)?.value.list ?? [];
}

/** The name of a branch that was chosen before. */
export function branchName(branchId: string): string {
  const known = kept<{ list: Branch[] }>(BRANCHES)?.value.list ?? [];
  return known.find((branch) => branch.branchId === branchId)?.name ?? '所选分馆';
}
