import type { Output } from '../../lib/call';
import { kept } from '../../lib/keep';

/** The name of a branch that was chosen before; '' of none. */
export function branchName(branchId: string): string {
  if (!branchId) return '';
  const known = kept<Output<'catalogue.branches'>>('catalogue.branches')?.value.list ?? [];
  return known.find((branch) => branch.branchId === branchId)?.name ?? '所选分馆';
}
