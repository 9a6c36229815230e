import type { Refusal, RefusalCode } from '../../typings/contract/refusals';
import type { StaffRole } from '../../typings/contract/staff-roles';
import type { StaffDocument } from '../documents';
import { hasRole } from '../kernel/roles';

export interface OverrideFacts {
  refusals: Refusal[];
  comment: string;
  staff: Pick<StaffDocument, 'roles'>;
  /** Role that may set a refusal aside, as the library decided; a code that is absent can never be. */
  overrides: Partial<Record<RefusalCode, StaffRole>>;
}

/** A copy cannot be with two readers, whatever a library writes into its settings. */
const NEVER: readonly RefusalCode[] = ['item_on_loan', 'account_closed', 'loan_closed'];

/**
 * What still stands in the way after staff set refusals aside: all that their role may not, and a comment
 * that is missing. Nothing: every refusal is set aside and goes into the log.
 */
export const refusalsToOverride = ({ refusals, comment, staff, overrides }: OverrideFacts): Refusal[] => {
  const standing = refusals.flatMap(({ code }): Refusal[] => {
    const role = NEVER.includes(code) ? undefined : overrides[code];
    return role && hasRole(staff, role)
      ? []
      : [{ code: 'override_not_allowed', refusal: code, role: role ?? null }];
  });
  if (standing.length > 0) return [...refusals, ...standing];
  return comment.trim() === '' ? [{ code: 'comment_needed' }] : [];
};
