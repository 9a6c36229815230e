import type { Refusal } from '../../typings/contract/refusals';
import type { Library, StaffDocument } from '../documents';
import { hasRole } from '../kernel/roles';

/**
 * Why this member of the staff may not give the library's money away, be it by a waiver, by a credit,
 * which pays charges as well and is paid out, by giving a payment back while what it was for stays
 * settled, or by asking less for a lost copy than the rule does. Who may is the library's own setting; a
 * manager where it says nothing.
 */
export const mayForgive = (
  staff: StaffDocument,
  { settings }: Pick<Library, 'settings'>,
): Refusal | undefined => {
  const role = settings.mayWaive ?? 'manager';
  return hasRole(staff, role) ? undefined : { code: 'role_missing', role };
};
